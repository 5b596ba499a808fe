import Bilingual
import SourceDiagnostics

extension SyntaxError {
  /// A tab where YAML wants spaces.
  func tabMistake(in text: SyntaxText) -> Diagnostic? {
    guard text.character(at: offset) == "\t" else { return nil }
    let (line, index) = text.line(at: offset)
    guard problem.contains("tab") || index < line.indentation else { return nil }
    let tabs = line.characters[index...].prefix { $0 == "\t" }.count
    return text.mistake(
      at: text.span(offset, to: line.offset(of: index + tabs)),
      Text(en: "a tab is used for indentation", ru: "отступ сделан табуляцией"),
      help: Text(
        en: "indent with spaces; editors can be told to insert them for the tab key",
        ru: "делайте отступы пробелами; редактор может вставлять их по клавише Tab"))
  }
}
