import Bilingual
import RoadmapLanguage
import RoadmapModel
import RoadmapProof
import SourceDiagnostics

extension ProofReport {
  /// The most measures that are named one by one.
  private static let mostNamed = 6

  /// The proof for people: a paragraph for each route and class of measures.
  func text(width: Int) -> String {
    var lines = Indented(width: width)
    for verdict in people.verdicts { add(verdict, to: &lines) }
    for proof in lifecycles where !proof.isSound { add(proof, to: &lines) }
    for wait in hopeless {
      let (waiting, awaited) = (roadmap.id(of: wait.measure), roadmap.id(of: wait.awaited))
      lines.add(
        say(
          en: "`\(waiting)` waits in vain for `\(awaited)`",
          ru: "`\(waiting)` напрасно ждёт `\(awaited)`"))
    }
    for rule in unjudged {
      let place = compiled.files.start(of: rule.span)
      let path = "\(compiled.files.path(rule.span.file)):\(place.line):\(place.column)"
      lines.add(
        say(
          en: "not judged: whether people suffice for all routes together under `\(rule.id)` "
            + "(\(path))",
          ru: "не проверено: хватит ли людей на все маршруты вместе при `\(rule.id)` (\(path))"))
    }
    lines.add(summary)
    return lines.text
  }

  private var summary: String {
    let routes = CountedNoun(
      en: "way to approve measures", "ways to approve measures",
      ru: "вариант согласования", "варианта согласования", "вариантов согласования")(
        people.verdicts.count)
    return isProved
      ? say(en: "proved: \(routes.en)", ru: "доказано: \(routes.ru)")
      : say(en: "not proved: \(routes.en)", ru: "не доказано: \(routes.ru)")
  }

  private func add(_ verdict: PeopleProof.Verdict, to lines: inout Indented) {
    let route = route(verdict)
    let head =
      "`\(transition(verdict).id)` · `\(route.id)` · \(named(verdict.measures))"
    switch verdict.outcome {
    case .carried(let requester, let steps):
      lines.add(head)
      lines.add(say(en: "asks: ", ru: "запрашивает: ") + ids([requester])[0], indent: 2)
      for (step, people) in zip(route.steps, steps) {
        lines.add("\(step.id): " + ids(people).joined(separator: ", "), indent: 2)
      }
      addFailures(verdict, to: &lines)
    case .undecided:
      lines.add(head)
      lines.add(
        say(en: "too hard to judge", ru: "слишком сложно, чтобы проверить"), indent: 2)
    case .impossible:
      lines.add(head)
      lines.add(say(en: "cannot be passed:", ru: "пройти нельзя:"), indent: 2)
      for part in conflict(verdict) { lines.add(words(of: part), indent: 4) }
    }
  }

  private func addFailures(_ verdict: PeopleProof.Verdict, to lines: inout Indented) {
    guard !verdict.failures.isEmpty else { return }
    let sets = verdict.failures.map { ids($0).joined(separator: " + ") }
    lines.add(
      say(en: "not without: ", ru: "никак без: ") + sets.joined(separator: ", "), indent: 2)
  }

  private func words(of part: ConflictPart) -> String {
    let place = compiled.files.start(of: part.span)
    let path = compiled.files.path(part.span.file)
    let names = part.names.map { "`\($0)`" }.joined(separator: ", ")
    let people = part.people.joined(separator: ", ")
    let told =
      switch part.kind {
      case "by": say(en: "nobody may ask for \(names)", ru: "некому запросить \(names)")
      case "separate": say(en: "different people for \(names)", ru: "разные люди для \(names)")
      case "bind": say(en: "the same people for \(names)", ru: "одни и те же люди для \(names)")
      default:
        part.people.isEmpty
          ? say(en: "nobody for \(names)", ru: "некому решать: \(names)")
          : say(en: "\(names): only \(people)", ru: "\(names): только \(people)")
      }
    return "\(told) (\(path):\(place.line):\(place.column))"
  }

  private func named(_ measures: [MeasureIndex]) -> String {
    let shown = measures.prefix(Self.mostNamed).map { roadmap.id(of: $0) }.joined(separator: ", ")
    guard measures.count > Self.mostNamed else { return shown }
    let rest = measures.count - Self.mostNamed
    return shown + say(en: " and \(rest) more", ru: " и ещё \(rest)")
  }

  private func add(_ proof: LifecycleProof, to lines: inout Indented) {
    let lifecycle = roadmap.lifecycles[proof.lifecycle.position]
    let first = proof.measures[0]
    lines.add("`\(lifecycle.id)` · \(named(proof.measures))")
    if proof.wayToDone == nil {
      lines.add(
        say(en: "can never be carried out", ru: "исполнить никогда нельзя"), indent: 2)
    }
    for trap in proof.traps {
      let states = trap.states.map { "`\(lifecycle[$0].id)`" }.joined(separator: ", ")
      lines.add(say(en: "gets stuck in \(states):", ru: "застревает в \(states):"), indent: 2)
      for command in commands(trap.way, of: first, in: proof.lifecycle) {
        lines.add("vekha " + command, indent: 4)
      }
    }
    for transition in proof.dead {
      let id = lifecycle[transition].id
      lines.add(
        say(en: "`\(id)` can never happen", ru: "`\(id)` никогда не случится"), indent: 2)
    }
  }
}
