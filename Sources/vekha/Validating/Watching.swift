import Bilingual
import Glibc
import RoadmapLanguage
import RoadmapService
import SourceDiagnostics
import Synchronization

/// Checking again at every save, until somebody has had enough.
struct Watching {
  /// Checks once and reports.
  let check: () throws -> Validation
  let inputs: ValidateInputs

  /// Whether the process was asked to end.
  private static let isOver = Atomic(false)

  /// Checks now and at every save; returns on Ctrl-C.
  func run() throws {
    // Made before a signal can come: a handler must not be the first to ask for it.
    _ = Self.isOver.load(ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in Watching.isOver.store(true, ordering: .relaxed) }
    }
    // Whoever started the process may have blocked them.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] { sigaddset(&signals, number) }
    sigprocmask(SIG_UNBLOCK, &signals, nil)
    var files = inputs.files
    var watch = FileWatch(files)
    repeat {
      clearScreen()
      let seen = try checkOnce()
      // The folder of a file that is gone for a moment stays watched.
      if !seen.isEmpty, seen != files {
        files = seen
        watch = FileWatch(files)
      }
    } while watch.waitForChange(isOver: { Watching.isOver.load(ordering: .relaxed) })
  }

  /// Checks and tells how many files are watched; the files that were read, or could not be.
  private func checkOnce() throws -> [String] {
    let validation: Validation
    do {
      validation = try check()
    } catch let failure as Failure where failure.exit != ExitStatus.usage {
      // A baseline that is being written may be whole at the next look.
      Console.report(failure)
      return []
    }
    let read = validation.checked.flatMap { checked in
      checked.roadmap.files.ids.map { checked.roadmap.files.path($0) }
    }
    let files = Set(read + validation.unreadable.map(\.path)).sorted()
    Console.note(
      say(
        en: "watching \(files.count) files; Ctrl-C ends",
        ru: "файлов под наблюдением: \(files.count); Ctrl-C — конец"))
    return files
  }

  private func clearScreen() {
    guard isatty(STDOUT_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return }
    Console.note("\u{1B}[2J\u{1B}[H")
  }
}
