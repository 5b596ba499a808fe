import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapJournal
import RoadmapModel
import RoadmapService
import SourceDiagnostics

/// What `due` shows.
struct DueReport {
  private let session: RunSession
  private let today: CivilDate
  private let last: CivilDate
  private let deadlines: [Deadline]

  private var roadmap: Roadmap { session.roadmap }

  /// The deadlines up to `within` days after `today`; without it, those that people are reminded
  /// of.
  init(session: RunSession, today: CivilDate, within: DayCount?) {
    let heading = session.roadmap.heading
    let days = within ?? heading.timers.dueSoon
    last = days.flatMap { heading.calendar.adding($0, to: today) } ?? today
    self.session = session
    self.today = today
    deadlines = session.engine.deadlines(in: session.state, through: last)
  }

  /// The deadlines as a table.
  func text(width: Int) -> String {
    guard !deadlines.isEmpty else {
      let day = last.words
      return say(en: "nothing is due by \(day.en)", ru: "до \(day.ru) сроков нет")
    }
    var table = Table([
      .init(title: say(en: "by", ru: "до")), .init(title: say(en: "when", ru: "когда")),
      .init(title: say(en: "No.", ru: "№")), .init(title: "id"),
      .init(title: say(en: "what", ru: "что"), kind: .caption(least: 30, lines: 2)),
      .init(title: say(en: "who", ru: "кто"), kind: .wrapping(least: 20, lines: 4)),
    ])
    for deadline in deadlines {
      table.add([
        deadline.day.iso, distance(to: deadline.day)[Speech.language],
        roadmap.number(of: deadline.measure) ?? "", roadmap.id(of: deadline.measure),
        matter(of: deadline)[Speech.language],
        deadline.people.map { roadmap.named($0) }.joined(separator: ", "),
      ])
    }
    return table.lines(width: width).joined(separator: "\n")
  }

  private func distance(to day: CivilDate) -> Text {
    let days = today.days(until: day)
    let count = CountedNoun(en: "day", "days", ru: "день", "дня", "дней")(abs(days))
    if days == 0 { return Text(en: "today", ru: "сегодня") }
    return days < 0
      ? Text(en: "late by \(count.en)", ru: "просрочено: \(count.ru)")
      : Text(en: "in \(count.en)", ru: "осталось: \(count.ru)")
  }

  private func matter(of deadline: Deadline) -> Text {
    let title = roadmap.title(of: deadline.measure)
    switch deadline.matter {
    case .measure: return Text(verbatim: title)
    case .step(let place, let route):
      let step = roadmap.title(place.step, route)
      return Text(en: "decide «\(step)»: \(title)", ru: "решение «\(step)»: \(title)")
    case .lag(let predecessor, let toStart):
      let other = roadmap.id(of: predecessor)
      return toStart
        ? Text(en: "start after `\(other)`: \(title)", ru: "начать вслед за `\(other)`: \(title)")
        : Text(
          en: "finish after `\(other)`: \(title)", ru: "завершить вслед за `\(other)`: \(title)")
    }
  }

  /// The deadlines as one JSON object.
  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("run")
      writer.string(session.head.name)
      writer.key("day")
      writer.string(today.iso)
      writer.key("through")
      writer.string(last.iso)
      writer.key("due")
      writer.array { writer in
        for deadline in deadlines { write(deadline, to: &writer) }
      }
    }
    return writer.text
  }

  private func write(_ deadline: Deadline, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("measure")
      writer.string(roadmap.id(of: deadline.measure))
      writer.key("number")
      writer.stringOrNull(roadmap.number(of: deadline.measure))
      writer.key("title")
      writer.string(roadmap.title(of: deadline.measure))
      writer.key("what")
      writer.string(deadline.matter.word)
      writer.key("day")
      writer.string(deadline.day.iso)
      writer.key("days")
      writer.integer(today.days(until: deadline.day))
      writer.key("late")
      writer.bool(deadline.day < today)
      if case .step(let place, let route) = deadline.matter {
        writer.key("round")
        writer.integer(place.round)
        writer.key("step")
        writer.string(roadmap.routes[route.position][place.step].id)
      }
      if case .lag(let predecessor, _) = deadline.matter {
        writer.key("after")
        writer.string(roadmap.id(of: predecessor))
      }
      writer.key("people")
      writer.array { writer in
        for person in deadline.people { writer.string(roadmap.people[person.position].id) }
      }
    }
  }
}

extension Deadline.Matter {
  /// What is to be done, as data.
  fileprivate var word: String {
    switch self {
    case .measure: "measure"
    case .step: "step"
    case .lag(_, let toStart): toStart ? "start" : "finish"
    }
  }
}
