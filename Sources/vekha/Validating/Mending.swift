import Bilingual
import RoadmapLanguage
import RoadmapService
import SourceDiagnostics

/// The mends that are safe, for the problems of a validation that are to be reported.
struct Mending {
  /// A file that is mended, and how many problems that mends.
  private struct File {
    let path: String
    var text: EditedText
    var count = 0
  }

  private var files: [File] = []
  private let validation: Validation

  /// How many problems can be mended.
  var count: Int { files.reduce(0) { $0 + $1.count } }

  /// Looks for what can be mended.
  init(of validation: Validation) {
    self.validation = validation
    var seen: Set<LocatedDiagnostic> = []
    for checked in validation.checked {
      for problem in checked.problems where seen.insert(problem.reported.problem).inserted {
        add(problem.diagnostic, in: checked.roadmap.files)
      }
    }
  }

  private mutating func add(_ diagnostic: Diagnostic, in sources: SourceFiles) {
    guard let edit = diagnostic.mend?.edit(at: diagnostic.span, in: sources) else { return }
    let path = sources.path(edit.file)
    let known = files.firstIndex { $0.path.utf8.elementsEqual(path.utf8) }
    var file =
      known.map { files[$0] } ?? File(path: path, text: EditedText(sources.bytes(edit.file)))
    guard file.text.add(edit.range, edit.replacement) else { return }
    file.count += 1
    if let known { files[known] = file } else { files.append(file) }
  }

  /// The changes as `patch` reads them, file by file.
  var difference: String {
    files.map { String(decoding: UnifiedDiff(path: $0.path, $0.text).bytes, as: UTF8.self) }
      .joined()
  }

  /// Problems that the mended files would have and the files do not have now.
  func newProblems() throws(FileProblem) -> [ReportedDiagnostic] {
    var contents: [[UInt8]: [UInt8]] = [:]
    for file in files { contents[Array(file.path.utf8)] = file.text.result }
    let mended = try Validation(validation.checked.map(\.file), mended: contents)
    let known = Set(validation.all.map(\.fingerprint))
    return mended.reported.filter { !known.contains($0.fingerprint) }
  }

  /// Writes the mended files.
  ///
  /// - Throws: ``FileProblem`` for a file that has changed meanwhile, or cannot be written.
  func write() throws(FileProblem) {
    for file in files where try LoadedFile(path: file.path).bytes != file.text.bytes {
      throw FileProblem(path: file.path, reason: Self.changed)
    }
    for file in files { try replaceFile(at: file.path, with: file.text.result) }
  }

  private static let changed = Text(
    en: "it has changed meanwhile", ru: "он успел измениться")
}

/// A folder some of whose files are taken as mended.
struct MendedFolder: IncludeFolder {
  let folder: any IncludeFolder
  /// What the mended files contain, by the path as it is shown.
  let contents: [[UInt8]: [UInt8]]

  func read(_ path: String) -> Result<[UInt8], IncludeFailure> {
    contents[Array(shownPath(of: path).utf8)].map { .success($0) } ?? folder.read(path)
  }

  func shownPath(of path: String) -> String { folder.shownPath(of: path) }
}
