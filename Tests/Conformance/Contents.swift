import RoadmapJournal
import Testing

extension JournalContract {
  static let contents = [
    JournalClause("contents are kept with the events that speak of them, each once") { store in
      let head = try store.start()
      let text = Array("Приказ".utf8)
      let empty: [UInt8] = []
      for request in ["one", "two"] {
        _ = try store.append(
          to: head.id, after: 1, request: try Sample.request(request),
          fingerprint: Sample.oneCommand, keeping: [text, empty]
        ) { _ in Sample.bytes(request) }
      }
      #expect(try store.content(Digest(of: text)) == text)
      #expect(try store.content(Digest(of: empty)) == empty)
    },
    JournalClause("contents of what was not carried out are not kept") { store in
      let head = try store.start()
      let (refused, failed) = ([UInt8](repeating: 1, count: 9), [UInt8](repeating: 2, count: 9))
      let outcome = try store.append(
        to: head.id, after: 1, request: try Sample.request("r"), fingerprint: Sample.oneCommand,
        keeping: [refused]
      ) { _ in [] }
      #expect(outcome == .nothing(head))
      #expect(throws: StoreError.noFirstEvent) {
        try store.append(
          to: head.id, after: 1, request: try Sample.request("s"), fingerprint: Sample.oneCommand,
          keeping: [failed]
        ) { _ in throw StoreError.noFirstEvent }
      }
      for content in [refused, failed] {
        let digest = Digest(of: content)
        #expect(throws: StoreError.noSuchContent(digest)) { try store.content(digest) }
      }
    },
    JournalClause("contents are shared by journals, and one that is not there is named") { store in
      let content: [UInt8] = [0, 255, 10]
      for name in ["a", "b"] {
        let head = try store.start(name)
        _ = try store.append(
          to: head.id, after: 1, request: try Sample.request("keep-\(name)"),
          fingerprint: Sample.oneCommand, keeping: [content]
        ) { _ in Sample.bytes(name) }
      }
      #expect(try store.content(Digest(of: content)) == content)
      let other = Digest(of: [7])
      #expect(throws: StoreError.noSuchContent(other)) { try store.content(other) }
    },
  ]
}
