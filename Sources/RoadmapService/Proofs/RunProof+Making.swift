import RoadmapEngine
public import RoadmapJournal
import RoadmapModel

extension RunProof {
  /// Makes the proof of a run that has been audited.
  ///
  /// - Parameters:
  ///   - name: the run's name; the only run when `nil`.
  ///   - store: where it is kept.
  ///   - checkpoint: how far the journal was found whole, signed by whoever stands behind it.
  ///   - measure: a measure to whose events, and the start of the run, the proof is limited.
  ///   - earlier: checkpoints kept elsewhere, which the journal continues.
  /// - Throws: ``ServiceError`` where the journal cannot be read or has no such measure.
  public init(
    of name: String?, in store: any JournalStore, at checkpoint: SignedCheckpoint,
    only measure: String?, continuing earlier: [SignedCheckpoint]
  ) throws(ServiceError) {
    let session = try RunSession.open(name, in: store)
    let wanted: MeasureIndex?
    if let measure { wanted = try session.roadmap.knownMeasure(measure) } else { wanted = nil }
    let size = checkpoint.checkpoint.size
    var tree = MerkleTree()
    var shown: [(stored: StoredEvent, previous: Digest?)] = []
    var previous = session.head.chain.opening
    try session.history { entry in
      guard entry.stored.number <= size else { return }
      tree.append(entry.stored.bytes)
      if wanted == nil || entry.stored.number == 1 || entry.record.event.measure == wanted {
        shown.append((entry.stored, entry.record.signature == nil ? nil : previous))
      }
      previous = entry.stored.hash
    }
    let bytes = try attempt { () throws(StoreError) in
      try store.definition(session.head.definition)
    }
    let count = tree.count
    self.init(
      run: session.head.name, journal: session.head.id, checkpoint: checkpoint,
      definition: bytes,
      entries: shown.map { stored, previous in
        let isNeeded = wanted != nil || previous != nil
        return Entry(
          number: stored.number, bytes: stored.bytes, previous: previous,
          path: isNeeded
            ? tree.inclusionProof(of: Int(stored.number) - 1, in: count) : nil)
      },
      continuations: earlier.compactMap { earlier in
        tree.consistencyProof(from: Int(earlier.checkpoint.size), to: count).map {
          Continuation(earlier: earlier, path: $0)
        }
      })
  }
}
