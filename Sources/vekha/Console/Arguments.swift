import ArgumentParser
import Bilingual
import RoadmapEngine

extension ArgumentHelp {
  /// The argument that names a measure.
  static var measure: ArgumentHelp {
    help(
      en: "The measure, by its id or its full number.",
      ru: "Мероприятие: идентификатор или полный номер.")
  }

  /// The option that names a step.
  static var step: ArgumentHelp {
    help(
      en: "The step, where several wait for you.", ru: "Этап, если вашего решения ждут несколько.",
      valueName: "id")
  }

  /// The option that takes remarks.
  static var remarks: ArgumentHelp {
    help(en: "What you want to say with it.", ru: "Замечания.", valueName: "text")
  }

  /// The option that says what was read.
  static var seen: ArgumentHelp {
    help(
      en: "The revision that you have read, as `status` shows it; `none` if nothing was there.",
      ru: "Прочитанная редакция, как её показывает `status`; `none`, если ничего не было.",
      valueName: "digest")
  }
}

extension Seen {
  /// Reads what `--seen` says, if it is given.
  static func parse(_ text: String?) throws -> Seen? {
    guard let text else { return nil }
    guard let seen = Seen(text) else {
      throw Failure(
        Text(en: "`\(text)` is no revision", ru: "`\(text)` — не редакция"),
        help: Text(
          en: "give its first \(fewestDigits) digits or more, as `status` shows them, or `none`",
          ru:
            "укажите хотя бы первые \(fewestDigits) цифр, как показывает `status`, или `none`"),
        exit: ExitStatus.usage)
    }
    return seen
  }
}
