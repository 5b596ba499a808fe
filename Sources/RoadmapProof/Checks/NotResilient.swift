import Bilingual
import RoadmapModel

extension FindingCode {
  /// A route that cannot be passed when people are absent, of whom the roadmap says that it can.
  public static let notResilient = FindingCode("not-resilient")
}

extension Facts {
  /// Finds the people without whom measures get stuck, where `resilience` says that so many may be
  /// absent.
  func missingResilience() -> [Finding] {
    guard roadmap.heading.resilience > 0 else { return [] }
    var question = PeopleProof.Question()
    question.resilience = roadmap.heading.resilience
    return verdicts(question).compactMap { verdict in
      guard !verdict.failures.isEmpty, let measure = verdict.measures.first else { return nil }
      let lifecycle = roadmap.lifecycles[verdict.lifecycle.position]
      return .notResilient(
        lifecycle[verdict.transition].id,
        of: scope(of: verdict), without: verdict.failures.map(names),
        at: .measure(measure),
        related: [.init(.route(verdict.route), routeNote(verdict.route))] + others(of: verdict))
    }
  }

  private func names(_ people: [PersonIndex]) -> String {
    people.map { "`\(roadmap.people[$0.position].id)`" }.joined(separator: " + ")
  }

  private func scope(of verdict: PeopleProof.Verdict) -> Text {
    Text(verbatim: name(verdict.measures[0]))
      .appending(.andMoreMeasures(verdict.measures.count - 1))
  }

  private func routeNote(_ route: RouteIndex) -> Text {
    let id = roadmap.routes[route.position].id
    return Text(en: "route `\(id)`", ru: "маршрут `\(id)`")
  }

  private func others(of verdict: PeopleProof.Verdict) -> [Finding.Related] {
    verdict.measures.dropFirst().prefix(8).map { measure in
      let failures = verdict.failures(for: measure, in: roadmap).map(names)
        .joined(separator: ", ")
      return Finding.Related(
        .measure(measure),
        Text(
          en: "\(name(measure)): not without \(failures)",
          ru: "\(name(measure)): никак без \(failures)"))
    }
  }
}

extension Finding {
  fileprivate static func notResilient(
    _ transition: String, of measures: Text, without people: [String], at element: Element,
    related: [Related]
  ) -> Self {
    let list = people.joined(separator: ", ")
    return Finding(
      .error, .notResilient, at: element,
      Text(
        en: "`\(transition)` of \(measures.en) cannot be approved without \(list)",
        ru: "`\(transition)` для \(measures.ru) не согласовать без \(list)"),
      help: Text(
        en: "let somebody else decide in their steps, too, or lower `resilience`",
        ru: "пусть на их этапах решает и кто-то другой, или уменьшите `resilience`"),
      related: related)
  }
}
