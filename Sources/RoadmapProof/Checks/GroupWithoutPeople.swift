import Bilingual
import RoadmapModel

extension FindingCode {
  /// A group from which a step needs people, though nobody of the step belongs to it.
  public static let groupWithoutPeople = FindingCode("group-without-people")
}

extension Facts {
  /// The finding for a group of a quorum that has nobody.
  func groupWithoutPeople(_ group: Int, of step: StepIndex, _ found: RouteCase) -> Finding {
    let name = stepName(step, found)
    let scope = scope(found)
    let groups = roadmap.routes[found.use.route.position][step].quorum.groups
    let members = groups.indices.contains(group) ? roadmap.text(of: groups[group].members) : "?"
    return Finding(
      .error, .groupWithoutPeople, at: place(found, or: .quorum(found.use.route, step)),
      Text(
        en: "\(name.en) needs somebody of `\(members)`\(scope.en), but nobody who may decide in it "
          + "is one of them",
        ru: "на \(name.ru) нужен голос от `\(members)`\(scope.ru), а среди тех, кто решает, таких "
          + "нет"),
      help: Text(
        en: "add `\(members)` to the step's `by`, give somebody the role, or drop the group",
        ru: "добавьте `\(members)` в `by` этапа, дайте кому-нибудь роль или уберите группу"),
      related: notes(found, .quorum(found.use.route, step), stepNote(step, found)))
  }
}
