import Bilingual
import RoadmapLanguage
import RoadmapService
import SourceDiagnostics

/// What checking several roadmaps found, and what of it is to be reported.
struct Validation {
  /// A roadmap with its problems.
  struct Checked {
    /// The root file as it was named.
    let file: String
    let roadmap: CompiledRoadmap
    /// Every problem that was found.
    let all: [Problem]
    /// Those that are to be reported.
    var problems: [Problem]
    /// How many more there are that are not to be reported.
    var hiddenCount: Int { all.count - problems.count }
  }

  /// A problem in both shapes: with spans for people at a terminal, located for programs.
  struct Problem {
    let diagnostic: Diagnostic
    let reported: ReportedDiagnostic
  }

  private(set) var checked: [Checked] = []
  private(set) var unreadable: [FileProblem] = []

  /// Checks the roadmaps that `inputs` name, each once.
  init(_ inputs: ValidateInputs) {
    var fingerprints = Fingerprints()
    var seen: Set<[UInt8]> = []
    for input in inputs.expanded(unreadable: &unreadable)
    where seen.insert(Array(input.path.utf8)).inserted {
      do throws(FileProblem) {
        add(try input.file().compiled(), of: input.path, &fingerprints)
      } catch {
        unreadable.append(error)
      }
    }
  }

  /// Checks roadmaps as though some of their files were mended: these contents, by path.
  init(_ files: [String], mended contents: [[UInt8]: [UInt8]]) throws(FileProblem) {
    var fingerprints = Fingerprints()
    for path in files {
      let file = try RoadmapFile(path: path)
      let root = LoadedFile(
        name: file.root.name, shownPath: path,
        bytes: contents[Array(path.utf8)] ?? file.root.bytes)
      let folder = MendedFolder(folder: file.folder, contents: contents)
      add(compile(root, from: folder), of: path, &fingerprints)
    }
  }

  /// What the roadmaps were in a revision; those that did not exist then are left out.
  init(_ files: [String], in revision: GitRevision) throws(GitProblem) {
    var fingerprints = Fingerprints()
    for file in files {
      guard let roadmap = try revision.compiled(file) else { continue }
      add(roadmap, of: file, &fingerprints)
    }
  }

  private mutating func add(
    _ roadmap: CompiledRoadmap, of file: String, _ fingerprints: inout Fingerprints
  ) {
    var problems: [Problem] = []
    for diagnostic in roadmap.diagnostics {
      let located = LocatedDiagnostic(diagnostic, in: roadmap.files)
      let reported = ReportedDiagnostic(located, fingerprint: fingerprints(located))
      problems.append(Problem(diagnostic: diagnostic, reported: reported))
    }
    checked.append(Checked(file: file, roadmap: roadmap, all: problems, problems: problems))
  }

  /// Every problem that is to be reported, in order.
  var reported: [ReportedDiagnostic] { checked.flatMap { $0.problems.map(\.reported) } }

  /// Every problem that was found, whether it is to be reported or not.
  var all: [ReportedDiagnostic] { checked.flatMap { $0.all.map(\.reported) } }

  /// Whether the roadmaps do not pass.
  func isNegative(strict: Bool) -> Bool {
    checked.contains { $0.hasErrors || (strict && !$0.problems.isEmpty) }
  }

  /// Reports no problem for which `isShown` does not hold.
  mutating func keep(_ isShown: (ReportedDiagnostic) -> Bool) {
    for index in checked.indices {
      checked[index].problems.removeAll { !isShown($0.reported) }
    }
  }
}

extension Validation.Checked {
  /// Whether an error is to be reported.
  var hasErrors: Bool { problems.contains { $0.diagnostic.severity == .error } }
}
