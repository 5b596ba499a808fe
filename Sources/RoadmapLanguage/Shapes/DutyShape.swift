import Bilingual

extension RecordShape {
  static let dutySeparation = RecordShape(
    Noun(
      en: "a separation of duties", "separations of duties",
      ru: "разделение обязанностей", "разделения обязанностей", "разделений обязанностей"),
    keys: [
      id, duties(en: "what different people must do", ru: "что должны делать разные люди"), across,
      .optional(
        .rounds, .text, en: "which rounds count: last or all",
        ru: "какие круги учитываются: last (последний) или all (все)"),
    ])

  static let dutyBinding = RecordShape(
    Noun(
      en: "a binding of duties", "bindings of duties",
      ru: "связывание обязанностей", "связывания обязанностей", "связываний обязанностей"),
    keys: [
      id, duties(en: "what the same people must do", ru: "что должны делать одни и те же люди"),
      across,
    ])

  private static let id = KeyShape.required(
    .id, .text, en: "the id, unique among separations and bindings",
    ru: "идентификатор, единственный среди разделений и связываний")

  private static let across = KeyShape.optional(
    .across, .text, en: "which measures are looked at together: measure, parts or path",
    ru: "какие мероприятия рассматриваются вместе: measure, parts (с частями) или path (на пути)")

  private static func duties(en: String, ru: String) -> KeyShape {
    .required(
      .of, .oneOrMore(.reference), en: "\(en): transitions, and steps as ROUTE.STEP",
      ru: "\(ru): переходы и этапы в виде МАРШРУТ.ЭТАП")
  }
}
