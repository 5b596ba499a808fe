import Bilingual
import CEL
import CivilTime
import RoadmapModel

extension Roadmap {
  /// What the roadmap says of everything in it, in the words that it uses itself.
  var portraits: [Portrait] {
    [portrait] + measures.indices.map { portrait(of: $0) } + routes.map { portrait(of: $0) }
      + lifecycles.map { portrait(of: $0) } + kinds.map { portrait(of: $0) }
      + people.map { portrait(of: $0) } + roles.map { Portrait(.role, $0.id, titled: $0.title) }
      + documents.map { Portrait(.document, $0.id, titled: $0.title) }
      + rules.map { portrait(of: $0) }
  }

  /// The roadmap as a whole is one thing, whatever its id.
  private var portrait: Portrait {
    var portrait = Portrait(.roadmap, "", title: heading.title)
    portrait.set(.id, heading.id)
    portrait.set(.title, heading.title)
    portrait.set(.period, heading.period?.edtf)
    portrait.set(.language, heading.language?.rawValue)
    return portrait
  }

  private func portrait(of route: Route) -> Portrait {
    var portrait = Portrait(.route, route.id, titled: route.title)
    portrait.list(.step, route.steps.map { Portrait.Entry($0.id, words(for: $0)) })
    portrait.set(.order, words(forOrderOf: route))
    let sets = route.separations.map { parties in
      parties.map { party in
        switch party {
        case .requester: "requester"
        case .step(let index): route.steps.id(at: index.position)
        }
      }.joined(separator: ", ")
    }
    portrait.list(.separation, sets.map { Portrait.Entry($0) })
    return portrait
  }

  /// The steps in their order, those of one stage joined by `+`; nil for a single one.
  private func words(forOrderOf route: Route) -> String? {
    guard route.steps.count > 1 else { return nil }
    return route.stages.map { stage in
      route.steps[stage].map(\.id).joined(separator: " + ")
    }.joined(separator: ", ")
  }

  private func words(for step: Route.Step) -> String {
    let quorum =
      switch step.quorum {
      case .all: "all"
      case .any: "any"
      case .count(let count): String(count)
      case .percent(let percent): "\(percent)%"
      }
    let within = step.within.map { ", within: \($0.words.en)" } ?? ""
    let covers = step.covers.map { ", covers: [\($0.joined(separator: ", "))]" } ?? ""
    return "\(step.id) (by: \(words(for: step.by)), quorum: \(quorum)\(within)\(covers))"
  }

  private func portrait(of lifecycle: Lifecycle) -> Portrait {
    var portrait = Portrait(.lifecycle, lifecycle.id, titled: lifecycle.title)
    portrait.set(.initial, lifecycle.id(of: lifecycle.initial))
    portrait.list(
      .state,
      lifecycle.states.map { state in
        let marks = [state.isDone ? "done" : nil, state.isFinal ? "final" : nil].compactMap(\.self)
        let words = marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))"
        return Portrait.Entry(state.id, state.id + words)
      })
    portrait.list(
      .transition,
      lifecycle.transitions.map { Portrait.Entry($0.id, words(for: $0, in: lifecycle)) })
    return portrait
  }

  private func words(for transition: Transition, in lifecycle: Lifecycle) -> String {
    let from = transition.from.states.map { lifecycle.id(of: $0) }.joined(separator: ", ")
    let parts = [
      "by: \(words(for: transition.by))",
      transition.route.map { "route: \(routes.id(at: $0.position))" },
      transition.returns.isEmpty
        ? nil
        : "on-return: " + transition.returns.map { lifecycle.id(of: $0) }.joined(separator: ", "),
      transition.onReject.map { "on-reject: \(lifecycle.id(of: $0))" },
    ].compactMap(\.self).joined(separator: ", ")
    return "\(transition.id) (\(from) → \(lifecycle.id(of: transition.to)), \(parts))"
  }

  private func words(for principals: [Principal]) -> String {
    principals.map { principal in
      switch principal {
      case .owner: "owner"
      case .lead: "lead"
      case .requester: "requester"
      case .person(let index): people.id(at: index.position)
      case .role(let index): "role:" + roles.id(at: index.position)
      }
    }.joined(separator: ", ")
  }

  private func portrait(of kind: Kind) -> Portrait {
    var portrait = Portrait(.kind, kind.id, titled: kind.title)
    portrait.set(.lifecycle, kind.lifecycle.map { lifecycles.id(at: $0.position) })
    portrait.set(.follows, kind.follows.map { kinds.id(at: $0.position) })
    return portrait
  }

  private func portrait(of person: Person) -> Portrait {
    var portrait = Portrait(.person, person.id, titled: person.name)
    portrait.list(.role, person.roles.map { Portrait.Entry(roles.id(at: $0.position)) })
    return portrait
  }

  private func portrait(of rule: Rule) -> Portrait {
    var portrait = Portrait(.rule, rule.id, title: "")
    let scope = rule.scope.map { "\($0.expression) ⇒ " } ?? ""
    let demand = "\(scope)\(rule.requirement.expression)"
    portrait.set(.requirement, "\(rule.severity.rawValue), \(rule.target.rawValue): \(demand)")
    return portrait
  }
}

// A roadmap that has errors is compared, too, as far as it could be understood.

extension Lifecycle {
  /// The id of a state.
  func id(of state: StateIndex) -> String { states.id(at: state.position) }
}

/// What has an id.
protocol Identified {
  var id: String { get }
}

extension Person: Identified {}
extension Role: Identified {}
extension ExternalDocument: Identified {}
extension Kind: Identified {}
extension Lifecycle: Identified {}
extension Lifecycle.State: Identified {}
extension Route: Identified {}
extension Route.Step: Identified {}
extension Transition: Identified {}

extension Array where Element: Identified {
  /// The id of the element at a position; `?` where there is none.
  func id(at position: Int) -> String { indices.contains(position) ? self[position].id : "?" }
}

extension Portrait {
  /// A thing that has a title, which may change.
  init(_ subject: RoadmapChanges.Subject, _ id: String, titled title: String) {
    self.init(subject, id, title: title)
    set(.title, title)
  }
}
