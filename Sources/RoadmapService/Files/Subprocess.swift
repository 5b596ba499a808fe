import Glibc

/// Another program, run for its output.
enum Subprocess {
  /// What it answered.
  struct Answer {
    /// The exit status; 128 and above where a signal ended it.
    let exit: Int32
    let output: [UInt8]
  }

  /// Runs the program that the first word names, with the others as arguments, and waits for it; it
  /// reads nothing, and what it says on standard error is lost.
  ///
  /// - Returns: its answer, or the number of the system's error where it could not be run.
  static func run(_ words: [String]) -> Result<Answer, SystemError> {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return .failure(SystemError(code: errno)) }
    // The other program gets its end as standard output, and no other.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let output = Descriptor(ends[0])
    let code = spawn(words, writingTo: ends[1])
    close(ends[1])
    guard case .success(let process) = code else {
      return code.map { _ in Answer(exit: 0, output: []) }
    }
    let bytes = output.readStream(limit: RoadmapFile.largestSize)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let isExit = status & 0x7F == 0
    let exit = isExit ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    guard case .success(let contents) = bytes else {
      return .failure(SystemError(code: EFBIG))
    }
    return .success(Answer(exit: exit, output: contents))
  }

  private static func spawn(
    _ words: [String], writingTo end: Int32
  ) -> Result<pid_t, SystemError> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, end, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, words.first ?? "", &actions, nil, &arguments, environ)
    return code == 0 ? .success(process) : .failure(SystemError(code: code))
  }
}

/// An error of the operating system, by its number.
struct SystemError: Error {
  let code: Int32
}
