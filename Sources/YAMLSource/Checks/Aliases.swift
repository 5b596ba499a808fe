import Bilingual
import SourceDiagnostics

extension Diagnostic {
  static func unknownAnchor(_ name: String, at span: SourceSpan, known: some Sequence<String>)
    -> Self
  {
    Diagnostic(
      .unknownAnchor, at: span,
      message: Text(en: "no anchor named `\(name)`", ru: "нет якоря `\(name)`"),
      help: didYouMean(name, in: known)
        ?? Text(
          en: "write `&\(name)` before the node it shall stand for, above this place",
          ru: "поставьте `&\(name)` перед нужным узлом, выше этого места"))
  }

  static func recursiveAlias(_ name: String, at span: SourceSpan, anchored: SourceSpan) -> Self {
    Diagnostic(
      .recursiveAlias, at: span,
      message: Text(
        en: "the alias `*\(name)` stands inside the node that it names",
        ru: "псевдоним `*\(name)` стоит внутри узла, который сам обозначает"),
      help: Text(
        en: "write out what shall stand here", ru: "напишите здесь само содержимое"),
      related: [
        RelatedLocation(
          span: anchored, message: Text(en: "the node starts here", ru: "узел начинается здесь"))
      ])
  }
}
