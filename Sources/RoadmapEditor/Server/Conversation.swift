import Glibc

/// Carries messages between a client and a language server, over two open files.
public struct Conversation {
  private var server: LanguageServer
  private let input: Int32
  private let output: Int32
  private var reader = MessageReader()
  private var waiting: [JSON] = []
  private var hasEnded = false

  /// Creates a conversation of `server` over file descriptors.
  public init(_ server: LanguageServer, input: Int32, output: Int32) {
    self.server = server
    self.input = input
    self.output = output
  }

  /// Answers until the client says that it ends, or goes away.
  ///
  /// Problems are sent once nothing more is waiting, so that somebody who types fast is not shown
  /// what is past.
  ///
  /// - Returns: the status to end the process with.
  public mutating func run() -> Int32 {
    while server.exitStatus == nil {
      if isReady(within: 0) { take() }
      if waiting.isEmpty {
        guard !hasEnded else { break }
        send(server.settle())
        if isReady(within: -1) { take() }
        continue
      }
      let message = waiting.removeFirst()
      if isCancelled(message) {
        send([LanguageServer.cancellation(of: message["id"])])
      } else {
        send(server.receive(message))
      }
    }
    return server.exitStatus ?? 1
  }

  /// Whether the client has taken a request back that is still waiting.
  private func isCancelled(_ message: JSON) -> Bool {
    let id = message["id"]
    guard !id.isNull, !message["method"].isNull else { return false }
    return waiting.contains { other in
      other["method"] == "$/cancelRequest" && other["params"]["id"] == id
    }
  }

  private func isReady(within milliseconds: Int32) -> Bool {
    guard !hasEnded else { return false }
    var wanted = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&wanted, 1, milliseconds) > 0
  }

  /// Reads what there is.
  private mutating func take() {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(input, &bytes, bytes.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    guard count > 0 else {
      hasEnded = true
      return
    }
    for message in reader.take(bytes[..<count]) {
      guard let message = JSON(parsing: message) else {
        send([LanguageServer.parseFailure])
        continue
      }
      // A list of messages at once belongs to an older version of the protocol.
      waiting += message.array.isEmpty ? [message] : message.array
    }
    if reader.isBroken { hasEnded = true }
  }

  private mutating func send(_ messages: [JSON]) {
    for message in messages {
      var rest = MessageReader.framed(message)[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          hasEnded = true
          return
        }
        rest = rest.dropFirst(count)
      }
    }
  }
}
