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

  /// The option that names whose vote is given.
  static var principal: ArgumentHelp {
    help(
      en: "For whom, by a substitution or a delegation; else yourself, if you may.",
      ru: "За кого: по замещению или делегированию; иначе за себя, если вправе.",
      valueName: "person")
  }

  /// The option that says why.
  static var reason: ArgumentHelp { help(en: "Why.", ru: "Причина.", valueName: "text") }

  /// The option that names the first day.
  static var firstDay: ArgumentHelp {
    help(
      en: "The first day, as 2019-10-10; else today.",
      ru: "Первый день, как 2019-10-10; иначе сегодня.", valueName: "date")
  }

  /// The option that names the last day.
  static var lastDay: ArgumentHelp {
    help(
      en: "The last day, as 2019-10-24; it counts.",
      ru: "Последний день, как 2019-10-24; он входит.", valueName: "date")
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
