import Bilingual

extension RecordShape {
  static let dependency = RecordShape(
    Noun(
      en: "a dependency", "dependencies",
      ru: "зависимость", "зависимости", "зависимостей"),
    keys: [
      .required(.measure, .reference, en: "the measure that comes first", ru: "что предшествует"),
      .optional(
        .reaches, .reference, en: "the state that it must have reached",
        ru: "состояние, которого оно должно достичь"),
      .optional(
        .kind, .text,
        en: "what waits for what: finish-start, start-start, finish-finish or start-finish",
        ru: "что чего ждёт: finish-start, start-start, finish-finish или start-finish"),
      .optional(
        .lag, .either(.text, .record(.lag)), en: "the days that must or may lie between",
        ru: "сколько дней должно или может пройти между ними"),
    ])

  static let lag = RecordShape(
    Noun(
      en: "a lag", "lags",
      ru: "промежуток", "промежутка", "промежутков"),
    keys: [
      .optional(
        .min, .text, en: "the days that must lie between", ru: "сколько дней должно пройти"),
      .optional(
        .max, .text, en: "the days that may lie between at most",
        ru: "сколько дней может пройти, не больше"),
    ])

  static let awaited = RecordShape(
    Noun(
      en: "an awaited document", "awaited documents",
      ru: "ожидаемый документ", "ожидаемого документа", "ожидаемых документов"),
    keys: [
      .required(
        .document, .reference, en: "the external document", ru: "внешний документ"),
      .optional(
        .within, .text, en: "how many days after its date the measure is due",
        ru: "через сколько дней после его даты истекает срок мероприятия"),
    ])
}
