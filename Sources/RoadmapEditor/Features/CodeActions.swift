import Bilingual
import RoadmapLanguage
import SourceDiagnostics

/// What an editor may do about the problems at a place.
struct CodeActions {
  let path: String
  let snapshot: Snapshot
  let file: SourceFileID
  let encoding: PositionEncoding
  let language: Language

  /// Nil where the roadmap has no newest state with this file.
  init?(
    _ path: String, of roadmap: EditedRoadmap, _ encoding: PositionEncoding, _ language: Language
  ) {
    guard let snapshot = roadmap.snapshot, let file = snapshot.file(at: path) else { return nil }
    self.path = path
    self.snapshot = snapshot
    self.file = file
    self.encoding = encoding
    self.language = language
  }

  /// The actions for the problems that a range touches: what is safe, what may be meant, and to let
  /// a warning be.
  func actions(in range: TextRange) -> [JSON] {
    let shown = snapshot.shownProblems(of: path).filter { problem in
      guard let place = snapshot.text(of: file)?.range(problem.span, in: encoding) else {
        return false
      }
      return place.start <= range.end && range.start <= place.end
    }
    return shown.flatMap(actions(for:))
  }

  private func actions(for problem: Diagnostic) -> [JSON] {
    let sure = problem.mend.map { [$0] } ?? []
    let mends = sure + problem.choices.filter { $0 != problem.mend }
    var found = mends.compactMap { mend in
      mend.edit(at: problem.span, in: snapshot.compiled.files).flatMap { edit in
        action(Self.title(of: mend), edit, for: problem, isSure: mend == problem.mend)
      }
    }
    let reason = Text(en: "why it may stay", ru: "почему так можно")[language]
    if let edit = snapshot.compiled.ignoring(problem, because: reason),
      let action = action(Self.ignoring(problem.code), edit, for: problem)
    {
      found.append(action)
    }
    return found
  }

  private func action(
    _ title: Text, _ edit: TextEdit, for problem: Diagnostic, isSure: Bool = false
  ) -> JSON? {
    guard let lines = snapshot.text(of: edit.file), let path = snapshot.path(of: edit.file) else {
      return nil
    }
    let range = TextRange(
      start: lines.position(of: lines.offset(ofByte: edit.range.lowerBound), in: encoding),
      end: lines.position(of: lines.offset(ofByte: edit.range.upperBound), in: encoding))
    let text = String(decoding: edit.replacement, as: UTF8.self)
    return [
      "title": .string(title[language]), "kind": "quickfix", "isPreferred": .bool(isSure),
      "diagnostics": [snapshot.json(problem, encoding, language)],
      "edit": [
        "changes": .object([
          FileURI.uri(path): [["range": range.json, "newText": .string(text)]]
        ])
      ],
    ]
  }

  private static func title(of mend: Mend) -> Text {
    switch mend {
    case .replace(let old, let new):
      Text(en: "replace `\(old)` with `\(new)`", ru: "заменить `\(old)` на `\(new)`")
    case .removeItem: Text(en: "remove it from the list", ru: "убрать из списка")
    }
  }

  private static func ignoring(_ code: DiagnosticCode) -> Text {
    Text(
      en: "ignore `\(code.name)` here, with a reason",
      ru: "не сообщать здесь `\(code.name)`, указав причину")
  }
}

extension LanguageServer {
  /// The actions at a range, as all roadmaps have them that the file belongs to.
  mutating func codeActions(_ params: JSON) throws(ResponseError) -> JSON {
    guard let path = path(of: params["textDocument"]), let range = TextRange(params["range"])
    else { throw .invalidRequest }
    let wanted = params["context"]["only"].array.compactMap(\.string)
    guard wanted.isEmpty || wanted.contains(where: { $0.isEmpty || $0 == "quickfix" }) else {
      return []
    }
    var seen: Set<JSON> = []
    var found: [JSON] = []
    for roadmap in workspace.roadmaps(of: path) {
      let actions = CodeActions(path, of: roadmap, encoding, language)?.actions(in: range) ?? []
      for action in actions where seen.insert(action).inserted { found.append(action) }
    }
    return .array(found)
  }
}
