import Bilingual
import CivilTime
import RoadmapModel
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A calendar that is neither known by name nor a file that can be read.
  static let invalidCalendar = DiagnosticCode("invalid-calendar")
  /// Years whose working days are not certain.
  static let calendarProvisional = DiagnosticCode("calendar-provisional")
}

extension Reader {
  /// Finds the calendar that `roadmap.calendar` names, by its name or in the folder of the root
  /// file; without one, it is that of the language.
  mutating func readCalendar(from folder: any IncludeFolder) {
    terms.reader.calendar = heading.language == .ru ? .russian : .weekdays
    defer {
      heading.calendar = terms.reader.calendar
      heading.policies = terms.reader.policies
    }
    guard let place = terms.calendar else { return }
    let name = text(place)
    if let shipped = WorkingCalendar.shipped.first(where: { $0.name == name }) {
      terms.reader.calendar = shipped
      terms.isCalendarKnown = true
      return
    }
    let path = Self.path(name, from: loaded.first?.path ?? "")
    switch path.flatMap({ path in folder.read(path).map { (path, $0) } }) {
    case .success(let (path, bytes)): takeCalendar(bytes, path, at: place)
    case .failure(let failure): report(.invalidCalendar(name, failure, at: span(place)))
    }
  }

  private mutating func takeCalendar(_ bytes: [UInt8], _ path: String, at place: Place) {
    if !loaded.contains(where: { $0.path.utf8.elementsEqual(path.utf8) }) {
      loaded.append((path, bytes))
    }
    let read = WorkingCalendar.reading(String(decoding: bytes, as: UTF8.self), name: text(place))
    guard read.problems.isEmpty else {
      return report(.invalidCalendar(path, read.problems, at: span(place)))
    }
    terms.reader.calendar = read.calendar
    terms.isCalendarKnown = true
  }

  /// Reports once which years of the roadmap the calendar does not know for certain.
  mutating func checkCalendarYears() {
    guard checksTerms, terms.isCalendarKnown, let place = terms.calendar,
      let extent = terms.extent
    else { return }
    let doubts = terms.reader.calendar.doubts(from: extent.lowerBound, to: extent.upperBound)
    guard let first = doubts.first else { return }
    let message = doubts.dropFirst().reduce(first) { text, doubt in
      text.appending(Text(verbatim: "; ")).appending(doubt)
    }
    report(.calendarProvisional(message, at: span(place)))
  }
}

extension Diagnostic {
  fileprivate static func invalidCalendar(
    _ name: String, _ failure: IncludeFailure, at span: SourceSpan
  ) -> Diagnostic {
    let reason =
      switch failure {
      case .outside:
        Text(
          en: "it is outside the folder of the root file", ru: "он лежит вне папки корневого файла")
      case .unreadable(let reason): reason
      }
    return Diagnostic(
      .invalidCalendar, at: span,
      message: Text(
        en: "the calendar `\(name)` cannot be read: \(reason.en)",
        ru: "календарь `\(name)` не читается: \(reason.ru)"),
      help: didYouMean(name, in: WorkingCalendar.shipped.map(\.name))
        ?? Text(
          en: "a calendar is `ru`, `weekdays`, or a file in the folder of the roadmap",
          ru: "календарь — это `ru`, `weekdays` или файл в папке дорожной карты"))
  }

  fileprivate static func invalidCalendar(
    _ path: String, _ problems: [CalendarProblem], at span: SourceSpan
  ) -> Diagnostic {
    let list = problems.prefix(5).map { problem in
      Text(en: "line \(problem.line): ", ru: "строка \(problem.line): ")
        .appending(problem.message)
    }
    let more = problems.count - list.count
    let rest = more > 0 ? Text(en: "; and \(more) more", ru: "; и ещё \(more)") : Text(verbatim: "")
    return Diagnostic(
      .invalidCalendar, at: span,
      message: Text(
        en: "`\(path)` is no calendar: \(list.map(\.en).joined(separator: "; "))\(rest.en)",
        ru: "`\(path)` — не календарь: \(list.map(\.ru).joined(separator: "; "))\(rest.ru)"),
      help: Text(
        en: "write one day a line, `2018-12-31 off`, or give an iCalendar file",
        ru: "пишите по дню на строку, `2018-12-31 off`, или укажите файл iCalendar"))
  }

  fileprivate static func calendarProvisional(
    _ message: Text, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .calendarProvisional, .warning, at: span, message: message,
      help: Text(
        en: "list the days off of these years in a calendar file, once they are settled",
        ru: "когда выходные этих лет будут известны, перечислите их в файле календаря"))
  }
}
