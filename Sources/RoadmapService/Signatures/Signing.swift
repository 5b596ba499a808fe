import RoadmapEngine
import RoadmapJournal
import RoadmapModel

/// How an act is signed, if it is.
struct Signing {
  private let signer: (any Signer)?
  private let person: String

  /// What stands behind the name of whoever acts.
  var voucher: Voucher { signer.map { .signature($0.publicKey) } ?? .word }

  fileprivate init(_ signer: (any Signer)?, for person: String) {
    self.signer = signer
    self.person = person
  }

  /// The bytes of the events that an act brings about, the act signed; verified, whoever signed.
  ///
  /// - Throws: ``ServiceError`` where the signer fails.
  func encode(
    _ events: [Event], _ stamp: Stamp, after head: JournalHead, in session: RunSession
  ) throws(ServiceError) -> [[UInt8]] {
    guard let signer else {
      return session.codec.encode(events, stamp, after: head, in: session.state)
    }
    do {
      return try session.codec.encode(
        events, stamp, after: head, in: session.state, signedBy: signer)
    } catch {
      throw .signature(.forged, person: person)
    }
  }
}

extension RunSession {
  /// Prepares signing an act of a person; what a clock brings about is signed by nobody.
  ///
  /// - Throws: ``ServiceError`` where the key is not one of the person's that counts now.
  func signing(
    _ signer: (any Signer)?, for person: PersonIndex?, _ stamp: Stamp
  ) throws(ServiceError) -> Signing {
    guard let person, roadmap.people.indices.contains(person.position) else {
      return Signing(nil, for: "")
    }
    let id = roadmap.people[person.position].id
    if let signer,
      let problem = roadmap.problem(with: signer.publicKey, of: person, recorded: stamp.recorded)
    {
      throw .signature(problem, person: id)
    }
    return Signing(signer, for: id)
  }
}
