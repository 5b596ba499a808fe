public import Bilingual
import RoadmapLanguage

/// A language server: takes messages of a client, and gives the messages that answer them.
///
/// It does no input and output of its own but to read files, so that a test can talk to it.
public struct LanguageServer {
  /// Tells in which states the measures are of the roadmap with an id, by their ids; none where it
  /// is not carried out.
  public typealias RunStates = (_ roadmap: String) -> [String: MeasureState]

  /// The state of a measure in a run.
  public struct MeasureState: Hashable, Sendable {
    /// What people call the state.
    public let title: String
    /// Whether the measure is done.
    public let isDone: Bool
    /// Whether it is late.
    public let isOverdue: Bool

    /// Creates a state.
    public init(title: String, isDone: Bool, isOverdue: Bool) {
      self.title = title
      self.isDone = isDone
      self.isOverdue = isOverdue
    }
  }

  private enum Phase {
    case new
    case ready
    case shutDown
  }

  var workspace = Workspace()
  var language: Language
  var encoding = PositionEncoding.utf16
  let runStates: RunStates
  private var phase = Phase.new
  /// The status to end the process with, once the client has asked to.
  public private(set) var exitStatus: Int32?

  /// Creates a server that speaks `language` unless the client asks for another one.
  public init(language: Language, runStates: @escaping RunStates = { _ in [:] }) {
    self.language = language
    self.runStates = runStates
  }

  /// Takes a message, and gives what is to be sent because of it. Problems are sent by
  /// ``settle()``.
  public mutating func receive(_ message: JSON) -> [JSON] {
    guard let method = message["method"].string else {
      // Answers of the client are of no interest; anything else is none of the protocol's.
      return message["result"].isNull && message["error"].isNull && !message["id"].isNull
        ? [Self.answer(to: message["id"], failure: .invalidRequest)] : []
    }
    let id = message["id"]
    guard !id.isNull else {
      notice(method, message["params"])
      return []
    }
    do throws(ResponseError) {
      return [
        ["jsonrpc": "2.0", "id": id, "result": try answer(method, message["params"])]
      ]
    } catch {
      return [Self.answer(to: id, failure: error)]
    }
  }

  /// The answer to a request that the client has taken back before it was looked at.
  public static func cancellation(of id: JSON) -> JSON { answer(to: id, failure: .cancelled) }

  /// The answer to bytes that are no message.
  public static var parseFailure: JSON {
    answer(to: .null, failure: ResponseError(code: -32700, message: "this is no JSON"))
  }

  /// Compiles what has changed, once nothing more is waiting, and gives the problems to be shown.
  public mutating func settle() -> [JSON] {
    phase == .ready ? publishProblems() : []
  }

  private static func answer(to id: JSON, failure: ResponseError) -> JSON {
    [
      "jsonrpc": "2.0", "id": id,
      "error": ["code": .integer(failure.code), "message": .string(failure.message)],
    ]
  }

  private mutating func answer(_ method: String, _ params: JSON) throws(ResponseError) -> JSON {
    switch (phase, method) {
    case (.new, "initialize"):
      phase = .ready
      return initialize(params)
    case (.new, _): throw .notInitialized
    case (.ready, "shutdown"):
      phase = .shutDown
      return .null
    case (.ready, _): return try answerRequest(method, params)
    case (.shutDown, _): throw .invalidRequest
    }
  }

  private mutating func notice(_ method: String, _ params: JSON) {
    if method == "exit" { exitStatus = phase == .shutDown ? 0 : 1 }
    if phase == .ready { noticeDocument(method, params) }
  }
}
