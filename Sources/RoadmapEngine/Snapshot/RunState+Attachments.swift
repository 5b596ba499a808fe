import CivilTime
import RoadmapModel

extension RunState {
  /// Writes what was ever attached, in the order of the measures, and by whom and when it is there.
  func writeAttachments(to writer: inout SnapshotWriter) {
    let measures = attachments.keys.sorted()
    writer.number(measures.count)
    for measure in measures {
      writer.number(measure.raw)
      let revisions = revisions[measure] ?? []
      writer.number(revisions.count)
      for content in revisions { writer.content(content) }
      for file in attachments[measure] ?? [] {
        writer.number(file.person.raw)
        writer.number(UInt64(bitPattern: file.time.microseconds))
      }
    }
  }

  /// Reads what was attached by attaching it again; false for what cannot have been written.
  mutating func readAttachments(_ reader: inout SnapshotReader, _ engine: Engine) -> Bool {
    guard let count = reader.number(below: standings.count + 1) else { return false }
    var last: Int32 = -1
    for _ in 0..<count {
      guard let position = reader.number(below: standings.count), Int32(position) > last,
        let revisions = reader.number(below: reader.left + 1), revisions > 0
      else { return false }
      last = Int32(position)
      for _ in 0..<revisions {
        guard let content = reader.content() else { return false }
        attach(
          content, to: MeasureIndex(position), by: PersonIndex(0), at: Instant(startOf: .latest))
      }
      guard readAuthors(of: MeasureIndex(position), &reader, engine) else { return false }
    }
    return true
  }

  /// Reads who attached what is there now, and when.
  private mutating func readAuthors(
    of measure: MeasureIndex, _ reader: inout SnapshotReader, _ engine: Engine
  ) -> Bool {
    var read: [Attachment] = []
    for file in attachments[measure] ?? [] {
      guard let person = reader.number(below: engine.roadmap.people.count),
        let bits = reader.number(), let time = Instant(microseconds: Int64(bitPattern: bits))
      else { return false }
      read.append(
        Attachment(
          name: file.name, size: file.size, digest: file.digest, value: file.value,
          by: PersonIndex(person), at: time, revision: file.revision))
    }
    attachments[measure] = read
    return true
  }
}

extension SnapshotWriter {
  /// Writes a field with its value, or a file with its size and digest.
  fileprivate mutating func content(_ content: Command.Content) {
    text(content.name)
    byte(content.value == nil ? 0 : 1)
    if let value = content.value { return text(value) }
    number(content.size)
    digest(content.digest)
  }
}

extension SnapshotReader {
  fileprivate mutating func content() -> Command.Content? {
    guard let name = text(), let isField = byte(), isField < 2 else { return nil }
    if isField == 1 { return text().map { Command.Content(field: name, value: $0) } }
    guard let size = number(below: .max), let digest = digest() ?? nil else { return nil }
    return Command.Content(name: name, size: Int64(size), digest: digest)
  }
}
