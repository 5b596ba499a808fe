import Bilingual
import Glibc
import JournalSQLite
import RoadmapJournal

/// Appends without end and notes each acknowledged request in a file of its own.
///
/// A refusal is told on stdout, and the same request is sent again: after opening anew where the
/// store has stopped.
struct Writing {
  let store: String
  let name: String
  let acks: String
  let isNormal: Bool

  func run() throws {
    let notes = open(acks, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard notes >= 0 else { throw Refusal(text: "cannot write \(acks)") }
    var turn = 0
    while true {
      do {
        let opened = try SQLiteJournalStore(
          path: store, access: .createIfMissing, wait: .seconds(10),
          durability: isNormal ? .normal : .full)
        try append(to: opened, turn: &turn, notes: notes)
      } catch let error as StoreError {
        tell(error)
      }
    }
  }

  private func append(to store: SQLiteJournalStore, turn: inout Int, notes: Int32) throws {
    var head = try Workload.journal(in: store)
    while true {
      let request = try Workload.request("\(name)-\(turn)")
      do {
        let outcome = try store.append(
          to: head.id, after: head.events, request: request, fingerprint: Workload.fingerprint
        ) { _ in Workload.events(of: request, count: 1 + turn % 3) }
        head = outcome.head
        if let events = outcome.events {
          note("\(request) \(events.lowerBound) \(events.upperBound)", in: notes)
        }
        turn += 1
      } catch StoreError.full {
        tell(.full)
      } catch StoreError.busy(let seconds) {
        tell(.busy(seconds: seconds))
      }
    }
  }

  private func tell(_ error: StoreError) {
    Line.say("refused", "\(error.category.exitStatus)", error.text.en)
    usleep(5000)
  }

  private func note(_ line: String, in descriptor: Int32) {
    if !Line.say(line, to: descriptor) { Line.say("refused 74 cannot note an acknowledgement") }
  }
}
