public import RoadmapEngine
public import RoadmapJournal
public import RoadmapModel

/// An event with the bytes and the hash that the journal keeps.
public struct HistoryEntry: Sendable {
  /// What the event says.
  public let record: EventRecord
  /// What the journal keeps.
  public let stored: StoredEvent
}

extension RunSession {
  /// Calls `body` with every event in order, or with those about one measure and its parts.
  ///
  /// - Throws: ``ServiceError`` where the journal cannot be read.
  public func history(
    of measure: MeasureIndex? = nil, _ body: (HistoryEntry) -> Void
  ) throws(ServiceError) {
    let wanted = measure.map { roadmap.withParts($0) }
    var failure: ServiceError?
    try attempt { () throws(StoreError) in
      try store.walk(head.id) { stored in
        do throws(ServiceError) {
          let record = try self.record(of: stored)
          let about = record.event.measure
          if wanted == nil || about.map({ wanted?.contains($0) == true }) == true {
            body(HistoryEntry(record: record, stored: stored))
          }
        } catch {
          failure = error
        }
        return failure == nil
      }
    }
    if let failure { throw failure }
  }
}

extension Roadmap {
  /// A measure and all its parts, theirs among them.
  fileprivate func withParts(_ measure: MeasureIndex) -> Set<MeasureIndex> {
    var found: Set<MeasureIndex> = [measure]
    var queue = [measure]
    while let next = queue.popLast() {
      for part in parts[next.position] where found.insert(part).inserted { queue.append(part) }
    }
    return found
  }
}

extension Event {
  /// The measure that an event is about.
  public var measure: MeasureIndex? {
    switch self {
    case .started, .received, .revoked: nil
    case .mandated(let mandate, _): mandate.scope.measure
    case .reminded(let reminder, _), .escalated(let reminder, _): reminder.measure
    case .exceptional(let act): act.measure
    case .extended(let measure, _, _, _, _), .stepsReopened(let measure, _),
      .approvalsKept(let measure, _), .retracted(let measure, _, _, _, _):
      measure
    case .roundOpened(let measure, _, _, _), .voted(let measure, _),
      .stepPassed(let measure, _, _), .roundClosed(let measure, _, _, _, _),
      .moved(let measure, _, _, _, _, _), .attached(let measure, _, _):
      measure
    }
  }
}
