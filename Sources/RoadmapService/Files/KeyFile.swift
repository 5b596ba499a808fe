import Bilingual
import Glibc
public import RoadmapJournal

extension SigningKey {
  /// The most bytes that a file with a key may have.
  private static let largestFile = 4096

  /// Reads the key in the file at `path`, which nobody but its owner may be able to read.
  ///
  /// - Throws: ``FileProblem`` where there is none, it is no key, or others can read it.
  public init(path: String) throws(FileProblem) {
    let raw = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard raw >= 0 else { throw FileProblem(path: path, reason: .systemError(errno)) }
    let descriptor = Descriptor(raw)
    guard let isPrivate = descriptor.isPrivate else {
      throw FileProblem(path: path, reason: .systemError(errno))
    }
    guard isPrivate else {
      throw FileProblem(
        path: path,
        reason: Text(
          en: "others than its owner may use this key; `chmod 600` it",
          ru: "этим ключом может воспользоваться не только владелец; выполните `chmod 600`"))
    }
    switch descriptor.readAll(limit: Self.largestFile) {
    case .failure(let failure): throw FileProblem(path: path, reason: failure.reason)
    case .success(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self),
        let key = SigningKey(fileText: text)
      else {
        throw FileProblem(
          path: path,
          reason: Text(
            en: "it is no signing key of `vekha key new`",
            ru: "это не ключ, созданный `vekha key new`"))
      }
      self = key
    }
  }

  /// Writes the key to a new file that only its owner may read.
  ///
  /// - Throws: ``FileWritingProblem`` where there is such a file already, or it cannot be written.
  public func write(to path: String) throws(FileWritingProblem) {
    try createFile(path, Array(fileText.utf8), for: .owner)
  }
}

extension Descriptor {
  /// Whether only its owner may use the file; nil where that cannot be told.
  fileprivate var isPrivate: Bool? {
    var status = stat()
    guard fstat(raw, &status) == 0 else { return nil }
    return status.st_mode & 0o077 == 0
  }
}
