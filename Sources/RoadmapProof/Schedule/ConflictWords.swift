import Bilingual
import CivilTime
import RoadmapModel

/// Tells conflicts of a network in the words of the roadmap.
struct ConflictWords {
  let facts: Facts
  let network: ScheduleNetwork

  init(_ facts: Facts, _ network: ScheduleNetwork) {
    self.facts = facts
    self.network = network
  }

  /// A conflict, link by link, with the days that each leads to.
  func conflict(_ conflict: TimeConflict) -> ScheduleConflict {
    let links = conflict.links
    let first = conflict.lower ?? links.first.map { Int(line.links[$0].from) } ?? 0
    var day = conflict.lower.map { line.lower[$0] } ?? line.line.range.lowerBound
    if conflict.lower == nil { day = dayOfLoop(first) }
    var told: [ScheduleConflict.Link] = []
    if let lower = conflict.lower { told += limit(lower, by: conflict.excess) }
    for link in links {
      let begin = day
      day = line.line.least(after: day, line.links[link])
      let needed = spare(link, in: conflict)
      if let note = note(link, from: begin, to: day, needed) { told.append(note) }
    }
    if let upper = conflict.upper { told += deadline(upper, by: conflict.excess) }
    let element = told.last { conflict.upper != nil || $0.kind == .dependency }?.element
    return ScheduleConflict(
      message: message(conflict, ends: day), links: told, excess: conflict.excess,
      element: element ?? told.last?.element ?? .roadmap)
  }

  private var line: TimeNetwork { network.network }

  /// A day to count a loop from, which holds on any: the first one that its point may have, else
  /// the first that the roadmap names.
  private func dayOfLoop(_ point: Int) -> Int {
    let first = line.line.range.lowerBound
    guard network.isDated, line.lower[point] == first else { return line.lower[point] }
    let named = line.lower.lazy.filter { $0 > first }.min()
    return named ?? line.upper.lazy.filter { $0 < .max }.min() ?? 0
  }

  /// The day of a point in words.
  func text(_ day: Int) -> Text {
    guard network.isDated else { return Text(en: "day \(day)", ru: "день \(day)") }
    return Text(verbatim: CivilDate(dayNumber: day)?.iso ?? "—")
  }

  /// Some days in words.
  func days(_ count: Int, working: Bool = false) -> Text {
    DayCount(count, working ? .working : .calendar)?.words
      ?? CountedNoun(en: "day", "days", ru: "день", "дня", "дней")(count)
  }

  private func message(_ conflict: TimeConflict, ends day: Int) -> Text {
    let missing = days(conflict.excess)
    guard let upper = conflict.upper else {
      return Text(
        en: "these dependencies cannot hold together: "
          + "each time around, the days move on by \(missing.en)",
        ru: "эти зависимости несовместимы: с каждым оборотом даты уходят дальше на \(missing.ru)")
    }
    let measure = facts.name(network.measure(of: upper))
    let end = text(day - 1)
    return Text(
      en: "\(measure) cannot be finished in time: with what comes before it, it ends on \(end.en), "
        + "\(missing.en) too late",
      ru: "\(measure) не успеть в срок: вместе с тем, что до него, оно кончится \(end.ru), "
        + "опоздание: \(missing.ru)")
  }
}

// MARK: - Who may give way

extension ConflictWords {
  /// By how many of its own days a distance must be relaxed for the conflict to be gone; `nil`
  /// where it would have to go altogether.
  private func spare(_ link: Int, in conflict: TimeConflict) -> (days: Int, isWorking: Bool)? {
    let whole = line.links[link]
    guard whole.isWorking, let lower = conflict.lower, let upper = conflict.upper else {
      let canShrink = conflict.excess <= Int(whole.days) || isMaximum(link)
      return canShrink ? (conflict.excess, false) : nil
    }
    var (low, high) = (1, abs(Int(whole.days)) + conflict.excess)
    func fits(_ less: Int) -> Bool {
      let end = conflict.links.reduce(line.lower[lower]) { day, index in
        let days = line.links[index].days - (index == link ? Int32(truncatingIfNeeded: less) : 0)
        return line.line.least(after: day, line.links[index].with(days: days))
      }
      return end <= line.upper[upper]
    }
    while low < high {
      let middle = (low + high) / 2
      if fits(middle) { high = middle } else { low = middle + 1 }
    }
    let canShrink = low <= Int(whole.days) || isMaximum(link)
    return canShrink && fits(low) ? (low, true) : nil
  }

  private func isMaximum(_ link: Int) -> Bool {
    switch network.causes[link] {
    case .maximum, .window: true
    default: false
    }
  }

  /// The first-named owner of a measure, or of the measure that it is a part of.
  func lead(_ measure: MeasureIndex) -> [PersonIndex] {
    Array(facts.roadmap.measures.owners[measure.position].prefix(1))
  }

  /// What a person may give, in words that follow a link.
  private func giving(
    _ people: [PersonIndex], _ spare: (days: Int, isWorking: Bool)?
  ) -> Text {
    let names = people.prefix(3).compactMap { person in
      facts.roadmap.people.indices.contains(person.position)
        ? facts.roadmap.people[person.position].name : nil
    }
    guard !names.isEmpty else { return Text(verbatim: "") }
    let who = names.joined(separator: ", ")
    guard let spare else {
      return Text(en: " (to remove it: \(who))", ru: " (отменить может: \(who))")
    }
    let days = days(spare.days, working: spare.isWorking)
    return Text(
      en: " (to relax it by \(days.en): \(who))", ru: " (уступить \(days.ru) может: \(who))")
  }

  func link(
    _ kind: ScheduleConflict.Kind, _ element: Element, _ measure: MeasureIndex?, _ words: Text,
    _ day: Int, _ people: [PersonIndex], _ spare: (days: Int, isWorking: Bool)?
  ) -> ScheduleConflict.Link {
    ScheduleConflict.Link(
      kind: kind, element: element, measure: measure,
      message: words.appending(giving(people, spare)), day: day, people: people,
      days: spare?.days, countsWorkingDays: spare?.isWorking ?? false)
  }
}

// MARK: - Links

extension ConflictWords {
  private func limit(_ point: Int, by excess: Int) -> [ScheduleConflict.Link] {
    let day = line.lower[point]
    let cause = point < network.lowerCauses.count ? network.lowerCauses[point] : .calendar
    let date = text(day)
    switch cause {
    case .due(let holder):
      return [
        link(
          .notBefore, .due(holder), holder, begins(holder, on: date), day, lead(holder),
          (excess, false))
      ]
    case .period:
      let words = Text(
        en: "the roadmap begins on \(date.en)", ru: "дорожная карта начинается \(date.ru)")
      return [link(.notBefore, .period, nil, words, day, [], (excess, false))]
    case .delay(let holder):
      let words = Text(
        en: "\(facts.name(holder)) is delayed until \(date.en)",
        ru: "\(facts.name(holder)) отложено до \(date.ru)")
      return [link(.notBefore, .measure(holder), holder, words, day, [], (excess, false))]
    case .calendar:
      guard day > line.line.range.lowerBound else { return [] }
      let measure = network.measure(of: point)
      return [
        link(.notBefore, .measure(measure), measure, begins(measure, on: date), day, [], nil)
      ]
    }
  }

  private func begins(_ measure: MeasureIndex, on date: Text) -> Text {
    Text(
      en: "\(facts.name(measure)) begins no earlier than \(date.en)",
      ru: "\(facts.name(measure)) начинается не раньше \(date.ru)")
  }

  private func deadline(_ point: Int, by excess: Int) -> [ScheduleConflict.Link] {
    let end = min(line.upper[point], line.line.range.upperBound)
    let measure = network.measure(of: point)
    let isEnd = point == network.end(of: measure)
    let cause = isEnd ? network.upperCauses[measure.position] : .calendar
    let date = text(end - 1)
    switch cause {
    case .due(let holder):
      return [
        link(
          .notAfter, .due(holder), holder,
          Text(
            en: "\(facts.name(holder)) is due by \(date.en)",
            ru: "срок \(facts.name(holder)) — до \(date.ru) включительно"), end - 1, lead(holder),
          (excess, false))
      ]
    case .period:
      return [
        link(
          .notAfter, .period, nil,
          Text(
            en: "the roadmap ends on \(date.en)", ru: "дорожная карта кончается \(date.ru)"),
          end - 1, [], (excess, false))
      ]
    case .delay, .calendar:
      return [
        link(
          .notAfter, .measure(measure), measure,
          Text(
            en: "the calendar ends on \(date.en)", ru: "календарь кончается \(date.ru)"),
          end - 1, [], nil)
      ]
    }
  }

  private func note(
    _ index: Int, from begin: Int, to end: Int, _ spare: (days: Int, isWorking: Bool)?
  ) -> ScheduleConflict.Link? {
    switch network.causes[index] {
    case .takes(let measure): takes(measure, from: begin, to: end, spare)
    case .approval(let measure, let route, let stage):
      approval(measure, route, stage, to: end, spare)
    case .minimum(let measure, let position):
      dependency(measure, position, .dependency, to: end, spare)
    case .maximum(let measure, let position):
      dependency(measure, position, .atMost, to: end, spare)
    case .part(let part):
      partHolds(part, to: end)
    case .paper(let measure, let position): paper(measure, position, to: end)
    case .window(let measure, let position): window(measure, position, to: end, spare)
    case .goesOn, .parent, .ready: nil
    }
  }

  private func takes(
    _ measure: MeasureIndex, from begin: Int, to end: Int,
    _ spare: (days: Int, isWorking: Bool)?
  ) -> ScheduleConflict.Link? {
    guard let takes = facts.roadmap.measures[measure].takes, takes.count > 0 else { return nil }
    let (first, last) = (text(begin), text(end - 1))
    return link(
      .takes, .takes(measure), measure,
      Text(
        en: "\(facts.name(measure)) takes \(takes.words.en): \(first.en) to \(last.en)",
        ru: "\(facts.name(measure)) занимает \(takes.words.ru): с \(first.ru) по \(last.ru)"),
      end - 1, lead(measure), spare)
  }

  private func approval(
    _ measure: MeasureIndex, _ index: RouteIndex, _ stage: Int, to end: Int,
    _ spare: (days: Int, isWorking: Bool)?
  ) -> ScheduleConflict.Link? {
    let route = facts.roadmap.routes[index.position]
    let steps = route.stages[stage].clamped(to: route.steps.indices)
    let open = steps.filter { route.steps[$0].within != nil }
    guard let step = open.max(by: { weight(route.steps[$0]) < weight(route.steps[$1]) }),
      let within = route.steps[step].within
    else { return nil }
    let date = text(end - 1)
    let people = facts.roadmap.people(meant: route.steps[step].by, for: measure, requester: nil)
    let title = route.steps[step].title
    return link(
      .approval, .within(index, StepIndex(step)), measure,
      Text(
        en: "approval of \(facts.name(measure)) in the step `\(title)` may take "
          + "\(within.words.en): until \(date.en)",
        ru: "согласование \(facts.name(measure)) на этапе `\(title)` может занять "
          + "\(within.words.ru): до \(date.ru)"), end - 1, people, spare)
  }

  private func weight(_ step: Route.Step) -> Int {
    step.within.map { $0.unit == .working ? $0.count * 7 : $0.count * 5 } ?? -1
  }

  private func dependency(
    _ measure: MeasureIndex, _ position: Int, _ kind: ScheduleConflict.Kind, to end: Int,
    _ spare: (days: Int, isWorking: Bool)?
  ) -> ScheduleConflict.Link? {
    let range = facts.roadmap.measures.dependencies.range(of: measure.position)
    let dependency = facts.roadmap.measures.dependencies.values[range.lowerBound + position]
    let lag = facts.roadmap.measures.lag(of: dependency)
    let words = dependency.words(
      facts.name(measure), after: facts.name(dependency.predecessor),
      kind == .atMost ? lag?.maximum : lag?.minimum, isMaximum: kind == .atMost)
    let isStart = kind == .atMost ? !dependency.kind.awaitsFinish : dependency.kind.gatesStart
    let moved = kind == .atMost ? facts.name(dependency.predecessor) : facts.name(measure)
    let date = text(isStart ? end : end - 1)
    let follows = Text(
      en: isStart ? "\(moved) begins on \(date.en)" : "\(moved) ends on \(date.en)",
      ru: isStart ? "\(moved) начнётся \(date.ru)" : "\(moved) кончится \(date.ru)")
    let canShrink = (lag?.minimum?.count ?? 0) > 0 || kind == .atMost
    return link(
      kind, .dependency(measure, position), measure,
      words.appending(Text(en: ": at the earliest, ", ru: ": самое раннее ")).appending(follows),
      isStart ? end : end - 1, lead(measure), canShrink ? spare : nil)
  }

  private func partHolds(_ part: MeasureIndex, to end: Int) -> ScheduleConflict.Link? {
    guard let parent = facts.roadmap.measures[part].parent else { return nil }
    let date = text(end - 1)
    return link(
      .part, .part(part), part,
      Text(
        en: "\(facts.name(parent)) lasts until its part \(facts.name(part)) ends, \(date.en)",
        ru: "\(facts.name(parent)) длится, пока не кончится его часть \(facts.name(part)), "
          + "\(date.ru)"), end - 1, lead(parent), nil)
  }
}

extension Dependency {
  /// What the dependency says, with one of its limits.
  fileprivate func words(
    _ measure: String, after other: String, _ days: DayCount?, isMaximum: Bool
  ) -> Text {
    let begins = kind.gatesStart
    let finished = kind.awaitsFinish
    let limit = days.map { days in
      isMaximum
        ? Text(en: "at most \(days.words.en) ", ru: "не позже чем через \(days.words.ru) ")
        : days.count < 0
          ? Text(en: "\(days.words.en) ", ru: "со сдвигом \(days.words.ru) ")
          : Text(en: "at least \(days.words.en) ", ru: "не раньше чем через \(days.words.ru) ")
    }
    return Text(
      en: "\(measure) \(begins ? "begins" : "ends") \(limit?.en ?? "")after \(other) has "
        + (finished ? "ended" : "begun"),
      ru: "\(measure) \(begins ? "начинается" : "кончается") \(limit?.ru ?? "")после "
        + (finished ? "окончания \(other)" : "начала \(other)"))
  }
}
