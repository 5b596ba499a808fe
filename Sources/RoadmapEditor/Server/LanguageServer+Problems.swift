import Bilingual
import RoadmapLanguage
import SourceDiagnostics

extension LanguageServer {
  /// Compiles what has changed, and gives the problems of every file of these roadmaps.
  mutating func publishProblems() -> [JSON] {
    let stale = workspace.all.filter(\.isStale)
    for path in workspace.open.keys.sorted() { _ = workspace.roadmaps(of: path) }
    workspace.update()
    var paths: Set<String> = []
    for roadmap in workspace.all where stale.contains(where: { $0 === roadmap }) || !roadmap.isShown
    {
      paths.formUnion(roadmap.reported)
      roadmap.isShown = true
      guard let snapshot = roadmap.snapshot else { continue }
      let isShared = snapshot.paths.contains { workspace.open[$0] != nil }
      roadmap.reported = isShared ? Set(snapshot.paths) : []
      paths.formUnion(roadmap.reported)
    }
    return paths.sorted().map { publication(for: $0) } + strays()
  }

  /// The problems of one file, as all roadmaps see it that it belongs to.
  private func publication(for path: String) -> JSON {
    var seen: Set<JSON> = []
    var found: [JSON] = []
    for roadmap in workspace.all where roadmap.reported.contains(path) {
      guard let snapshot = roadmap.snapshot else { continue }
      for problem in snapshot.problems(of: path, encoding, language)
      where seen.insert(problem).inserted { found.append(problem) }
    }
    return message(for: path, problems: found)
  }

  private func message(for path: String, problems: [JSON]) -> JSON {
    var params: [String: JSON] = [
      "uri": .string(FileURI.uri(path)), "diagnostics": .array(problems),
    ]
    if let version = workspace.open[path]?.version { params["version"] = .integer(version) }
    return [
      "jsonrpc": "2.0", "method": "textDocument/publishDiagnostics", "params": .object(params),
    ]
  }

  /// The problems of open files that no roadmap is known to include: those of their form.
  private mutating func strays() -> [JSON] {
    var messages: [JSON] = []
    for (path, document) in workspace.open.sorted(by: { $0.key < $1.key }) {
      guard workspace.takeIfStray(path) else { continue }
      let problems = Snapshot.formProblems(of: document, at: path, encoding, language)
      messages.append(message(for: path, problems: problems))
    }
    return messages
  }
}

extension Snapshot {
  /// The problems of one file. Of a roadmap with a file that is no YAML, what the others name may
  /// be missing for that reason alone, so that only the broken ones are told of.
  func problems(
    of path: String, _ encoding: PositionEncoding, _ language: Language
  ) -> [JSON] {
    shownProblems(of: path).map { json($0, encoding, language) }
  }

  /// The problems of one file that are shown.
  func shownProblems(of path: String) -> [Diagnostic] {
    guard let file = file(at: path) else { return [] }
    let broken = Set(compiled.unreadFiles)
    return compiled.diagnostics.filter { problem in
      problem.span.file == file && (broken.isEmpty || broken.contains(problem.span.file))
    }
  }

  func json(
    _ problem: Diagnostic, _ encoding: PositionEncoding, _ language: Language
  ) -> JSON {
    let help = problem.help.map { "\n" + $0[language] } ?? ""
    let range = text(of: problem.span.file)?.range(problem.span, in: encoding)
    let related = problem.related.compactMap { related -> JSON? in
      guard let path = path(of: related.span.file),
        let range = text(of: related.span.file)?.range(related.span, in: encoding)
      else { return nil }
      return [
        "location": ["uri": .string(FileURI.uri(path)), "range": range.json],
        "message": .string(related.message[language]),
      ]
    }
    return [
      "range": range?.json ?? .null, "severity": problem.severity == .error ? 1 : 2,
      "code": .string(problem.code.name), "source": "vekha",
      "message": .string(problem.message[language] + help),
      "relatedInformation": .array(related),
    ]
  }

  /// The problems of a file that stands alone, so far as they do not come from that.
  static func formProblems(
    of document: TextDocument, at path: String, _ encoding: PositionEncoding, _ language: Language
  ) -> [JSON] {
    let name = FileURI.name(of: path)
    let folder = LoneFile(name: name, bytes: document.lines.bytes)
    let text = "vekha: 1\nroadmap: {id: stray, title: Stray}\ninclude: [\"\(name)\"]\n"
    let root = LoadedFile(name: "\u{1}", shownPath: "", bytes: Array(text.utf8))
    let snapshot = Snapshot(compile(root, from: folder, proving: false), in: "/", after: nil)
    guard let file = snapshot.file(at: "/" + name) else { return [] }
    return snapshot.compiled.diagnostics.filter { problem in
      problem.span.file == file && LoneFile.isAboutForm(problem.code)
    }.map { snapshot.json($0, encoding, language) }
  }
}

/// The folder of a file whose roadmap is not known.
private struct LoneFile: IncludeFolder {
  let name: String
  let bytes: [UInt8]

  func read(_ path: String) -> Result<[UInt8], IncludeFailure> {
    path.utf8.elementsEqual(name.utf8) ? .success(bytes) : NoIncludes().read(path)
  }

  func shownPath(of path: String) -> String { path }

  /// Whether a problem would be one in any roadmap.
  static func isAboutForm(_ code: DiagnosticCode) -> Bool {
    let needsOthers = code.name.hasPrefix("unknown-") && code.name != "unknown-key"
    return !needsOthers && !code.name.hasPrefix("include-")
  }
}
