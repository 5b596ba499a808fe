import Bilingual
import CEL
import CivilTime
import RoadmapLanguage
import RoadmapModel
import RoadmapService
import SourceDiagnostics

extension View {
  /// What there is to say about the place at a position.
  func hover(at position: TextPosition) -> JSON? {
    guard let offset = offset(at: position) else { return keyHover(at: position) }
    if let occurrence = index.occurrence(at: offset, in: file) {
      let card = EntityCard(roadmap: snapshot.compiled.roadmap, language: language)
      if let text = card.card(of: occurrence.entity) { return hover(text, at: occurrence.span) }
    }
    if let found = index.expression(at: offset, in: file),
      let hover = expressionHover(found.site, at: found.byte)
    {
      return hover
    }
    if let term = index.terms.first(where: { $0.span.contains(offset, in: file) }) {
      return hover(dates(around: offset) + explanation(of: term.words), at: term.span)
    }
    return keyHover(at: position)
  }

  private func hover(_ text: String, at span: SourceSpan?) -> JSON {
    var members: [String: JSON] = ["contents": ["kind": "markdown", "value": .string(text)]]
    if let span, let range = range(span) { members["range"] = range.json }
    return .object(members)
  }

  /// The type of a part of an expression, and what a field or a function is.
  private func expressionHover(_ site: ExpressionSite, at byte: Int) -> JSON? {
    guard let part = site.program?.part(at: byte) else { return nil }
    var lines = ["```cel\n\(part.name.map { "\($0): " } ?? "")\(part.type)\n```"]
    if let name = part.name, !part.isCall, case .record(let record)? = part.receiver,
      let meaning = FieldMeaning.of(name, in: record)
    {
      lines.append(say(meaning))
    } else if let name = part.name, part.isCall, let meaning = FunctionMeaning.of(name) {
      lines.append(say(meaning))
    } else if let name = part.name, part.receiver == nil, let meaning = FieldMeaning.of(name) {
      lines.append(say(meaning))
    }
    let span = site.span(of: part.range.start..<part.range.end)
    return hover(lines.joined(separator: "\n\n"), at: span)
  }

  /// The dates that the measure around a place has in this roadmap, whose headings may give a year.
  private func dates(around offset: UInt32) -> String {
    let around = index.declarations(in: file).last {
      $0.entity.kind == .measure && $0.extent.contains(offset, in: file)
    }
    let roadmap = snapshot.compiled.roadmap
    guard let around, let measure = roadmap.measures(named: around.entity.name).first,
      let due = roadmap.measures[measure].due
    else { return "" }
    return say(Text(en: "here: `\(due.edtf)`", ru: "здесь: `\(due.edtf)`")) + "\n\n"
  }

  /// How the words of a term are read.
  private func explanation(of words: String) -> String {
    let explanation = TermExplanation(words)
    let rows = explanation.rows.map { "- *\($0.label[language])*: \($0.value[language])" }
    let refusal = explanation.refusal.map { "\n\n" + $0.message[language] } ?? ""
    return rows.joined(separator: "\n") + refusal
  }

  /// What a key means, or the key above a value.
  private func keyHover(at position: TextPosition) -> JSON? {
    let context = LineContext(lines, at: position, in: encoding, wholeWord: true)
    guard let name = context.key else { return nil }
    let slot = Vocabulary.slot(at: context.container, inRootFile: RootSearch.isRoot(lines.bytes))
    guard let key = slot.keys.first(where: { EntityCard.same($0.name, name) }) else { return nil }
    let takes = Text(en: "takes \(key.expectation.en)", ru: "значение — \(key.expectation.ru)")
    return hover("**\(key.name)**\n\n\(say(key.meaning))\n\n\(say(takes))", at: nil)
  }
}

extension SourceSpan {
  func contains(_ offset: UInt32, in file: SourceFileID) -> Bool {
    self.file == file && start <= offset && offset <= end
  }
}
