import RoadmapEngine
import RoadmapJournal
import RoadmapModel

extension RunSession {
  /// The bytes of what is attached to a measure under a name: of a file its content, verified
  /// against its digest, of a field its value.
  ///
  /// - Parameters:
  ///   - measure: the measure's id or full number.
  ///   - name: the name, byte by byte.
  ///   - revision: which revision, from 1; the present one without it.
  /// - Returns: the bytes.
  /// - Throws: ``ServiceError`` where there is no such thing, or the store cannot give it.
  public func content(
    of measure: String, named name: String, revision: Int?
  ) throws(ServiceError) -> [UInt8] {
    let index = try roadmap.knownMeasure(measure)
    let all = state.revisions(of: index)
    let revisions = all.filter { $0.name.utf8.elementsEqual(name.utf8) }
    guard !revisions.isEmpty else {
      throw .unknownContent(name, known: state.attachments(of: index).map(\.name))
    }
    let number = revision ?? revisions.count
    guard revisions.indices.contains(number - 1) else {
      throw .unknownRevision(name, number, last: revisions.count)
    }
    let found = revisions[number - 1]
    if let value = found.value { return Array(value.utf8) }
    guard let digest = Digest(hex: found.digest.hex) else {
      throw .unknownContent(name, known: [])
    }
    return try attempt { () throws(StoreError) in try store.content(digest) }
  }
}
