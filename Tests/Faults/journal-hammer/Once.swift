import Bilingual
import Glibc
import JournalSQLite
import RoadmapJournal

/// Carries out one request and tells what became of it, in words for scripts.
struct Once {
  let store: String
  let request: String

  /// Prints `appended`, `already`, or `refused` with how much is known, and gives the exit status.
  func run() -> Int32 {
    do {
      let store = try SQLiteJournalStore(path: store)
      let head = try Workload.journal(in: store)
      let request = try Workload.request(request)
      let outcome = try store.append(
        to: head.id, after: 0, request: request, fingerprint: Workload.fingerprint
      ) { _ in Workload.events(of: request, count: 2) }
      switch outcome {
      case .appended(_, let events): print("appended", events)
      case .alreadyDone(_, let events): print("already", events)
      case .nothing: print("nothing")
      }
      return 0
    } catch let error as StoreError {
      print("refused", knowledge(of: error), error.text.en)
      return error.category.exitStatus
    } catch {
      print("failed", error)
      return 70
    }
  }

  /// Prints `present` or `absent`.
  func find() throws -> Int32 {
    guard StoreFile.exists(store) else {
      print("absent")
      return 0
    }
    let store = try SQLiteJournalStore(path: store, access: .readOnly)
    var last: RequestID?
    while case let page = try store.requests(after: last, limit: 1000), let end = page.last {
      if page.contains(where: { $0.request.text == request }) {
        print("present")
        return 0
      }
      last = end.request
    }
    print("absent")
    return 0
  }

  private func knowledge(of error: StoreError) -> String {
    if case .ioError(.unknown, _) = error { "unknown" } else { "not-written" }
  }
}

/// Whether there are files.
enum StoreFile {
  static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }
}
