import Bilingual
import RoadmapModel

extension FindingCode {
  /// A step of a route in which nobody may decide.
  public static let stepWithoutPeople = FindingCode("step-without-people")
}

extension Facts {
  /// The finding for a step that nobody can decide in.
  func stepWithoutPeople(_ step: StepIndex, _ found: RouteCase) -> Finding {
    let place = stepName(step, found)
    return Finding(
      .error, .stepWithoutPeople,
      at: self.place(found, or: .stepBy(found.use.route, step)),
      Text(
        en: "nobody can decide in \(place.en)\(scope(found).en)",
        ru: "на \(place.ru) некому решать\(scope(found).ru)"
      ).appending(whyNobody(in: roadmap.routes[found.use.route.position][step])),
      help: Text(
        en: "give somebody the role, or name people in `by`",
        ru: "дайте кому-нибудь роль или назовите людей в `by`"),
      related: notes(found, .stepBy(found.use.route, step), stepNote(step, found)))
  }

  /// Why a step means nobody.
  private func whyNobody(in step: Route.Step) -> Text {
    let meant = Crew(step.by, in: roadmap)
    guard step.excluded.isEmpty || (meant.fixed.isEmpty && !meant.dependsOnMeasure) else {
      return Text(en: ": its `not` leaves nobody", ru: ": его `not` никого не оставляет")
    }
    return emptyRoles(in: step.by)
  }

  /// A note for a step, named by its id.
  func stepNote(_ step: StepIndex, _ found: RouteCase) -> Text {
    let id = roadmap.routes[found.use.route.position][step].id
    return Text(en: "step `\(id)`", ru: "этап `\(id)`")
  }

  /// The roles among `principals`, as the reason why these mean nobody.
  func emptyRoles(in principals: [Principal]) -> Text {
    let roles = principals.compactMap { principal -> String? in
      guard case .role(let role) = principal, roadmap.roles.indices.contains(role.position) else {
        return nil
      }
      return "`\(roadmap.roles[role.position].id)`"
    }
    guard !roles.isEmpty else {
      return Text(en: ": its `by` names nobody", ru: ": в его `by` никто не назван")
    }
    let list = roles.joined(separator: ", ")
    return roles.count == 1
      ? Text(en: ": nobody holds the role \(list)", ru: ": роль \(list) никому не дана")
      : Text(en: ": nobody holds the roles \(list)", ru: ": роли \(list) никому не даны")
  }
}
