import Bilingual
import RoadmapModel

extension RecordShape {
  /// Who may do what no measure and no step gives a right to.
  static let powers = RecordShape(
    Noun(
      en: "the powers", "powers",
      ru: "полномочия", "полномочий", "полномочий"),
    mayBeEmpty: true,
    keys: [
      .optional(
        .substitute, .oneOrMore(.reference), en: "who may record who stands in for whom",
        ru: "кто вправе отмечать замещения")
    ] + overMeasures)

  /// Who may act outside of the usual course of measures of one kind.
  static let kindPowers = RecordShape(
    Noun(
      en: "the powers over a kind", "powers over kinds",
      ru: "полномочия по виду", "полномочий по виду", "полномочий по видам"),
    mayBeEmpty: true, keys: overMeasures)

  private static let overMeasures: [KeyShape] = [
    .optional(
      .waive, .oneOrMore(.reference), en: "who may let a measure go on without what it waits for",
      ru: "кто вправе снять ожидание с мероприятия"),
    .optional(
      .skip, .oneOrMore(.reference), en: "who may pass over a step of an open round",
      ru: "кто вправе пропустить этап открытого круга согласования"),
    .optional(
      .cancel, .oneOrMore(.reference), en: "who may give a measure up for good",
      ru: "кто вправе отменить мероприятие"),
    .optional(
      .suspend, .oneOrMore(.reference), en: "who may let a measure stand still for a time",
      ru: "кто вправе приостановить мероприятие"),
    .optional(
      .resume, .oneOrMore(.reference), en: "who may end such a time",
      ru: "кто вправе возобновить приостановленное"),
    .optional(
      .reopen, .oneOrMore(.reference), en: "who may take a measure that is over back to work",
      ru: "кто вправе вернуть в работу завершённое или отменённое"),
  ]
}

extension Power {
  /// The key under which people are given it.
  var word: Word {
    switch self {
    case .waive: .waive
    case .skip: .skip
    case .cancel: .cancel
    case .suspend: .suspend
    case .resume: .resume
    case .reopen: .reopen
    }
  }
}
