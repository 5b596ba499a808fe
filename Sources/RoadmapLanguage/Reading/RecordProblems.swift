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
    let near = NearNames(to: name, in: known)
    return Diagnostic(
      .unknownKey, at: span,
      message: Text(
        en: "\(shape.noun.one.en) has no key `\(name)`",
        ru: "у \(shape.noun.of.ru) не бывает ключа `\(name)`"),
      help: russianKey(name, known: known) ?? near.help
        ?? elsewhere(name)
        ?? Text(en: "the keys here are \(list)", ru: "здесь возможны ключи \(list)"),
      mend: near.mend, choices: near.choices)
  }

  static func missingKeys(
    _ keys: [KeyShape], of shape: RecordShape, at span: SourceSpan
  ) -> Diagnostic {
    let words = keys.map { "`\($0.word.rawValue)`" }
    let english = listed(words, and: "and")
    let russian = listed(words, and: "и")
    let isOne = keys.count == 1
    return Diagnostic(
      .missingKey, at: span,
      message: Text(
        en: "\(shape.noun.one.en) needs the \(isOne ? "key" : "keys") \(english)",
        ru: "у \(shape.noun.of.ru) не \(isOne ? "указан ключ" : "указаны ключи") \(russian)"),
      help: Text(
        en: "add "
          + keys.map { "`\($0.word.rawValue):`, \($0.meaning.en)" }.joined(separator: "; "),
        ru: "добавьте "
          + keys.map { "`\($0.word.rawValue):` — \($0.meaning.ru)" }.joined(separator: "; ")))
  }

  private static func listed(_ words: [String], and word: String) -> String {
    guard words.count > 1, let last = words.last else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// A mapping with known keys should stand at `node`, but does not.
  static func wrongType(
    of shape: RecordShape, at node: NodeID, in tree: YAMLTree, _ symbols: SymbolTable
  ) -> Diagnostic {
    let keys = shape.keys.map { "`\($0.word.rawValue)`" }.joined(separator: ", ")
    let found = tree.form(of: node, symbols)
    return Diagnostic(
      .wrongType, at: tree.span(node),
      message: Text(
        en: "here must stand a mapping with the keys of \(shape.noun.of.en), not \(found.en)",
        ru: "здесь должен стоять набор ключей \(shape.noun.of.ru), а не \(found.ru)"),
      help: Text(en: "the keys are \(keys)", ru: "возможные ключи: \(keys)"))
  }

  /// The value of `key` is of another form than the key takes.
  static func wrongType(
    of key: KeyShape, at node: NodeID, in tree: YAMLTree, _ symbols: SymbolTable
  ) -> Diagnostic {
    let word = key.word.rawValue
    let expected = key.value.expectation
    let found = tree.form(of: node, symbols)
    let isEmpty = tree.isNull(node)
    return Diagnostic(
      .wrongType, at: tree.span(node),
      message: Text(
        en: isEmpty
          ? "`\(word)` takes \(expected.en), and nothing is given here"
          : "`\(word)` takes \(expected.en), not \(found.en)",
        ru: isEmpty
          ? "значение `\(word)` — \(expected.ru), а здесь пусто"
          : "значение `\(word)` — \(expected.ru), а не \(found.ru)"),
      help: truth(tree.scalar(node).map(symbols.string), for: key) ?? explanation(of: key, isEmpty))
  }

  /// An item of the list under `key` is of another form than the key takes.
  static func wrongType(
    ofItemOf key: KeyShape, expected: Text, at node: NodeID, in tree: YAMLTree,
    _ symbols: SymbolTable
  ) -> Diagnostic {
    let word = key.word.rawValue
    let found = tree.form(of: node, symbols)
    return Diagnostic(
      .wrongType, at: tree.span(node),
      message: tree.isNull(node)
        ? Text(en: "an item of `\(word)` is empty", ru: "элемент списка `\(word)` пуст")
        : Text(
          en: "an item of `\(word)` is \(expected.en), not \(found.en)",
          ru: "элемент списка `\(word)` — \(expected.ru), а не \(found.ru)"),
      help: explanation(of: key, false))
  }

  /// The title of a role should stand at `node`, but does not.
  static func roleWithoutTitle(
    _ role: String, at node: NodeID, in tree: YAMLTree, _ symbols: SymbolTable
  ) -> Diagnostic {
    let found = tree.form(of: node, symbols)
    return Diagnostic(
      .wrongType, at: tree.span(node),
      message: Text(
        en: "the role `\(role)` takes a text, its title, not \(found.en)",
        ru: "значение роли `\(role)` — текст, её название, а не \(found.ru)"),
      help: Text(
        en: "write `\(role): The title`; people name their roles themselves",
        ru: "напишите `\(role): Название`; роли указываются у самих участников"))
  }

  private static func explanation(of key: KeyShape, _ isEmpty: Bool) -> Text {
    let word = key.word.rawValue
    let meaning = Text(
      en: "`\(word)`: \(key.meaning.en)", ru: "`\(word)` — \(key.meaning.ru)")
    guard isEmpty, !key.isRequired else { return meaning }
    return meaning.appending(
      Text(en: "; it may be left out", ru: "; этот ключ можно не указывать"))
  }

  /// What a word that older YAML reads as a truth value was meant to be.
  private static func truth(_ word: String?, for key: KeyShape) -> Text? {
    guard case .flag = key.value, let word = word?.lowercased() else { return nil }
    let isYes = ["yes", "y", "on", "true", "1", "да"].contains(word)
    let isNo = ["no", "n", "off", "false", "0", "нет"].contains(word)
    guard isYes || isNo else { return nil }
    return Text(en: "write `\(isYes)`, without quotes", ru: "напишите `\(isYes)` без кавычек")
  }

  /// The English key for a Russian word that people write in its place.
  private static func russianKey(_ name: String, known: [String]) -> Text? {
    guard let key = englishKeys[name.lowercased()], known.contains(key) else { return nil }
    return Text(en: "keys are English: `\(key)`", ru: "ключи пишутся по-английски: `\(key)`")
  }

  /// Where a word of the language belongs that stands in the wrong place.
  private static func elsewhere(_ name: String) -> Text? {
    guard let word = Word(rawValue: englishKeys[name.lowercased()] ?? name) else { return nil }
    let owners = RecordName.allCases.map(\.shape).filter { $0.slot(of: word) != nil }.prefix(3)
    guard !owners.isEmpty else { return nil }
    let en = owners.map(\.noun.of.en).joined(separator: " or ")
    let ru = owners.map(\.noun.of.ru).joined(separator: " или ")
    let key = word.rawValue
    return Text(en: "`\(key)` is a key of \(en)", ru: "`\(key)` — ключ \(ru)")
  }

}

extension RecordShape {
  /// The key that an unknown one was probably meant to be.
  func wordMeant(by name: String) -> Word? {
    let known = keys.map(\.word.rawValue)
    if let key = englishKeys[name.lowercased()], known.contains(key) { return Word(rawValue: key) }
    return nearestNames(to: name, in: known).first.flatMap(Word.init(rawValue:))
  }
}

/// Keys of the language by the Russian words for them.
private let englishKeys = [
  "мероприятия": "measures", "мероприятие": "measures", "разделы": "sections",
  "раздел": "sections", "срок": "term", "сроки": "term", "исполнители": "owners",
  "исполнитель": "owners", "ответственный": "owners", "ответственные": "owners",
  "название": "title", "наименование": "title", "номер": "number", "вид": "kind",
  "после": "after", "части": "parts", "подпункты": "parts", "люди": "people",
  "участники": "people", "роли": "roles", "роль": "roles", "документы": "documents",
  "виды": "kinds", "маршруты": "routes", "маршрут": "route", "этапы": "steps",
  "кворум": "quorum", "имя": "name", "фио": "name", "дата": "due", "состояния": "states",
  "переходы": "transitions", "кто": "by", "от": "from", "из": "from", "в": "to",
  "период": "period", "язык": "language", "веха": "vekha", "ждёт": "awaits", "ждет": "awaits",
]

extension YAMLTree {
  /// What the value at `node` is, in words; short values are quoted.
  func form(of node: NodeID, _ symbols: SymbolTable) -> Text {
    let node = resolved(node)
    switch kind(node) {
    case .sequence: return Text(en: "a list", ru: "список")
    case .mapping: return Text(en: "a mapping", ru: "набор ключей")
    case .scalar:
      if isNull(node) { return Text(en: "nothing", ru: "пустое значение") }
      let value = scalar(node).map(symbols.string) ?? ""
      guard (1...40).contains(value.utf8.count) else { return Text(en: "a text", ru: "текст") }
      return style(node) == .plain
        ? Text(verbatim: "`\(value)`")
        : Text(en: "the text `\(value)` in quotes", ru: "текст `\(value)` в кавычках")
    }
  }
}
