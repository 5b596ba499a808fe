import CivilTime
import RoadmapModel

extension RunState {
  /// Writes what is attached, in the order of the measures.
  func writeAttachments(to writer: inout SnapshotWriter) {
    let measures = attachments.keys.sorted()
    writer.number(measures.count)
    for measure in measures {
      let files = attachments[measure] ?? []
      writer.number(measure.raw)
      writer.number(files.count)
      for file in files {
        writer.text(file.name)
        writer.number(file.size)
        writer.text(file.digest.hex)
        writer.number(file.person.raw)
        writer.number(UInt64(bitPattern: file.time.microseconds))
        writer.number(file.revision)
      }
    }
  }

  /// Reads what is attached; false for what cannot have been written.
  mutating func readAttachments(_ reader: inout SnapshotReader, _ engine: Engine) -> Bool {
    guard let count = reader.number(below: standings.count + 1) else { return false }
    var last: Int32 = -1
    for _ in 0..<count {
      guard let position = reader.number(below: standings.count), Int32(position) > last,
        let files = reader.number(below: reader.left + 1), files > 0
      else { return false }
      last = Int32(position)
      var read: [Attachment] = []
      for _ in 0..<files {
        guard let file = Self.attachment(&reader, engine),
          !read.contains(where: { $0.has(name: file.name) })
        else { return false }
        read.append(file)
      }
      attachments[MeasureIndex(position)] = read
    }
    return true
  }

  private static func attachment(
    _ reader: inout SnapshotReader, _ engine: Engine
  ) -> Attachment? {
    guard let name = reader.text(), let size = reader.number(below: .max),
      let hex = reader.text(), let digest = ContentDigest(hex: hex),
      let person = reader.number(below: engine.roadmap.people.count),
      let bits = reader.number(), let time = Instant(microseconds: Int64(bitPattern: bits)),
      let revision = reader.number(below: .max), revision > 0
    else { return nil }
    return Attachment(
      name: name, size: Int64(size), digest: digest, by: PersonIndex(person), at: time,
      revision: revision)
  }
}
