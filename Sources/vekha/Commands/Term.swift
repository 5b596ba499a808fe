public import ArgumentParser
import Bilingual
public import CivilTime
import RoadmapLanguage
import RoadmapService

extension Vekha {
  /// `vekha term PHRASE`: explain the words of a term; exit 0 read, 1 open or unreadable.
  struct Term: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Explain how the words of a term are read.",
        ru: "Показать, как читается срок, записанный словами."))

    @Argument(
      help: help(
        en: "The words, in quotes: \"by 15 October 2018\".",
        ru: "Слова в кавычках: «До 15 октября 2018».", valueName: "phrase"))
    var phrase: String

    @Option(
      help: help(
        en: "The day that missing years and events are counted from.",
        ru: "День, от которого считать неуказанный год и срок от события.", valueName: "date"))
    var at: String?

    @Option(
      help: help(
        en: "Working days: ru, weekdays or a file; else by the language of the words.",
        ru: "Рабочие дни: ru, weekdays или файл; иначе по языку слов.", valueName: "calendar"))
    var calendar: String?

    @Option(
      help: help(
        en: "Whether the day after “by” and “until” belongs to the term.",
        ru: "Входит ли в срок день, названный после «до»."))
    var until = TermPolicies.Bound.inclusive

    @Option(
      help: help(
        en: "Where a deadline on a day off moves.",
        ru: "Куда переносится крайний срок с выходного."))
    var dayOff = TermPolicies.DayOff.keep

    @OptionGroup var output: OutputOptions

    func run() throws {
      let explanation = TermExplanation(
        phrase, calendar: try calendar.map(Self.calendar),
        policies: TermPolicies(until: until, dayOff: dayOff), day: try at.map(Moment.parseDate))
      switch output.format {
      case .text: printText(explanation)
      case .json: Console.print(explanation.json(in: Speech.language))
      }
      guard let refusal = explanation.refusal else { return }
      throw Failure(
        refusal.message, details: refusal.details, help: refusal.help, exit: ExitStatus.refused)
    }

    private func printText(_ explanation: TermExplanation) {
      var lines = Indented(width: Console.width)
      for row in explanation.rows {
        lines.add("\(row.label[Speech.language]): \(row.value[Speech.language])")
      }
      Console.print(lines.text)
    }

    /// The calendar that ships under this name, else the one in the file of this path.
    private static func calendar(_ name: String) throws -> WorkingCalendar {
      if let shipped = WorkingCalendar.shipped.first(where: { $0.name == name }) { return shipped }
      let bytes: [UInt8]
      do throws(FileProblem) {
        bytes = try LoadedFile(path: name).bytes
      } catch {
        throw Failure(
          error.message,
          help: Text(
            en: "a calendar is `ru`, `weekdays` or a file",
            ru: "календарь — это `ru`, `weekdays` или файл"), exit: ExitStatus.input)
      }
      let read = WorkingCalendar.reading(String(decoding: bytes, as: UTF8.self), name: name)
      guard read.problems.isEmpty else { throw unreadable(name, read.problems) }
      return read.calendar
    }

    private static func unreadable(_ name: String, _ problems: [CalendarProblem]) -> Failure {
      Failure(
        Text(en: "`\(name)` is no calendar", ru: "`\(name)` — не календарь"),
        details: problems.prefix(20).map { problem in
          Text(en: "line \(problem.line): ", ru: "строка \(problem.line): ")
            .appending(problem.message)
        },
        help: Text(
          en: "a line is `2018-12-31 off`, or the file is an iCalendar",
          ru: "строка файла — `2018-12-31 off`; годится и файл iCalendar"),
        exit: ExitStatus.input)
    }
  }
}

extension TermPolicies.Bound: ExpressibleByArgument {}
extension TermPolicies.DayOff: ExpressibleByArgument {}
