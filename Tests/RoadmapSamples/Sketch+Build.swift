public import RoadmapModel

extension Sketch {
  /// The roadmap that the sketch describes.
  public func build() -> Roadmap {
    var texts = TextTable()
    let built = builtMeasures(&texts)
    var roadmap = Roadmap(
      heading: heading,
      people: people.map { person in
        Person(id: person.id, name: person.id, roles: person.roles.map(role))
      },
      roles: roles.map { Role(id: $0, title: $0) },
      documents: documents.map { ExternalDocument(id: $0, title: $0) },
      kinds: kinds.map { kind in
        var built = Kind(
          id: kind.id, title: kind.id, lifecycle: lifecycle(kind.lifecycle),
          follows: kind.follows.map { name in
            KindIndex(position(of: name, in: kinds.map(\.id)))
          })
        built.powers = given(powersOfKinds[kind.id] ?? [:])
        return built
      },
      lifecycles: lifecycles.map(build), routes: routes.map(build),
      sections: [Section(number: "1", title: "all", parent: nil)], measures: built, texts: texts)
    roadmap.substitutions = substitutions.map { entry in
      Substitution(
        of: person(entry.principal), by: person(entry.deputy), from: entry.from,
        until: entry.until, order: entry.order)
    }
    roadmap.powers = given(powers)
    roadmap.powers.substitute = substituters.map(principal)
    return roadmap
  }

  private func given(_ words: [Power: [String]]) -> Powers {
    var powers = Powers()
    for (power, people) in words { powers[power] = people.map(principal) }
    return powers
  }

  private var heading: Roadmap.Heading {
    var heading = Roadmap.Heading()
    heading.id = "sketch"
    heading.title = "Sketch"
    heading.period = period
    heading.calendar = calendar
    heading.timers.dueSoon = dueSoon
    heading.timers.escalate = escalate.map(principal)
    heading.timers.termSetters = termSetters.map(principal)
    return heading
  }

  private func builtMeasures(_ texts: inout TextTable) -> Measures {
    var table = Measures()
    for (offset, measure) in measures.enumerated() {
      let cycle = measure.lifecycle.map { lifecycle($0) } ?? lifecycle(of: measure.kind)
      var entry = Measures.Entry()
      entry.id = texts.add(measure.id)
      entry.title = entry.id
      entry.number = texts.add(measure.number ?? "\(offset + 1)")
      entry.fullNumber = texts.add("1.\(measure.number ?? "\(offset + 1)")")
      entry.due = measure.due
      entry.isIncomplete = measure.isIncomplete
      entry.kind = KindIndex(position(of: measure.kind, in: kinds.map(\.id)))
      entry.lifecycle = cycle
      entry.parent = measure.parent.map { self.measure($0) }
      entry.takes = measure.takes
      let after = measure.after.map { dependency($0, in: &table) }
      table.append(
        entry, owners: measure.owners.map(person), after: after,
        awaits: measure.awaits.map { awaited($0, in: &table) },
        routes: measure.routes.sorted { $0.key < $1.key }.map { name, route in
          let sketch = lifecycles[cycle.position]
          return RouteOverride(
            transition: TransitionIndex(position(of: name, in: sketch.transitions.map(\.id))),
            route: RouteIndex(position(of: route, in: routes.map(\.id))))
        })
    }
    return table
  }

  private func dependency(
    _ written: DependencySketch, in table: inout Measures
  ) -> Dependency {
    let predecessor = measure(written.measure)
    let sketch = measures[predecessor.position]
    let cycle = sketch.lifecycle.map { lifecycle($0) } ?? lifecycle(of: sketch.kind)
    return table.dependency(
      on: predecessor,
      reaches: written.reaches.map { state($0, in: lifecycles[cycle.position]) },
      kind: written.kind, lag: written.lag)
  }

  /// A document that is awaited, with the window that it opens where the test writes `id+2 days`.
  private func awaited(_ written: String, in table: inout Measures) -> DocumentIndex {
    let sketch = DependencySketch(written)
    let document = DocumentIndex(position(of: sketch.measure, in: documents))
    if let within = sketch.lag?.minimum {
      table.addWindow(AwaitedWindow(document, within: within))
    }
    return document
  }

  private func build(_ sketch: LifecycleSketch) -> Lifecycle {
    Lifecycle(
      id: sketch.id, title: sketch.id, initial: StateIndex(0),
      states: sketch.states.map { name in
        Lifecycle.State(
          id: name, title: name, isDone: sketch.done.contains(name),
          isFinal: sketch.final.contains(name))
      },
      transitions: sketch.transitions.map { transition in
        Transition(
          id: transition.id, title: transition.id,
          from: StateSet(transition.from.map { state($0, in: sketch) }),
          to: state(transition.to, in: sketch), by: transition.by.map(principal),
          route: transition.route.map { RouteIndex(position(of: $0, in: routes.map(\.id))) },
          onReturn: transition.returns.map { state($0, in: sketch) },
          onReject: transition.onReject.map { state($0, in: sketch) })
      })
  }

  private func build(_ sketch: RouteSketch) -> Route {
    var steps: [Route.Step] = []
    var stages: [Range<Int>] = []
    for stage in sketch.stages {
      stages.append(steps.count..<steps.count + stage.count)
      steps += stage.map(build)
    }
    return Route(
      id: sketch.id, title: sketch.id, steps: steps, stages: stages,
      separations: sketch.separate.map { parties in
        parties.map { name in
          name == "requester"
            ? .requester : .step(StepIndex(position(of: name, in: steps.map(\.id))))
        }
      },
      bindings: sketch.bind.map { names in
        names.map { StepIndex(position(of: $0, in: steps.map(\.id))) }
      }, afterReturn: sketch.afterReturn)
  }

  private func build(_ step: StepSketch) -> Route.Step {
    let groups = step.groups.map { Quorum.Group(principal($0.people), count: $0.count) }
    var built = Route.Step(
      id: step.id, title: step.id, by: step.by.map(principal), not: step.not.map(principal),
      quorum: groups.isEmpty ? step.quorum : .each(groups), within: step.within,
      escalate: step.escalate.map(principal), covers: step.covers)
    built.delegability =
      step.delegate == ["true"]
      ? .anybody
      : step.delegate.isEmpty ? .nobody : .people(step.delegate.map(principal))
    built.escalationDecides = step.escalationDecides
    built.weights = step.weights.map { Route.Weight(principal($0.people), $0.weight) }
    built.chair = step.chair.map(principal)
    if let veto = step.veto { built.veto = veto.isEmpty ? .nobody : .only(veto.map(principal)) }
    return built
  }

  private func principal(_ word: String) -> Principal {
    switch word {
    case "owner": .owner
    case "lead": .lead
    case "requester": .requester
    case _ where word.hasPrefix("role:"): .role(role(String(word.dropFirst(5))))
    default: .person(person(word))
    }
  }

  private func role(_ name: String) -> RoleIndex { RoleIndex(position(of: name, in: roles)) }

  private func person(_ name: String) -> PersonIndex {
    PersonIndex(position(of: name, in: people.map(\.id)))
  }

  private func measure(_ name: String) -> MeasureIndex {
    MeasureIndex(position(of: name, in: measures.map(\.id)))
  }

  private func lifecycle(_ name: String) -> LifecycleIndex {
    LifecycleIndex(position(of: name, in: lifecycles.map(\.id)))
  }

  private func lifecycle(of kind: String) -> LifecycleIndex {
    lifecycle(kinds[position(of: kind, in: kinds.map(\.id))].lifecycle)
  }

  private func state(_ name: String, in sketch: LifecycleSketch) -> StateIndex {
    StateIndex(position(of: name, in: sketch.states))
  }

  private func position(of name: String, in names: [String]) -> Int {
    guard let position = names.firstIndex(of: name) else {
      preconditionFailure("the sketch declares no `\(name)`")
    }
    return position
  }
}
