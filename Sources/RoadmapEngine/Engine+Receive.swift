import CivilTime
import RoadmapModel

extension Engine {
  /// Records an external document.
  ///
  /// A document cannot come before it was written: its date is at most the day of `time` in UTC.
  func receive(
    _ document: DocumentIndex, number: String, date: CivilDate, by person: PersonIndex,
    in state: RunState, at time: Instant
  ) -> Decision {
    var blockers: [Blocker] = []
    if let receipt = state.receipts[document.position] {
      blockers.append(
        .documentAlreadyReceived(document, number: receipt.number, date: receipt.date))
    }
    if number.allSatisfy(\.isWhitespace) { blockers.append(.documentNumberMissing(document)) }
    if date > time.date {
      blockers.append(.documentFromTheFuture(document, date: date, today: time.date))
    }
    guard blockers.isEmpty else { return .blocked(blockers) }
    return .accepted([.received(document, number: number, date: date, by: person)])
  }
}
