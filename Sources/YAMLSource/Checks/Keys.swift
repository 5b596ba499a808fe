import Bilingual
import SourceDiagnostics

extension Diagnostic {
  static func complexKey(at span: SourceSpan) -> Self {
    Diagnostic(
      .complexKey, at: span,
      message: Text(
        en: "a key must be a single value, not a list or a mapping",
        ru: "ключом может быть только одно значение, а не список и не набор ключей"),
      help: Text(
        en: "if brackets belong to the key's text, put it in quotes",
        ru: "если скобки — часть текста ключа, возьмите его в кавычки"))
  }

  static func mergeKey(at span: SourceSpan) -> Self {
    Diagnostic(
      .mergeKey, at: span,
      message: Text(
        en: "merge keys are not part of the language",
        ru: "ключи слияния в языке не предусмотрены"),
      help: Text(
        en: "write the keys out, or use an alias for a whole value",
        ru: "выпишите ключи или подставьте псевдонимом значение целиком"))
  }

  static func unknownTag(_ tag: String, at span: SourceSpan) -> Self {
    let core = "tag:yaml.org,2002:"
    let name = tag.hasPrefix(core) ? "!!" + tag.dropFirst(core.count) : tag
    return Diagnostic(
      .unknownTag, at: span,
      message: Text(
        en: "the tag `\(name)` is unknown or does not fit what follows it",
        ru: "тег `\(name)` неизвестен или не подходит к тому, что за ним стоит"),
      help: Text(
        en: "remove it; if the value itself starts with `!`, put the value in quotes",
        ru: "уберите его; если с `!` начинается само значение, возьмите значение в кавычки"))
  }
}
