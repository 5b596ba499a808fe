// Feeds libFuzzer's inputs to the reader of journal events and stops at the first broken promise.
import CivilTime
import FuzzDriver
import RoadmapEngine
import RoadmapJournal
import RoadmapLanguage
import RoadmapModel

@_cdecl("event_fuzz_main")
func main(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  fuzz(count, arguments, test)
}

private let source = """
  vekha: 1
  roadmap: {id: fuzz, title: Fuzz}
  people: {ana: {roles: [head]}, ben: {roles: [head]}}
  roles: {head: Head}
  documents: {paper: {}}
  kinds: {plan: {lifecycle: document}}
  lifecycles:
    document:
      initial: planned
      states: {planned: {}, drafting: {}, done: {done: true}}
      transitions:
        begin: {from: planned, to: drafting, by: owner}
        adopt: {from: drafting, to: done, by: lead, route: adoption, on-return: planned}
  routes: {adoption: {steps: [{id: agree, by: role:head}, {id: confirm, by: ben}]}}
  sections:
  - title: All
    measures: [{id: a, title: A, kind: plan, owners: [ana]}, {id: b, title: B, kind: plan, after: a}]
  """

private let roadmap = compile(
  LoadedFile(name: "fuzz.yaml", shownPath: "fuzz.yaml", bytes: Array(source.utf8))
).roadmap
private let engine = Engine(roadmap)
private let codec = EventCodec(roadmap)

/// Each line of the input is an event: what decodes is recorded, and encodes to itself.
@_cdecl("LLVMFuzzerTestOneInput")
func test(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  var state = engine.initialState
  for line in UnsafeBufferPointer(start: data, count: size).split(separator: UInt8(ascii: "\n")) {
    guard let record = try? codec.decode(Array(line)) else { continue }
    guard codec.encode(record) == Array(line) else {
      fatalError("an event was read from bytes that it is not written in")
    }
    engine.evolve(&state, record.event, at: record.stamp.effective)
    _ = engine.nextActions(in: state)
  }
  guard RunState(decoding: state.encode(), for: engine) == state else {
    fatalError("a snapshot is not the state")
  }
  return 0
}
