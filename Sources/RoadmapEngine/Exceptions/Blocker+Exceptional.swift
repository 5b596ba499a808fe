import CivilTime
public import RoadmapModel

extension Blocker {
  /// Something outside of the usual course of a measure that stands in the way, or what speaks
  /// against doing such a thing.
  public enum Exceptional: Hashable, Sendable {
    /// The measure will not be carried out.
    case cancelled(MeasureIndex, RunState.Mark)
    /// The measure stands still.
    case suspended(MeasureIndex, RunState.Mark)
    /// The measure waits for another one, or for a part, that will not be carried out.
    case waitsForCancelled(Wait, RunState.Mark)

    /// The person does not hold the power over the measure; `people` do. Where it is not given, the
    /// roadmap says nothing of it.
    case notEmpowered(
      Power, MeasureIndex, actor: PersonIndex, people: [PersonIndex], isGiven: Bool)
    /// No reason was given.
    case reasonMissing(Power, MeasureIndex)
    /// The measure does not stand still.
    case notSuspended(MeasureIndex)
    /// The measure does not wait for this, or not any more.
    case nothingToWaive(MeasureIndex, ExceptionalAct.Awaited)
    /// Somebody has waived it already.
    case alreadyWaived(MeasureIndex, RunState.Waiver)
    /// The measure is over: there is nothing left to cancel or to suspend.
    case over(Power, MeasureIndex, state: StateIndex)
    /// The measure is not over, so that there is nothing to reopen.
    case notOver(MeasureIndex, state: StateIndex)
    /// The measure has never stood in this state, or is over in it.
    case cannotReopenInto(MeasureIndex, state: StateIndex)
    /// Who decides in the step says who may decide in `others`, which are still to come.
    case skipUnbinds(MeasureIndex, RouteIndex, StepIndex, others: [StepIndex])
    /// Without the step nobody would have decided in the round at all.
    case nothingApproved(MeasureIndex, RouteIndex)
  }
}

extension Blocker.Exceptional {
  /// The name of this sort of blocker, for programs.
  var code: String {
    switch self {
    case .cancelled: "cancelled"
    case .suspended: "suspended"
    case .waitsForCancelled: "waits-for-cancelled"
    case .notEmpowered: "not-empowered"
    case .reasonMissing: "reason-missing"
    case .notSuspended: "not-suspended"
    case .nothingToWaive: "nothing-to-waive"
    case .alreadyWaived: "already-waived"
    case .over: "already-over"
    case .notOver: "not-over"
    case .cannotReopenInto: "cannot-reopen-into"
    case .skipUnbinds: "skip-unbinds"
    case .nothingApproved: "nothing-approved"
    }
  }

  /// Whether two of them wait for the same thing, if on behalf of different measures.
  func isSameWait(as other: Self) -> Bool {
    guard case .waitsForCancelled(let one, _) = self,
      case .waitsForCancelled(let two, _) = other
    else { return self == other }
    return one.predecessor == two.predecessor
  }
}

extension Blocker {
  /// The data of what stands in the way outside of the usual course.
  func fieldsAboutExceptions(_ names: Names) -> [Field]? {
    guard case .exceptional(let reason) = self else { return nil }
    switch reason {
    case .cancelled(let measure, let mark), .suspended(let measure, let mark):
      return [.measure(measure, names)] + mark.fields(names)
    case .waitsForCancelled(let wait, let mark): return wait.fields(names) + mark.fields(names)
    case .notEmpowered(let power, let measure, let actor, let people, _):
      return [
        .text("power", power.rawValue), .measure(measure, names), .person("actor", actor, names),
        .people(people, names),
      ]
    case .reasonMissing(let power, let measure):
      return [.text("power", power.rawValue), .measure(measure, names)]
    case .notSuspended(let measure): return [.measure(measure, names)]
    case .nothingToWaive(let measure, let awaited):
      return [.measure(measure, names), .awaited(awaited, names)]
    case .alreadyWaived(let measure, let waiver):
      return [.measure(measure, names), .awaited(waiver.awaited, names)]
        + waiver.mark.fields(names)
    case .over(let power, let measure, let state):
      return [
        .text("power", power.rawValue), .measure(measure, names),
        .state(state, of: measure, names),
      ]
    case .notOver(let measure, let state), .cannotReopenInto(let measure, let state):
      return [.measure(measure, names), .state(state, of: measure, names)]
    case .skipUnbinds(let measure, let route, let step, let others):
      return [
        .measure(measure, names), .step(step, on: route, names), .steps(others, on: route, names),
      ]
    case .nothingApproved(let measure, let route):
      return [.measure(measure, names), .text("route", names.id(of: route))]
    }
  }
}

extension RunState.Mark {
  fileprivate func fields(_ names: Names) -> [Blocker.Field] {
    [.person("by", person, names), .text("since", time.rfc3339)]
      + (reason.map { [.text("reason", $0)] } ?? [])
  }
}

extension Blocker.Field {
  fileprivate static func awaited(_ awaited: ExceptionalAct.Awaited, _ names: Names) -> Self {
    switch awaited {
    case .measure(let measure): .measure(measure, names, name: "predecessor")
    case .document(let document): .document(document, names)
    }
  }
}
