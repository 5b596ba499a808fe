import Bilingual
import CivilTime
import Glibc

/// Times as people give them.
enum Moment {
  /// The time of the clock.
  static var now: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let micros = Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    return Instant(microseconds: micros) ?? Instant(startOf: .earliest)
  }

  /// Reads a date or a time.
  static func parse(_ text: String) throws -> Instant {
    guard let instant = Instant(isoDateOrTime: text) else {
      throw Failure(
        Text(en: "`\(text)` is no time", ru: "`\(text)` — не время"),
        help: Text(
          en: "write a date `2018-09-03` or a time `2018-09-03T10:00:00Z`",
          ru: "напишите дату `2018-09-03` или время `2018-09-03T10:00:00Z`"),
        exit: ExitStatus.usage)
    }
    return instant
  }

  /// Reads a date.
  static func parseDate(_ text: String) throws -> CivilDate {
    guard let date = CivilDate(iso: text) else {
      throw Failure(
        Text(en: "`\(text)` is no date", ru: "`\(text)` — не дата"),
        help: Text(en: "write it as `2018-09-03`", ru: "напишите её как `2018-09-03`"),
        exit: ExitStatus.usage)
    }
    return date
  }
}
