import Bilingual
import CEL
import RoadmapLanguage
import RoadmapModel
import SourceDiagnostics

/// Proposes what may be written at a place.
struct Completion {
  let lines: LineIndex
  /// The file as its roadmap has it; `nil` where none is known.
  let view: View?
  /// Whether it is a root file.
  let isRoot: Bool
  let encoding: PositionEncoding
  let language: Language

  /// The proposals, as the protocol writes them.
  func items(at position: TextPosition) -> [JSON] {
    if let items = expressionItems(at: position) { return items }
    let context = LineContext(lines, at: position, in: encoding)
    var path = context.container
    if context.isValue, let key = context.key { path.append(.key(key)) }
    let slot = Vocabulary.slot(at: path, inRootFile: isRoot)
    var items: [JSON] = []
    if let value = slot.value {
      items += valueItems(value, context: context, at: position)
    }
    if !context.isValue {
      let keys = slot.keys.filter { !context.siblings.contains($0.name) }
      items += keys.map { item($0, context, position) }
      if let entries = slot.entries { items += referenceItems(entries, context, position) }
    }
    return items
  }

  private func item(
    _ key: Vocabulary.Key, _ context: LineContext, _ position: TextPosition
  ) -> JSON {
    Self.item(
      key.name, kind: 10, detail: key.expectation[language], documentation: key.meaning[language],
      rank: key.isRequired ? 0 : 1, edit: key.name + (key.isNested ? ":" : ": "),
      replacing: range(of: context.prefix, before: position))
  }

  private func valueItems(
    _ value: Vocabulary.Value, context: LineContext, at position: TextPosition
  ) -> [JSON] {
    let range = range(of: context.prefix, before: position)
    if case .whole(let target)? = value.expression {
      return namesInExpression(context.value, about: target, before: position)
    }
    var items = value.choices.map { choice in
      Self.item(
        choice, kind: 12, detail: value.key.meaning[language], edit: choice, replacing: range)
    }
    if let reference = value.reference { items += referenceItems(reference, context, position) }
    return items
  }

  private func referenceItems(
    _ reference: Vocabulary.Reference, _ context: LineContext, _ position: TextPosition
  ) -> [JSON] {
    let range = range(of: context.prefix, before: position)
    return names(reference, around: position, context).map { name in
      Self.item(
        name.text, kind: name.kind, detail: name.title, edit: name.text, replacing: range)
    }
  }

  /// The text before a place that a proposal takes the place of.
  func range(of prefix: String, before position: TextPosition) -> TextRange {
    let width = prefix.unicodeScalars.reduce(0) { sum, scalar in
      sum + encoding.width(of: DecodedWidth(bytes: UTF8.width(scalar)))
    }
    let start = TextPosition(
      line: position.line, character: max(0, position.character - width))
    return TextRange(start: start, end: position)
  }

  static func item(
    _ label: String, kind: Int, detail: String, documentation: String = "", rank: Int = 1,
    edit: String, replacing range: TextRange
  ) -> JSON {
    var members: [String: JSON] = [
      "label": .string(label), "kind": .integer(kind), "sortText": .string("\(rank)\(label)"),
      "filterText": .string(label),
      "textEdit": ["range": range.json, "newText": .string(edit)],
    ]
    if !detail.isEmpty { members["detail"] = .string(detail) }
    if !documentation.isEmpty {
      members["documentation"] = ["kind": "markdown", "value": .string(documentation)]
    }
    return .object(members)
  }
}

// MARK: - Names

extension Completion {
  private struct Name {
    let text: String
    let title: String
    let kind: Int
  }

  private func names(
    _ reference: Vocabulary.Reference, around position: TextPosition, _ context: LineContext
  ) -> [Name] {
    switch reference {
    case .entity(.file): return []
    case .entity(let kind):
      return names(of: kind, owner: owner(of: kind, around: position, context))
    case .principal:
      let words = [
        ("owner", Text(en: "any owner of the measure", ru: "любой исполнитель мероприятия")),
        ("lead", Text(en: "its first-named owner", ru: "первый из исполнителей")),
        ("requester", Text(en: "whoever asked", ru: "кто запросил переход")),
      ]
      return words.map { Name(text: $0.0, title: $0.1[language], kind: 14) }
        + names(of: .role, owner: nil).map { name in
          Name(text: "role:" + name.text, title: name.title, kind: name.kind)
        } + names(of: .person, owner: nil)
    case .party:
      let title = Text(en: "whoever asked", ru: "кто запросил переход")[language]
      return [Name(text: "requester", title: title, kind: 14)]
        + names(of: .step, owner: owner(of: .step, around: position, context))
    }
  }

  private func names(of kind: EntityKind, owner: String?) -> [Name] {
    var seen: Set<String> = []
    return (view?.index.names(of: kind, owner: owner) ?? []).compactMap { occurrence in
      let name = occurrence.entity.name
      guard !name.isEmpty, seen.insert(name).inserted else { return nil }
      return Name(text: name, title: occurrence.title, kind: kind == .person ? 6 : 18)
    }
  }

  /// The lifecycle whose states and transitions are meant, or the route whose steps are; `nil`
  /// where that is not known, so that those of all are proposed.
  private func owner(
    of kind: EntityKind, around position: TextPosition, _ context: LineContext
  ) -> String? {
    guard [.state, .transition, .step].contains(kind) else { return nil }
    var path = context.container[...]
    while let last = path.popLast() {
      if case .key(let name) = last, let above = path.last,
        above == .key(kind == .step ? "routes" : "lifecycles"), path.count == 1
      {
        return name
      }
    }
    guard kind != .step, let view, let measure = measure(around: position, context, in: view) else {
      return nil
    }
    return view.snapshot.compiled.roadmap.lifecycle(of: measure)?.id
  }

  /// The measure that a place is about: one that is waited for, else the one around the place.
  private func measure(
    around position: TextPosition, _ context: LineContext, in view: View
  ) -> MeasureIndex? {
    let roadmap = view.snapshot.compiled.roadmap
    if context.siblings.contains("measure") {
      let line = lines.line(position.line)
      guard let key = line.firstRange(of: "measure:") else { return nil }
      let name = line[key.upperBound...].drop { $0 == " " }
        .prefix { $0 != "," && $0 != "}" && $0 != " " }
      return roadmap.measures(named: String(name)).first
    }
    guard let offset = view.offset(at: position) else { return nil }
    let around = view.index.declarations(in: view.file).last {
      $0.entity.kind == .measure && $0.extent.contains(offset, in: view.file)
    }
    return around.flatMap { roadmap.measures(named: $0.entity.name).first }
  }
}
