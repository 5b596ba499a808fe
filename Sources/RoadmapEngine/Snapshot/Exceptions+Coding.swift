import CivilTime
import RoadmapModel

extension Exceptions {
  /// Writes the tables, each in the order of the measures.
  func write(to writer: inout SnapshotWriter) {
    for marks in [cancelled, suspended, reopened] {
      writer.number(marks.count)
      for (measure, mark) in marks.sorted(by: { $0.key < $1.key }) {
        writer.number(measure.raw)
        writer.mark(mark)
      }
    }
    writer.number(waivers.count)
    for (measure, own) in waivers.sorted(by: { $0.key < $1.key }) {
      writer.number(measure.raw)
      writer.number(own.count)
      for waiver in own {
        switch waiver.awaited {
        case .measure(let other):
          writer.byte(0)
          writer.number(other.raw)
        case .document(let document):
          writer.byte(1)
          writer.number(document.raw)
        }
        writer.mark(waiver.mark)
      }
    }
  }
}

extension RunState {
  /// Reads what was done outside of the usual course; false for what cannot have been written.
  mutating func readExceptions(_ reader: inout SnapshotReader, _ engine: Engine) -> Bool {
    guard let cancelled = reader.marks(engine), let suspended = reader.marks(engine),
      let reopened = reader.marks(engine),
      cancelled.keys.allSatisfy({ suspended[$0] == nil })
    else { return false }
    exceptions.cancelled = cancelled
    exceptions.suspended = suspended
    exceptions.reopened = reopened
    guard let count = reader.number(below: standings.count + 1) else { return false }
    for _ in 0..<count {
      guard let position = reader.number(below: standings.count),
        exceptions.waivers[MeasureIndex(position)] == nil, let own = reader.waivers(engine)
      else { return false }
      exceptions.waivers[MeasureIndex(position)] = own
    }
    return true
  }
}

extension OpenRound {
  /// Writes the steps that were passed over, and the days on which the measure stood still.
  func writeExceptions(to writer: inout SnapshotWriter) {
    writer.number(skips.count)
    for skip in skips {
      writer.number(skip.step.raw)
      writer.mark(skip.mark)
    }
    writer.number(pauses.count)
    for pause in pauses {
      writer.day(pause.from)
      writer.day(pause.through)
    }
  }

  /// Takes over the steps that were passed over, each once; false where the route has no such step.
  mutating func take(_ read: [Skip]) -> Bool {
    skips = read
    return read.allSatisfy { passed.indices.contains($0.step.position) }
      && Set(read.map(\.step)).count == read.count
  }
}

extension SnapshotWriter {
  fileprivate mutating func mark(_ mark: RunState.Mark) {
    number(mark.person.raw)
    number(UInt64(bitPattern: mark.time.microseconds))
    byte(mark.reason == nil ? 0 : 1)
    if let reason = mark.reason { text(reason) }
  }
}

extension SnapshotReader {
  fileprivate mutating func mark(_ engine: Engine) -> RunState.Mark? {
    guard let person = number(below: engine.roadmap.people.count), let bits = number(),
      let time = Instant(microseconds: Int64(bitPattern: bits)), let hasReason = byte(),
      hasReason < 2
    else { return nil }
    guard hasReason == 1 else {
      return RunState.Mark(person: PersonIndex(person), time: time, reason: nil)
    }
    return text().map { RunState.Mark(person: PersonIndex(person), time: time, reason: $0) }
  }

  /// Reads marks of measures that have a lifecycle, in their order.
  fileprivate mutating func marks(_ engine: Engine) -> [MeasureIndex: RunState.Mark]? {
    guard let count = number(below: engine.plan.measures.count + 1) else { return nil }
    var marks: [MeasureIndex: RunState.Mark] = [:]
    var last: Int32 = -1
    for _ in 0..<count {
      guard let position = number(below: engine.plan.measures.count), Int32(position) > last,
        engine.plan.measures[position].cycle >= 0, let mark = mark(engine)
      else { return nil }
      last = Int32(position)
      marks[MeasureIndex(position)] = mark
    }
    return marks
  }

  fileprivate mutating func waivers(_ engine: Engine) -> [RunState.Waiver]? {
    guard let count = number(below: left + 1), count > 0 else { return nil }
    var read: [RunState.Waiver] = []
    for _ in 0..<count {
      guard let awaited = awaited(engine), !read.contains(where: { $0.awaited == awaited }),
        let mark = mark(engine)
      else { return nil }
      read.append(RunState.Waiver(awaited: awaited, mark: mark))
    }
    return read
  }

  private mutating func awaited(_ engine: Engine) -> ExceptionalAct.Awaited? {
    switch byte() {
    case 0:
      number(below: engine.plan.measures.count).map { .measure(MeasureIndex($0)) }
    case 1:
      number(below: engine.roadmap.documents.count).map { .document(DocumentIndex($0)) }
    default: nil
    }
  }

  /// Reads the steps of a round that were passed over.
  mutating func skips(_ engine: Engine) -> [OpenRound.Skip]? {
    guard let count = number(below: left + 1) else { return nil }
    var read: [OpenRound.Skip] = []
    for _ in 0..<count {
      guard let step = number(below: Int(Int32.max)), let mark = mark(engine) else { return nil }
      read.append(OpenRound.Skip(step: StepIndex(step), mark: mark))
    }
    return read
  }

  /// Reads the days on which a measure stood still.
  mutating func pauses() -> [OpenRound.Pause]? {
    guard let count = number(below: left + 1) else { return nil }
    var read: [OpenRound.Pause] = []
    for _ in 0..<count {
      guard let from = day() ?? nil, let through = day() ?? nil, from < through else { return nil }
      read.append(OpenRound.Pause(from: from, through: through))
    }
    return read
  }
}
