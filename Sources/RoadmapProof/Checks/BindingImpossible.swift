import Bilingual
import RoadmapModel

extension FindingCode {
  /// Steps of a route that the same people must decide, but nobody can.
  public static let bindingImpossible = FindingCode("binding-impossible")
}

extension Facts {
  /// The finding for bindings that cannot be kept, told at the first of them.
  func bindingImpossible(_ conflict: RouteProblem.Conflict, _ found: RouteCase) -> Finding {
    let route = roadmap.routes[found.use.route.position]
    let position = conflict.bindings.first ?? 0
    let steps = route.bindings.indices.contains(position) ? route.bindings[position] : []
    let list = steps.filter { route.steps.indices.contains($0.position) }
      .map { "`\(route[$0].id)`" }.joined(separator: ", ")
    let scope = scope(found)
    let element = Element.binding(found.use.route, position)
    return Finding(
      .error, .bindingImpossible, at: place(found, or: element),
      Text(
        en: "\(list) of route `\(route.id)` must be decided by the same people\(scope.en), "
          + "but too few may decide in all of them",
        ru: "\(list) маршрута `\(route.id)` должны решать одни и те же люди\(scope.ru), "
          + "а тех, кто может решать на всех этих этапах, не хватает"),
      help: Text(
        en: "let more people decide in all of these steps, or bind fewer of them",
        ru: "пусть больше людей решают на всех этих этапах, или свяжите меньше этапов"),
      related: notes(
        found, element, Text(en: "they must be the same", ru: "здесь нужны одни и те же люди")))
  }
}
