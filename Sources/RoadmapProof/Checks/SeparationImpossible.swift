import Bilingual
import RoadmapModel

extension FindingCode {
  /// Parties of a route who must be different people, but cannot be with the people there are.
  public static let separationImpossible = FindingCode("separation-impossible")
}

extension Facts {
  /// The finding for separations of duties that cannot be kept, told at the first of them.
  func separationImpossible(_ conflict: RouteProblem.Conflict, _ found: RouteCase) -> Finding {
    let position = conflict.separations.first ?? 0
    let route = roadmap.routes[found.use.route.position]
    let list = parties(position, of: route).map { "`\($0.id)`" }.joined(separator: ", ")
    let scope = scope(found)
    let element = Element.separation(found.use.route, position)
    return Finding(
      .error, .separationImpossible, at: place(found, or: element),
      Text(
        en: "\(list) of route `\(route.id)` must be different people\(scope.en), "
          + "but there are too few",
        ru: "\(list) маршрута `\(route.id)` должны быть разными людьми\(scope.ru), "
          + "а людей не хватает"
      ).appending(choices(position, found)),
      help: Text(
        en: "let more people decide in these steps, or separate fewer of them",
        ru: "добавьте людей на эти этапы или разделите меньше этапов"),
      related: notes(
        found, element, Text(en: "they must differ", ru: "здесь требуется различие"))
        + others(of: conflict, found))
  }

  /// Notes at the other separations without which the people would suffice.
  private func others(
    of conflict: RouteProblem.Conflict, _ found: RouteCase
  ) -> [Finding.Related] {
    conflict.separations.dropFirst().map { position in
      let list = parties(position, of: roadmap.routes[found.use.route.position])
        .map { "`\($0.id)`" }.joined(separator: ", ")
      return Finding.Related(
        .separation(found.use.route, position),
        Text(en: "\(list) must differ, too", ru: "\(list) тоже должны различаться"))
    }
  }

  /// Who there is for each party of a separation.
  private func choices(_ position: Int, _ found: RouteCase) -> Text {
    let route = roadmap.routes[found.use.route.position]
    let transition = roadmap.lifecycles[found.use.lifecycle.position][found.use.transition]
    let owners = found.measures.first.map { roadmap.measures.owners[$0.position] } ?? []
    let told = parties(position, of: route).map { party -> String in
      let crew = party.step.map { Crew($0, in: roadmap) } ?? Crew(transition.by, in: roadmap)
      let people = crew.people(owners: owners, requester: nil)
      let names = people.prefix(5).filter { roadmap.people.indices.contains($0.position) }
        .map { "`\(roadmap.people[$0.position].id)`" }
      let more = (crew.hasRequester ? ["`requester`"] : []) + (people.count > 5 ? ["…"] : [])
      return "`\(party.id)`: " + (names + more).joined(separator: ", ")
    }
    return Text(verbatim: " (\(told.joined(separator: "; ")))")
  }

  /// The parties of a separation by their ids, with the step of each that is one.
  private func parties(_ position: Int, of route: Route) -> [(id: String, step: Route.Step?)] {
    route.separations[position].compactMap { party in
      switch party {
      case .requester: ("requester", nil)
      case .step(let step):
        route.steps.indices.contains(step.position) ? (route[step].id, route[step]) : nil
      }
    }
  }
}
