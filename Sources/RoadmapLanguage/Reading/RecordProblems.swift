import Bilingual
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A key that the language does not know in this place.
  static let unknownKey = DiagnosticCode("unknown-key")
  /// A key that may not be left out.
  static let missingKey = DiagnosticCode("missing-key")
  /// A value of another form than its key takes.
  static let wrongType = DiagnosticCode("wrong-type")
}

extension Diagnostic {
  static func unknownKey(_ name: String, at span: SourceSpan, in shape: RecordShape) -> Diagnostic {
    let known = shape.keys.map(\.word.rawValue)
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownKey, at: span,
      message: Text(
        en: "\(shape.noun.en) has no key `\(name)`",
        ru: "у таблицы (\(shape.noun.ru)) нет ключа `\(name)`"),
      help: russianKey(name, known: known) ?? didYouMean(name, in: known)
        ?? Text(en: "the keys here are \(list)", ru: "здесь возможны ключи \(list)"))
  }

  static func missingKey(
    _ key: KeyShape, of shape: RecordShape, at span: SourceSpan
  ) -> Diagnostic {
    let word = key.word.rawValue
    return Diagnostic(
      .missingKey, at: span,
      message: Text(
        en: "\(shape.noun.en) needs the key `\(word)`",
        ru: "не хватает ключа `\(word)` (\(shape.noun.ru))"),
      help: Text(
        en: "add `\(word):`, \(key.meaning.en)", ru: "добавьте `\(word):` — \(key.meaning.ru)"))
  }

  static func wrongType(expected: Text, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .wrongType, at: span,
      message: Text(en: "here stands \(expected.en)", ru: "здесь должно стоять: \(expected.ru)"))
  }

  static func wrongType(
    of word: Word, expected: Text, at node: NodeID, in tree: YAMLTree
  ) -> Diagnostic {
    let found = tree.form(of: node)
    let key = word.rawValue
    return Diagnostic(
      .wrongType, at: tree.span(node),
      message: Text(
        en: "`\(key)` takes \(expected.en), not \(found.en)",
        ru: "значение `\(key)` — \(expected.ru), а не \(found.ru)"),
      help: tree.isNull(tree.resolved(node))
        ? Text(
          en: "write a value, or leave `\(key)` out", ru: "напишите значение или уберите `\(key)`")
        : nil)
  }

  /// The English key for a Russian word that people write in its place.
  private static func russianKey(_ name: String, known: [String]) -> Text? {
    guard let key = russianKeys[name.lowercased()], known.contains(key) else { return nil }
    return Text(en: "keys are English: `\(key)`", ru: "ключи пишутся по-английски: `\(key)`")
  }

  private static let russianKeys = [
    "мероприятия": "measures", "мероприятие": "measures", "разделы": "sections",
    "раздел": "sections", "срок": "term", "сроки": "term", "исполнители": "owners",
    "исполнитель": "owners", "ответственный": "owners", "ответственные": "owners",
    "название": "title", "номер": "number", "вид": "kind", "после": "after", "части": "parts",
    "подпункты": "parts", "люди": "people", "участники": "people", "роли": "roles",
    "документы": "documents", "виды": "kinds", "маршруты": "routes", "маршрут": "route",
    "этапы": "steps", "кворум": "quorum", "имя": "name", "дата": "due", "состояния": "states",
    "переходы": "transitions", "кто": "by", "от": "from", "из": "from", "в": "to",
  ]
}

extension YAMLTree {
  /// What the value at `node` is, in words.
  fileprivate func form(of node: NodeID) -> Text {
    let node = resolved(node)
    switch kind(node) {
    case .sequence: return Text(en: "a list", ru: "список")
    case .mapping: return Text(en: "a mapping", ru: "таблица")
    case .scalar:
      return isNull(node)
        ? Text(en: "nothing", ru: "пустота") : Text(en: "a single value", ru: "одно значение")
    }
  }
}
