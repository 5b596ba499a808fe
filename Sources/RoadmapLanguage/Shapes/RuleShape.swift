import Bilingual

extension RecordShape {
  static let rule = RecordShape(
    Noun(
      en: "a rule", "rules",
      ru: "правило", "правила", "правил"),
    keys: [
      .required(
        .id, .text, en: "the id, unique in the roadmap",
        ru: "идентификатор, единственный в дорожной карте"),
      .optional(
        .for, .text, en: "what it is for: measure, roadmap or transition",
        ru: "для чего оно: measure (мероприятие), roadmap (дорожная карта) или transition (переход)"
      ),
      .optional(
        .where, .text, en: "when it applies, a condition in CEL",
        ru: "когда оно применяется, условие на CEL"),
      .required(
        .require, .text, en: "what must hold, a condition in CEL",
        ru: "что должно быть верно, условие на CEL"),
      .optional(
        .message, .text, en: "what to tell those who break it, with expressions in braces",
        ru: "что сказать нарушителю, с выражениями в фигурных скобках"),
      .optional(
        .severity, .text, en: "how bad it is to break it: error or warning",
        ru: "насколько плохо его нарушить: error или warning"),
    ])
}
