import Bilingual
import RoadmapEngine
import RoadmapJournal
import RoadmapModel

extension PersonIndex {
  /// Stands for whoever acts without a name, as a clock does: no person of any roadmap.
  static let nobody = PersonIndex(raw: -1)
}

/// Judges the signatures of acts in one journal, by the keys in its definition.
struct SignatureJudge {
  private let roadmap: Roadmap
  private let codec: EventCodec
  private let definition: Digest

  /// - Parameters:
  ///   - roadmap: the definition.
  ///   - digest: its digest.
  init(_ roadmap: Roadmap, digest: Digest) {
    self.roadmap = roadmap
    codec = EventCodec(roadmap)
    definition = digest
  }

  /// What stands behind an act of a person, or of a clock where there is none.
  ///
  /// - Throws: ``SignatureProblem`` where it carries a wrong signature, or says that it is signed
  ///   and is not.
  func voucher(
    of act: EventRecord, by person: PersonIndex?, after previous: Digest
  ) throws(SignatureProblem) -> Voucher {
    let isSigned = act.stamp.authentication == .signed
    guard let signature = act.signature else {
      if isSigned { throw .missing }
      return .word
    }
    guard isSigned, let person else { throw .misplaced }
    let recorded = act.stamp.recorded
    if let problem = roadmap.problem(with: signature.key, of: person, recorded: recorded) {
      throw problem
    }
    guard codec.verifies(act, after: previous, of: definition) else { throw .forged }
    return .signature(signature.key)
  }

  /// A problem with what a person signed, or seems to have signed, as event `number`.
  func text(_ problem: SignatureProblem, at number: EventNumber, of person: PersonIndex?) -> Text {
    let position = person?.position ?? -1
    let name = roadmap.people.indices.contains(position) ? roadmap.people[position].id : "?"
    let reason = problem.text(for: name)
    return Text(en: "event \(number): \(reason.en)", ru: "событие \(number): \(reason.ru)")
  }
}
