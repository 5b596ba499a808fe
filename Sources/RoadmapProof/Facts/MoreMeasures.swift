import Bilingual

extension Text {
  /// ` and 3 more measures`, to stand behind the name of the first; nothing where there are none.
  static func andMoreMeasures(_ count: Int) -> Text {
    guard count > 0 else { return Text(verbatim: "") }
    let more = CountedNoun(
      en: "more measure", "more measures", ru: "мероприятия", "мероприятий", "мероприятий")(count)
    return Text(en: " and \(more.en)", ru: " и ещё \(more.ru)")
  }
}
