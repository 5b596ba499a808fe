import Bilingual
import CEL
import CivilTime
import RoadmapModel

extension Roadmap {
  /// What the roadmap says of everything in it, in the words that it uses itself.
  var portraits: [Portrait] {
    // Routes that tables have made are told of as those of the tables.
    let written = routes.indices.filter { routes[$0].origin == nil }
    return [portrait] + measures.indices.map { portrait(of: $0) }
      + written.map { portrait(of: RouteIndex($0)) }
      + lifecycles.indices.map { portrait(of: LifecycleIndex($0)) }
      + kinds.map { portrait(of: $0) } + people.map { portrait(of: $0) }
      + roles.map { Portrait(.role, $0.id, titled: $0.title) }
      + documents.map { Portrait(.document, $0.id, titled: $0.title) }
      + rules.map { portrait(of: $0) } + variables.map { portrait(of: $0) }
      + tables.map { portrait(of: $0) } + dutyRules.map { portrait(of: $0) }
  }

  /// The roadmap as a whole is one thing, whatever its id.
  private var portrait: Portrait {
    var portrait = Portrait(.roadmap, "", title: heading.title)
    portrait.set(.id, heading.id)
    portrait.set(.title, heading.title)
    portrait.set(.period, heading.period?.edtf)
    portrait.set(.language, heading.language?.rawValue)
    portrait.set(.calendar, heading.calendar.name)
    let (until, dayOff) = (heading.policies.until, heading.policies.dayOff)
    portrait.set(.reading, "until: \(until.rawValue), day-off: \(dayOff.rawValue)")
    portrait.set(.termSetter, words(for: heading.timers.termSetters))
    portrait.set(.dueSoon, heading.timers.dueSoon?.description)
    portrait.set(.escalation, words(for: heading.timers.escalate))
    portrait.list(.power, substituters + entries(for: powers))
    portrait.set(.resilience, String(heading.resilience))
    return portrait
  }

  private func portrait(of index: RouteIndex) -> Portrait {
    let route = routes[index.position]
    var portrait = Portrait(.route, route.id, titled: route.title)
    let choosers = tableUses.quorums[index] ?? []
    portrait.list(
      .step,
      route.steps.enumerated().map { position, step in
        let table = choosers.indices.contains(position) ? choosers[position] : nil
        return Portrait.Entry(step.id, words(for: step, quorumBy: table))
      })
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
    let bound = route.bindings.map { steps in
      steps.map { route.steps.id(at: $0.position) }.joined(separator: ", ")
    }
    portrait.list(.binding, bound.map { Portrait.Entry($0) })
    portrait.set(.signatures, route.signatures.rawValue)
    portrait.set(.afterReturn, route.afterReturn.rawValue)
    return portrait
  }

  /// The steps in their order, those of one stage joined by `+`; nil for a single one.
  private func words(forOrderOf route: Route) -> String? {
    guard route.steps.count > 1 else { return nil }
    return route.stages.map { stage in
      route.steps[stage].map(\.id).joined(separator: " + ")
    }.joined(separator: ", ")
  }

  private func words(for step: Route.Step, quorumBy table: TableIndex?) -> String {
    let quorum = table.map { "table \(id(of: $0))" } ?? text(of: step.quorum)
    let weights = step.weights.map { "\(text(of: $0.people)): \($0.weight)" }
    let veto: String? =
      switch step.veto {
      case .everybody: nil
      case .nobody: "false"
      case .only(let people): words(for: people)
      }
    let parts = [
      step.title == step.id || step.title.isEmpty ? nil : "«\(step.title)»",
      "by: \(words(for: step.by))",
      step.excluded.isEmpty ? nil : "not: \(words(for: step.excluded))",
      "quorum: \(quorum)",
      weights.isEmpty ? nil : "weights: {\(weights.joined(separator: ", "))}",
      veto.map { "veto: \($0)" },
      step.chair.isEmpty ? nil : "chair: \(words(for: step.chair))",
      step.within.map { "within: \($0.words.en)" },
      step.escalate.isEmpty
        ? nil
        : "escalate: \(words(for: step.escalate))" + (step.escalationDecides ? ", may decide" : ""),
      words(for: step.delegability),
      step.covers.map { "covers: [\($0.joined(separator: ", "))]" },
    ].compactMap(\.self)
    return "\(step.id) (\(parts.joined(separator: ", ")))"
  }

  private func words(for delegability: Delegability) -> String? {
    switch delegability {
    case .nobody: nil
    case .anybody: "delegate: true"
    case .people(let principals): "delegate: \(words(for: principals))"
    }
  }

  /// The id of a table; `?` where it could not be read.
  func id(of table: TableIndex) -> String {
    tables.indices.contains(table.position) ? tables[table.position].id : "?"
  }

  private func portrait(of index: LifecycleIndex) -> Portrait {
    let lifecycle = lifecycles[index.position]
    var portrait = Portrait(.lifecycle, lifecycle.id, titled: lifecycle.title)
    portrait.set(.initial, lifecycle.id(of: lifecycle.initial))
    portrait.list(
      .state,
      lifecycle.states.map { state in
        let marks = [state.isDone ? "done" : nil, state.isFinal ? "final" : nil].compactMap(\.self)
        let title = state.title == state.id || state.title.isEmpty ? nil : "«\(state.title)»"
        let all = [title].compactMap(\.self) + marks
        let words = all.isEmpty ? "" : " (\(all.joined(separator: ", ")))"
        return Portrait.Entry(state.id, state.id + words)
      })
    portrait.list(
      .transition,
      lifecycle.transitions.enumerated().map { position, transition in
        let place = TableUses.TransitionPlace(index, TransitionIndex(position))
        return Portrait.Entry(transition.id, words(for: transition, in: lifecycle, at: place))
      })
    return portrait
  }

  private func words(
    for transition: Transition, in lifecycle: Lifecycle, at place: TableUses.TransitionPlace
  ) -> String {
    let from = transition.from.states.map { lifecycle.id(of: $0) }.joined(separator: ", ")
    let table = tableUses.transitions[place].map { "table \(id(of: $0))" }
    let route = table ?? transition.route.map { routes.id(at: $0.position) }
    let condition = guards.first {
      $0.lifecycle == place.lifecycle && $0.transition == place.transition
    }
    let hasTitle = transition.title != transition.id && !transition.title.isEmpty
    let parts = [
      hasTitle ? "«\(transition.title)»" : nil,
      "by: \(words(for: transition.by))",
      route.map { "route: \($0)" },
      condition.map { "when: \($0.source)" },
      transition.returns.isEmpty
        ? nil
        : "on-return: " + transition.returns.map { lifecycle.id(of: $0) }.joined(separator: ", "),
      transition.onReject.map { "on-reject: \(lifecycle.id(of: $0))" },
    ].compactMap(\.self).joined(separator: ", ")
    return "\(transition.id) (\(from) → \(lifecycle.id(of: transition.to)), \(parts))"
  }

  private func words(for principals: [Principal]) -> String {
    principals.map { text(of: $0) }.joined(separator: ", ")
  }

  private func portrait(of kind: Kind) -> Portrait {
    var portrait = Portrait(.kind, kind.id, titled: kind.title)
    portrait.set(.lifecycle, kind.lifecycle.map { lifecycles.id(at: $0.position) })
    portrait.set(.follows, kind.follows.map { kinds.id(at: $0.position) })
    portrait.list(.power, entries(for: kind.powers))
    return portrait
  }

  private var substituters: [Portrait.Entry] {
    powers.substitute.isEmpty
      ? [] : [Portrait.Entry("substitute", "substitute: \(words(for: powers.substitute))")]
  }

  /// Powers that are given, in the order of the language; one that is given to nobody is not the
  /// same as one that is not given.
  private func entries(for powers: Powers) -> [Portrait.Entry] {
    Power.allCases.compactMap { power in
      powers[power].map { holders in
        let people = holders.isEmpty ? "[]" : words(for: holders)
        return Portrait.Entry(power.rawValue, "\(power.rawValue): \(people)")
      }
    }
  }

  private func portrait(of person: Person) -> Portrait {
    var portrait = Portrait(.person, person.id, titled: person.name)
    portrait.list(.role, person.roles.map { Portrait.Entry(roles.id(at: $0.position)) })
    let stand = substitutions.filter {
      people.indices.contains($0.principal.position) && people[$0.principal.position] == person
    }
    portrait.list(
      .substitution,
      stand.map { substitution in
        let deputy = people.id(at: substitution.deputy.position)
        let days = "\(substitution.from.iso)/\(substitution.until.iso)"
        return Portrait.Entry("\(deputy), \(days), \(substitution.order)")
      })
    portrait.list(
      .key,
      person.keys.map { key in
        let valid = key.valid.map { ", valid: \($0.edtf)" } ?? ""
        return Portrait.Entry(key.key.description, key.key.description + valid)
      })
    return portrait
  }

  private func portrait(of rule: DutyRule) -> Portrait {
    var portrait = Portrait(.rule, rule.id, title: "")
    let demand = rule.kind == .different ? "different people" : "the same people"
    let duties = rule.duties.map(\.name).joined(separator: ", ")
    portrait.set(
      .requirement,
      "\(demand): \(duties); across: \(rule.reach.rawValue), rounds: \(rule.rounds.rawValue)")
    return portrait
  }

  private func portrait(of rule: Rule) -> Portrait {
    var portrait = Portrait(.rule, rule.id, title: "")
    let scope = rule.scope.map { "\($0.expression) ⇒ " } ?? ""
    let demand = "\(scope)\(rule.requirement.expression)"
    portrait.set(.requirement, "\(rule.severity.rawValue), \(rule.target.rawValue): \(demand)")
    portrait.set(.message, words(for: rule.message))
    return portrait
  }
}

extension Roadmap {
  private func words(for message: [Rule.MessagePart]) -> String {
    message.map { part in
      switch part {
      case .text(let text): text
      case .value(_, let source): "{\(source)}"
      }
    }.joined()
  }

  private func portrait(of variable: Variable) -> Portrait {
    var portrait = Portrait(.variable, variable.id, title: "")
    portrait.set(.expression, variable.program.expression.source)
    return portrait
  }

  private func portrait(of table: DecisionTable) -> Portrait {
    var portrait = Portrait(.table, table.id, title: "")
    portrait.set(.hit, table.hit.rawValue)
    portrait.set(.gives, table.subject.rawValue)
    portrait.list(
      .column,
      table.inputs.enumerated().map { position, input in
        Portrait.Entry(String(position), input.program.expression.source)
      })
    // Rows have no names: one that moves or changes is another one.
    portrait.list(
      .row,
      table.rows.enumerated().map { position, row in
        let output =
          switch row.output {
          case .route(let route): routes.id(at: route.position)
          case .quorum(let quorum): text(of: quorum)
          }
        let cells = row.cells.map(\.words).joined(separator: "; ")
        return Portrait.Entry(String(position), "\(position + 1): \(cells) → \(output)")
      })
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
