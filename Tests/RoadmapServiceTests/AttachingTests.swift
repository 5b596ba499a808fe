import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapJournal
import RoadmapModel
import Testing

@testable import RoadmapService

@Suite struct `Attaching files` {
  private static let text = Array("Приказываю.\n".utf8)

  @Test func `a file is kept with the run, shown by status, and told by the history`() throws {
    var office = try Office()
    try office.send(.attach(measure: "1.1", name: "order.txt", content: Self.text), by: "ana")
    let file = try #require(office.session.state.attachments(of: MeasureIndex(0)).first)
    #expect(file.digest.hex == Digest(of: Self.text).description && file.size == 22)
    #expect(try office.store.content(Digest(of: Self.text)) == Self.text)
    var told: [String] = []
    try office.session.history(of: MeasureIndex(0)) { entry in
      told.append(
        office.session.roadmap.sentence(for: entry.record.event, route: nil).ru)
    }
    #expect(told.count == 1 && told[0].hasPrefix("Ana: приложен «order.txt», 22 байта, SHA-256 "))
    #expect(try RunSession.audit(nil, in: office.store, against: nil).fault == nil)
    // Whoever opens the run finds the same.
    let again = try RunSession.open(nil, in: office.store)
    #expect(again.state == office.session.state)
  }

  @Test func `what is refused is not kept`() throws {
    var office = try Office()
    let outcome = try office.send(
      .attach(measure: "order", name: "a/b", content: Self.text), by: "ana")
    guard case .refused(let blockers) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(blockers.map(\.code) == ["attachment-name-unusable"])
    #expect(throws: StoreError.noSuchContent(Digest(of: Self.text))) {
      try office.store.content(Digest(of: Self.text))
    }
  }

  @Test(arguments: [(size: Int64(22), keeps: false), (23, true)])
  func `an audit finds an attachment whose content is missing or of another size`(
    size: Int64, keeps: Bool
  ) throws {
    let office = try Office()
    let session = office.session
    let hex = Digest(of: Self.text).description
    let file = Command.Content(
      name: "order.txt", size: size, digest: try #require(ContentDigest(hex: hex)))
    let request = RequestID.random()
    let day = Office.noon
    let stamp = Stamp(
      effective: day, recorded: day, request: request, authentication: .asserted)
    let bytes = session.codec.encode(
      [.attached(MeasureIndex(0), file, by: PersonIndex(0))], stamp, after: session.head,
      in: session.state)
    _ = try office.store.append(
      to: session.head.id, after: session.head.events, request: request,
      fingerprint: Digest(of: []), keeping: keeps ? [Self.text] : []
    ) { _ in bytes }
    let audit = try RunSession.audit(nil, in: office.store, against: nil)
    #expect(audit.events == session.head.events)
    #expect(audit.fault?.en.contains("`order.txt`") == true, "\(String(describing: audit.fault))")
  }
}
