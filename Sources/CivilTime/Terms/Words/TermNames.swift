public import Bilingual

/// The names of months and weekdays, in the forms that sentences need.
enum TermNames {
  static let months = [
    Text(en: "January", ru: "январь"), Text(en: "February", ru: "февраль"),
    Text(en: "March", ru: "март"), Text(en: "April", ru: "апрель"), Text(en: "May", ru: "май"),
    Text(en: "June", ru: "июнь"), Text(en: "July", ru: "июль"), Text(en: "August", ru: "август"),
    Text(en: "September", ru: "сентябрь"), Text(en: "October", ru: "октябрь"),
    Text(en: "November", ru: "ноябрь"), Text(en: "December", ru: "декабрь"),
  ]

  static let genitiveMonths = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
  ]

  static let weekdays = [
    Text(en: "Monday", ru: "понедельник"), Text(en: "Tuesday", ru: "вторник"),
    Text(en: "Wednesday", ru: "среда"), Text(en: "Thursday", ru: "четверг"),
    Text(en: "Friday", ru: "пятница"), Text(en: "Saturday", ru: "суббота"),
    Text(en: "Sunday", ru: "воскресенье"),
  ]
}

extension CivilDate {
  /// The day in words, with that of the week: `15 October 2018 (Monday)`.
  public var words: Text {
    TermWords.date(self).appending(Text(verbatim: " (")).appending(TermWords.weekday(self))
      .appending(Text(verbatim: ")"))
  }
}
