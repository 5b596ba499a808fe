import CivilTime
import RoadmapModel

extension RunDays {
  /// Writes the day of the start, two days a measure, and the rows of the other tables in the
  /// order of the document.
  func write(measures count: Int, to writer: inout SnapshotWriter) {
    writer.day(started)
    for measure in (0..<count).lazy.map({ MeasureIndex($0) }) {
      writer.day(self[begun: measure])
      writer.day(self[done: measure])
    }
    writer.number(reached.count)
    for (milestone, day) in reached.sorted(by: { $0.key < $1.key }) {
      writer.number(milestone.measure.raw)
      writer.number(milestone.state.raw)
      writer.day(day)
    }
    writer.number(extended.count)
    for (measure, day) in extended.sorted(by: { $0.key < $1.key }) {
      writer.number(measure.raw)
      writer.day(day)
    }
    writer.number(told.count)
    for (measure, told) in told.sorted(by: { $0.key < $1.key }) {
      writer.number(measure.raw)
      writer.day(told.deadline)
      writer.byte(told.causes)
    }
  }
}

extension RunState {
  /// Reads the days of a run; a day stands only where the measure has come to such a state.
  mutating func readDays(_ reader: inout SnapshotReader, _ engine: Engine) -> Bool {
    guard let started = reader.day(), (started != nil) == isStarted else { return false }
    days.started = started
    for measure in standings.indices.lazy.map({ MeasureIndex($0) }) {
      guard let begun = reader.day(), let done = reader.day() else { return false }
      let reached = standings[measure.position].reached
      let cycle = engine.plan.cycle(of: measure)
      guard begun == nil || reached & (cycle?.begun ?? 0) != 0,
        done == nil || reached & (cycle?.done ?? 0) != 0
      else { return false }
      days[begun: measure] = begun
      days[done: measure] = done
    }
    return readMilestones(&reader, engine) && readExtensions(&reader) && readTold(&reader)
  }

  private mutating func readMilestones(
    _ reader: inout SnapshotReader, _ engine: Engine
  ) -> Bool {
    readRows(&reader) { reader, state in
      guard let measure = reader.number(below: state.standings.count),
        let target = reader.number(below: Lifecycle.mostStates), let day = reader.day() ?? nil,
        state.standings[measure].reached & (1 << UInt64(target)) != 0
      else { return false }
      let milestone = RunDays.Milestone(measure: MeasureIndex(measure), state: StateIndex(target))
      guard engine.plan.milestones[milestone] != nil else { return false }
      return state.days.reached.updateValue(day, forKey: milestone) == nil
    }
  }

  private mutating func readExtensions(_ reader: inout SnapshotReader) -> Bool {
    readRows(&reader) { reader, state in
      guard let measure = reader.number(below: state.standings.count),
        let day = reader.day() ?? nil
      else { return false }
      return state.days.extended.updateValue(day, forKey: MeasureIndex(measure)) == nil
    }
  }

  private mutating func readTold(_ reader: inout SnapshotReader) -> Bool {
    readRows(&reader) { reader, state in
      guard let measure = reader.number(below: state.standings.count),
        let deadline = reader.day() ?? nil, let causes = reader.byte(), (1..<4).contains(causes)
      else { return false }
      let told = RunDays.Told(deadline: deadline, causes: causes)
      return state.days.told.updateValue(told, forKey: MeasureIndex(measure)) == nil
    }
  }

  private mutating func readRows(
    _ reader: inout SnapshotReader, _ row: (inout SnapshotReader, inout RunState) -> Bool
  ) -> Bool {
    guard let count = reader.number(below: reader.left + 1) else { return false }
    for _ in 0..<count {
      guard row(&reader, &self) else { return false }
    }
    return true
  }
}
