import Bilingual
import SourceDiagnostics

extension Diagnostic {
  static func nestingLimit(
    at span: SourceSpan, _ limits: YAMLLimits, isAlias: Bool
  ) -> Self {
    let levels = CountedNoun(en: "level", "levels", ru: "уровень", "уровня", "уровней")
    return Diagnostic(
      .nestingLimit, at: span,
      message: Text(en: "nested deeper than ", ru: "вложенность глубже чем ")
        .appending(levels(limits.nesting)),
      help: isAlias
        ? Text(
          en: "an alias counts with all that it stands for",
          ru: "псевдоним считается вместе со всем, что он обозначает")
        : Text(
          en: "check that every bracket is closed where it should be",
          ru: "проверьте, все ли скобки закрыты там, где нужно"))
  }

  static func aliasLimit(at span: SourceSpan, _ limits: YAMLLimits) -> Self {
    let nodes = CountedNoun(en: "node", "nodes", ru: "узел", "узла", "узлов")
    return Diagnostic(
      .aliasLimit, at: span,
      message: Text(
        en: "the aliases of this file stand for more than ",
        ru: "псевдонимы этого файла обозначают больше чем "
      ).appending(nodes(limits.aliasNodes)),
      help: Text(
        en: "use fewer aliases, and none inside what other aliases stand for",
        ru: "используйте меньше псевдонимов, особенно один внутри другого"))
  }

  static func scalarTooLong(at span: SourceSpan, _ limits: YAMLLimits) -> Self {
    Diagnostic(
      .scalarTooLong, at: span,
      message: Text(en: "this text is longer than ", ru: "этот текст длиннее чем ")
        .appending(byteCount(limits.scalarBytes)),
      help: Text(
        en: "check that a quote is not missing; keep long texts in files of their own",
        ru: "проверьте, закрыта ли кавычка; длинные тексты храните отдельными файлами"))
  }

  static func nodeLimit(at span: SourceSpan, _ limits: YAMLLimits) -> Self {
    let nodes = CountedNoun(en: "node", "nodes", ru: "узел", "узла", "узлов")
    return Diagnostic(
      .fileTooLarge, at: span,
      message: Text(en: "the file has more than ", ru: "в файле больше чем ")
        .appending(nodes(limits.nodes)),
      help: splitHelp)
  }

  static func fileTooLarge(_ file: SourceFileID, bytes: Int, limit: Int) -> Self {
    Diagnostic(
      .fileTooLarge, in: file,
      message: Text(en: "the file has ", ru: "размер файла — ").appending(byteCount(bytes))
        .appending(Text(en: ", the most is ", ru: ", наибольший — ")).appending(byteCount(limit)),
      help: splitHelp)
  }

  private static let splitHelp = Text(
    en: "split it and bring the parts together with `include`",
    ru: "разделите его и соедините части через `include`")

  /// A size in the largest unit that leaves no rest.
  private static func byteCount(_ count: Int) -> Text {
    if count > 0, count % (1 << 20) == 0 {
      return Text(en: "\(count >> 20) MiB", ru: "\(count >> 20) МиБ")
    }
    if count > 0, count % (1 << 10) == 0 {
      return Text(en: "\(count >> 10) KiB", ru: "\(count >> 10) КиБ")
    }
    return CountedNoun(en: "byte", "bytes", ru: "байт", "байта", "байт")(count)
  }
}
