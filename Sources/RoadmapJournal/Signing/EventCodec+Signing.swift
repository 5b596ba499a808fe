public import RoadmapEngine
import RoadmapModel

/// A signer gave something that is no signature of what it was asked to sign.
public struct FaultySigner: Error, Hashable, Sendable {}

extension EventCodec {
  /// The bytes of events that follow the end of a journal, the first of them, which is the act
  /// itself, signed.
  ///
  /// - Throws: What `signer` throws; ``FaultySigner`` where what it gives does not verify.
  public func encode(
    _ events: [Event], _ stamp: Stamp, after head: JournalHead, in state: RunState,
    signedBy signer: any Signer
  ) throws -> [[UInt8]] {
    var records = records(of: events, stamp, after: head, in: state)
    guard let act = records.first else { return [] }
    let unsigned = act.signed(ActSignature(key: signer.publicKey, bytes: []))
    let message = self.act(of: unsigned, after: head.hash, of: head.definition).message
    let bytes = try signer.signature(of: message)
    guard signer.publicKey.verifies(bytes, of: message) else { throw FaultySigner() }
    records[0] = act.signed(ActSignature(key: signer.publicKey, bytes: bytes))
    return records.map { encode($0) }
  }

  /// Whether the signature that a record carries is one of this act in this place.
  ///
  /// - Parameters:
  ///   - record: the record; without a signature the answer is no.
  ///   - previous: the hash of the event before it.
  ///   - definition: the digest of the definition that the run is pinned to.
  /// - Returns: whether it verifies.
  public func verifies(
    _ record: EventRecord, after previous: Digest, of definition: Digest
  ) -> Bool {
    guard let signature = record.signature else { return false }
    let message = act(of: record, after: previous, of: definition).message
    return signature.key.verifies(signature.bytes, of: message)
  }

  /// What the signature of a record covers.
  func act(of record: EventRecord, after previous: Digest, of definition: Digest) -> SignedAct {
    SignedAct(
      journal: record.journal, definition: definition, number: record.number, previous: previous,
      seen: record.event.seen, event: encode(record, withSignature: false))
  }
}

extension Event {
  /// The bytes of the digest of what whoever decides here has seen; none where that is nothing, and
  /// for what is no decision.
  fileprivate var seen: [UInt8] {
    guard case .voted(_, let vote) = self, let seen = vote.seen else { return [] }
    return Digest(hex: seen.hex)?.bytes ?? []
  }
}
