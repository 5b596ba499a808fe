import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapService

/// An open round in words.
struct RoundText {
  let round: RoundView
  let measure: MeasureIndex
  let roadmap: Roadmap

  /// Adds what was asked for, and a line for each step of the route.
  func add(to text: inout Indented) {
    let transition = roadmap.title(round.transition, measure)
    let head = say(
      en: "round \(round.number) for «\(transition)», asked for by ",
      ru: "круг \(round.number), «\(transition)», запрос: ")
    text.add(head + roadmap.named(round.requester), indent: 2)
    for step in round.steps { text.add(line(step), indent: 4) }
  }

  /// The open steps and who is to decide in them, on one line.
  var pending: String {
    round.steps.filter(\.isOpen).map { step in
      "\(title(step)) \(step.tally.reached)/\(step.needed): "
        + step.eligible.map { roadmap.name($0) }.joined(separator: ", ")
    }.joined(separator: "; ")
  }

  private func title(_ step: RoundView.Step) -> String { roadmap.title(step.step, round.route) }

  private func line(_ step: RoundView.Step) -> String {
    let mark = step.skip != nil ? "–" : step.isPassed ? "✓" : step.isOpen ? "→" : "·"
    let id = roadmap.routes[round.route.position][step.step].id
    let deputies = step.representatives.map {
      TallyText.words($0.person, $0.of, in: roadmap)
    }.joined(separator: ", ")
    let left = step.eligible.map { roadmap.named($0) }.joined(separator: ", ")
    let tally = TallyText(step: step, round: round, roadmap: roadmap)
    var line = "\(mark) \(title(step)) (`\(id)`) \(tally.count)"
    for part in tally.votes { line += "; " + part }
    if let skip = step.skip {
      line += say(en: "; skipped by ", ru: "; пропущен: ") + roadmap.name(skip.mark.person)
      line += skip.mark.reason.map { " (\($0))" } ?? ""
    }
    if let deadline = step.deadline { line += say(en: "; by ", ru: "; до ") + deadline.iso }
    for part in tally.rights { line += "; " + part }
    if step.isOpen { line += ContentText(roadmap).subject(of: step) }
    if !left.isEmpty, !step.isPassed { line += say(en: "; may decide: ", ru: "; решают: ") + left }
    if !deputies.isEmpty { line += say(en: "; for others: ", ru: "; за других: ") + deputies }
    return line
  }
}

extension Roadmap {
  /// A person by name and by the id that commands take.
  func named(_ person: PersonIndex) -> String {
    "\(name(person)) (\(people[person.position].id))"
  }
}
