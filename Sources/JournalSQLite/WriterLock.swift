import Dispatch
import Glibc
import RoadmapJournal

/// The lock that every write and every checkpoint of a store is made under: one at a time among all
/// threads and processes of a machine.
///
/// It is a `flock` on a file of its own. SQLite's own locks would not do: before 3.51.3 a writer
/// and a checkpoint at the same instant can damage the log.
///
/// Source: sqlite.org/wal.html, "the WAL-reset bug".
final class WriterLock: @unchecked Sendable {
  private let path: String
  // `flock` does not keep threads apart that share a descriptor, the gate does.
  private let gate = DispatchSemaphore(value: 1)
  // Guarded by the gate.
  private var descriptor: Int32 = -1

  init(path: String) {
    self.path = path
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Runs `body` under the lock, after waiting for it no longer than `wait`.
  ///
  /// - Throws: ``StoreError/busy(seconds:)`` and what `body` throws.
  func holding<Result>(wait: Duration, _ body: () throws -> Result) throws -> Result {
    let deadline = ContinuousClock.now + wait
    guard gate.wait(timeout: .now() + wait.seconds) == .success else {
      throw StoreError.busy(seconds: wait.seconds)
    }
    defer { gate.signal() }
    try acquire(before: deadline, wait: wait)
    defer { flock(descriptor, LOCK_UN) }
    return try body()
  }

  /// Whether another process or another opening holds the lock now; nil where that cannot be told.
  func isHeldElsewhere() -> Bool? {
    let probe = open(path, O_RDONLY | O_CLOEXEC)
    guard probe >= 0 else { return nil }
    defer { close(probe) }
    return flock(probe, LOCK_SH | LOCK_NB) != 0
  }

  private func acquire(before deadline: ContinuousClock.Instant, wait: Duration) throws(StoreError)
  {
    var pause: UInt32 = 50
    while true {
      if descriptor < 0 { descriptor = try openLockFile() }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        if isStillTheLockFile() { return }
        close(descriptor)
        descriptor = -1
        continue
      }
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw .ioError(.notWritten, detail: "\(path): \(systemError())")
      }
      guard ContinuousClock.now < deadline else { throw .busy(seconds: wait.seconds) }
      usleep(UInt32.random(in: pause / 2...pause))
      pause = min(pause * 2, 4000)
    }
  }

  // Somebody may have removed the file while we waited; a lock on a removed file excludes nobody.
  private func isStillTheLockFile() -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_nlink > 0
  }

  private func openLockFile() throws(StoreError) -> Int32 {
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard opened < 0 else { return opened }
    switch errno {
    case EROFS, EACCES, EPERM: throw .readOnly(path: path)
    case ENOSPC, EDQUOT: throw .full
    case let code: throw .ioError(.notWritten, detail: "\(path): \(systemError(code))")
    }
  }
}

extension Duration {
  /// The length in seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
