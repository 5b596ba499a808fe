import CivilTime
import RoadmapModel

extension RunState {
  /// The first bytes of a snapshot.
  static let snapshotTag: [UInt8] = Array("vekha-run".utf8)
  /// The version of the format, which follows the tag.
  static let snapshotVersion: UInt8 = 8

  /// The state in a few bytes a measure, to be read by ``init(decoding:for:)``.
  ///
  /// Form: a tag, the version, who started the run, the counters, a row for each measure (its
  /// state, the states reached, the number of rounds), the open rounds, the documents received, the
  /// days that the run knows, what is attached, the rounds returned, who acts for whom, who has
  /// done which duty, what was done outside of the usual course, and a check sum of all that.
  /// Numbers are in groups of seven bits, the lowest
  /// first.
  public func encode() -> [UInt8] {
    var writer = SnapshotWriter()
    for byte in Self.snapshotTag { writer.byte(byte) }
    writer.byte(Self.snapshotVersion)
    writer.number(startedBy.map { UInt64($0.position) + 1 } ?? 0)
    writer.number(eventCount)
    writer.byte(latest == nil ? 0 : 1)
    if let latest { writer.number(UInt64(bitPattern: latest.microseconds)) }
    writer.number(standings.count)
    for standing in standings {
      writer.byte(standing.current)
      writer.number(standing.reached)
      writer.number(standing.rounds)
    }
    writer.number(rounds.count)
    for round in rounds.inOrder { round.write(to: &writer) }
    write(receipts, to: &writer)
    days.write(measures: standings.count, to: &writer)
    writeAttachments(to: &writer)
    writeReturned(to: &writer)
    acting.write(to: &writer)
    acts.write(to: &writer)
    exceptions.write(to: &writer)
    return Self.sealed(writer.bytes)
  }

  private func write(_ receipts: [Receipt?], to writer: inout SnapshotWriter) {
    writer.number(receipts.count)
    for receipt in receipts {
      writer.byte(receipt == nil ? 0 : 1)
      guard let receipt else { continue }
      writer.text(receipt.number)
      writer.number(UInt32(bitPattern: receipt.date.dayNumber))
    }
  }

  /// The bytes with their check sum behind them.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    let sum = checkSum(of: bytes[...])
    return bytes + (0..<8).map { UInt8(truncatingIfNeeded: sum >> ($0 * 8)) }
  }

  /// A 64-bit FNV-1a sum: it finds damage, not forgery.
  static func checkSum(of bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}

extension OpenRound {
  fileprivate func write(to writer: inout SnapshotWriter) {
    writer.number(measure.raw)
    writer.number(transition.raw)
    writer.number(number)
    writer.number(requester.raw)
    writer.number(UInt64(bitPattern: stageOpened.microseconds))
    writer.number(reminded.count)
    for step in reminded { writer.number(step.raw) }
    writeExceptions(to: &writer)
    writer.number(passed.count)
    for isPassed in passed { writer.byte(isPassed ? 1 : 0) }
    writer.votes(votes)
    writer.votes(dissents)
    writer.escalations(escalations)
  }
}
