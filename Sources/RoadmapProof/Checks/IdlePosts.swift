import Bilingual
import RoadmapModel

extension FindingCode {
  /// A step that has a chair, though nobody is one.
  public static let chairWithoutPeople = FindingCode("chair-without-people")
  /// A step whose refusals only count against, but for people of whom there are none.
  public static let vetoWithoutPeople = FindingCode("veto-without-people")
}

extension Facts {
  /// Finds chairs and vetoes of used routes that nobody has, each once; those that depend on the
  /// measure or on who asks are passed over.
  func idlePosts() -> [Finding] {
    let uses = use.common + use.own.map(\.use)
    var told: Set<RouteIndex> = []
    let routes = uses.map { roadmap.routes[$0.route.position].origin ?? $0.route }
      .filter { told.insert($0).inserted }
    return routes.sorted().flatMap { route in
      roadmap.routes[route.position].steps.indices.flatMap {
        idlePosts(of: StepIndex($0), on: route)
      }
    }
  }

  private func idlePosts(of step: StepIndex, on route: RouteIndex) -> [Finding] {
    let own = roadmap.routes[route.position][step]
    guard !own.isIncomplete else { return [] }
    var found: [Finding] = []
    if !own.chair.isEmpty, isIdle(own.chair, in: own) {
      found.append(
        .idle(
          .chairWithoutPeople, at: .chair(route, step),
          Text(
            en: "step `\(own.id)` of route `\(roadmap.routes[route.position].id)` has a chair, and "
              + "nobody is one",
            ru: "у этапа `\(own.id)` маршрута `\(roadmap.routes[route.position].id)` есть "
              + "председатель, но им никто не может быть")))
    }
    if !own.veto.named.isEmpty, isIdle(own.veto.named, in: own) {
      found.append(
        .idle(
          .vetoWithoutPeople, at: .veto(route, step),
          Text(
            en:
              "in step `\(own.id)` of route `\(roadmap.routes[route.position].id)` nobody has the "
              + "veto that `veto` gives",
            ru: "на этапе `\(own.id)` маршрута `\(roadmap.routes[route.position].id)` права вето, "
              + "данного в `veto`, нет ни у кого")))
    }
    return found
  }

  /// Whether principals mean nobody, whatever the measure and whoever asks.
  private func isIdle(_ principals: [Principal], in step: Route.Step) -> Bool {
    let crew = Crew(principals, not: step.excluded, in: roadmap)
    return crew.fixed.isEmpty && !crew.hasOwners && !crew.hasLead && !crew.hasRequester
  }
}

extension Finding {
  fileprivate static func idle(
    _ code: FindingCode, at element: Element, _ message: Text
  ) -> Finding {
    Finding(
      .warning, code, at: element, message,
      help: Text(
        en: "give somebody the role, or name people whom `not` does not mean",
        ru: "дайте кому-нибудь роль или назовите тех, кого не исключает `not`"))
  }
}
