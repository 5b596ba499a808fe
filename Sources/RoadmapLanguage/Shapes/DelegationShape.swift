import Bilingual

extension RecordShape {
  static let substitution = RecordShape(
    Noun(
      en: "a substitution", "substitutions",
      ru: "замещение", "замещения", "замещений"),
    keys: [
      .required(.by, .reference, en: "who stands in", ru: "кто замещает"),
      .required(
        .from, .text, en: "the first day, such as 2019-10-10",
        ru: "первый день, например 2019-10-10"),
      .required(
        .to, .text, en: "the last day, such as 2019-10-24",
        ru: "последний день, например 2019-10-24"),
      .required(
        .order, .text, en: "the number and the date of the order, as printed on it",
        ru: "номер и дата приказа, как на нём напечатано"),
    ])

  static let powers = RecordShape(
    Noun(
      en: "the powers", "powers",
      ru: "полномочия", "полномочий", "полномочий"),
    mayBeEmpty: true,
    keys: [
      .optional(
        .substitute, .oneOrMore(.reference), en: "who may record who stands in for whom",
        ru: "кто вправе отмечать замещения")
    ])

  static let escalation = RecordShape(
    Noun(
      en: "an escalation", "escalations",
      ru: "эскалация", "эскалации", "эскалаций"),
    keys: [
      .required(
        .to, .oneOrMore(.reference), en: "who hears of it when the days have passed",
        ru: "кому сообщить, когда дни истекли"),
      .optional(
        .mayDecide, .flag, en: "whether these may then decide for those who have not",
        ru: "вправе ли они после этого решить за тех, кто не решил"),
    ])
}
