public import Bilingual
import Glibc
public import RoadmapLanguage

/// Why the past of a file could not be read.
public enum GitProblem: Error, Hashable, Sendable {
  /// The program `git` is not there, or cannot be run.
  case noGit(Text)
  /// A folder belongs to no repository.
  case noRepository(String)
  /// The repository has no such revision.
  case unknownRevision(String)
  /// The revision has no such file.
  case missing(path: String, revision: String)

  /// The problem in a sentence.
  public var message: Text {
    switch self {
    case .noGit(let reason):
      Text(en: "`git` cannot be run: ", ru: "`git` не запускается: ").appending(reason)
    case .noRepository(let folder):
      Text(
        en: "`\(folder)` is in no Git repository", ru: "`\(folder)` не лежит в репозитории Git")
    case .unknownRevision(let name):
      Text(en: "there is no revision `\(name)`", ru: "нет ревизии `\(name)`")
    case .missing(let path, let revision):
      Text(
        en: "the revision `\(revision)` has no file `\(path)`",
        ru: "в ревизии `\(revision)` нет файла `\(path)`")
    }
  }
}

/// A revision of a Git repository, from which roadmaps are read as they were.
public struct GitRevision: Sendable {
  /// What the revision is called: a branch, a tag, a commit.
  public let name: String

  /// Names a revision; whether it is there is found when a file is read.
  public init(_ name: String) {
    self.name = name
  }

  /// The roadmap whose root file stands at `path`, as it was; nil where there was no such file.
  public func compiled(_ path: String) throws(GitProblem) -> CompiledRoadmap? {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let prefix = slash.map { String(path[...$0]) } ?? ""
    let folder = GitFolder(
      place: prefix.isEmpty ? "." : prefix, commit: try commit(in: prefix), prefix: prefix)
    let file = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    guard let bytes = folder.blob(file) else { return nil }
    return compile(LoadedFile(path: path, bytes: bytes), from: folder)
  }

  /// The roadmap whose root file stood at `path`.
  ///
  /// - Throws: ``GitProblem``, also where there was no such file.
  public func existing(_ path: String) throws(GitProblem) -> CompiledRoadmap {
    guard let roadmap = try compiled(path) else { throw .missing(path: path, revision: name) }
    return roadmap
  }

  /// The commit that the revision is in the repository of a folder.
  private func commit(in prefix: String) throws(GitProblem) -> String {
    let folder = prefix.isEmpty ? "." : prefix
    let inside = try Self.git(folder, ["rev-parse", "--is-inside-work-tree"])
    guard inside.exit == 0 else { throw .noRepository(folder) }
    let words = ["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"]
    let answer = try Self.git(folder, words)
    let commit = String(decoding: answer.output.filter { $0 > 0x20 }, as: UTF8.self)
    guard answer.exit == 0, !commit.isEmpty else { throw .unknownRevision(name) }
    return commit
  }

  fileprivate static func git(
    _ folder: String, _ words: [String]
  ) throws(GitProblem) -> Subprocess.Answer {
    switch Subprocess.run(["git", "-C", folder] + words) {
    case .success(let answer) where answer.exit != 127: return answer
    case .success: throw .noGit(.systemError(ENOENT))
    case .failure(let error): throw .noGit(.systemError(error.code))
    }
  }
}

/// A folder as it was in a commit.
private struct GitFolder: IncludeFolder {
  /// The folder as it is now.
  let place: String
  let commit: String
  /// What stands before a path when it is shown.
  let prefix: String

  /// What stood in a file, by its path within the folder; nil where there was none.
  func blob(_ path: String) -> [UInt8]? {
    let answer = try? GitRevision.git(place, ["cat-file", "blob", "\(commit):./\(path)"])
    return answer.flatMap { $0.exit == 0 ? $0.output : nil }
  }

  func read(_ path: String) -> Result<[UInt8], IncludeFailure> {
    blob(path).map { .success($0) } ?? .failure(.unreadable(.systemError(ENOENT)))
  }

  func shownPath(of path: String) -> String { prefix + path }
}
