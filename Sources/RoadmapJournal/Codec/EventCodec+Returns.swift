import RoadmapEngine
import RoadmapModel

extension EventCodec {
  /// Where a return leads, where it was said: `to-step` or `to-state`.
  func targetField(
    _ target: ReturnTarget?, of measure: MeasureIndex, on route: RouteIndex?
  ) -> [(key: String, value: JSONValue)] {
    switch target {
    case .step(let step): return [("to-step", .string(stepID(step, on: route)))]
    case .state(let state):
      let states = roadmap.lifecycle(of: measure)?.states ?? []
      return [("to-state", .string(states.id(state.position)))]
    case nil: return []
    }
  }

  /// Reads where a return leads.
  func target(
    _ fields: EventFields, of measure: MeasureIndex
  ) throws(EventCodecError) -> ReturnTarget? {
    if fields.has("to-step") {
      guard let route = try route(fields) else { throw .missing("route") }
      return .step(try step(named: try fields.string("to-step"), on: route))
    }
    guard fields.has("to-state") else { return nil }
    return .state(try state("to-state", fields, of: measure))
  }
}
