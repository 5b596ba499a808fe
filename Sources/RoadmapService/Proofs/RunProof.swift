import Bilingual
public import RoadmapJournal
import RoadmapLanguage
import RoadmapModel

/// What a run's journal says, in one file that can be checked without the store.
///
/// A JSON object: `vekha-proof` (1), `run` (the name), `journal` (the id), `definition` (the bytes,
/// in Base64), `checkpoint` (as it is kept elsewhere), `events` and `continues`. Each of `events`
/// has its `number`, its `event` (the text whose bytes the journal keeps) and, where it is signed
/// or where others are left out, the `path` of hashes (in Base64) that leads from it to the
/// checkpoint's root; a signed one has the hash of the event before it (`previous`), too. Each of
/// `continues` has an earlier `checkpoint` and the `path` that leads from it to this one.
public struct RunProof: Sendable {
  /// An event of the journal.
  struct Entry: Sendable {
    let number: EventNumber
    let bytes: [UInt8]
    /// The hash of the event before it.
    let previous: Digest?
    /// What leads from it to the root.
    let path: [Digest]?
  }

  /// An earlier checkpoint.
  struct Continuation: Sendable {
    let earlier: SignedCheckpoint
    let path: [Digest]
  }

  /// The run's name.
  public let run: String
  /// The journal's identity.
  public let journal: JournalID
  /// How far the journal was.
  public let checkpoint: SignedCheckpoint
  let definition: [UInt8]
  let entries: [Entry]
  let continuations: [Continuation]

  static let version: Int64 = 1

  /// The digest of the definition.
  public var definitionDigest: Digest { Digest(of: definition) }

  /// How many events are shown.
  public var count: Int { entries.count }

  /// Whether every event is shown, in order, so that every act can be judged again.
  public var isComplete: Bool {
    EventNumber(entries.count) == checkpoint.checkpoint.size
      && entries.enumerated().allSatisfy { $0.element.number == EventNumber($0.offset) + 1 }
  }
}

// MARK: - As bytes

extension RunProof {
  /// The proof as a file keeps it.
  public var bytes: [UInt8] {
    let object: JSONObject = [
      "vekha-proof": .integer(Self.version), "run": .string(run),
      "journal": .string(journal.description),
      "definition": .string(Base64.text(of: definition)),
      "checkpoint": .string(checkpoint.note.description),
      "events": .array(entries.map(\.json)), "continues": .array(continuations.map(\.json)),
    ]
    return JSONValue.object(object).canonicalBytes + [UInt8(ascii: "\n")]
  }

  /// Reads a proof; nil where the bytes are none. Nothing is judged here.
  public init?(parsing bytes: [UInt8]) {
    guard let value = try? JSONValue(parsing: bytes),
      value["vekha-proof"]?.integer == Self.version, let run = value["run"]?.string,
      let journal = value["journal"]?.string.flatMap({ JournalID(hex: $0) }),
      let definition = value["definition"]?.string.flatMap({ Base64.bytes(of: $0) }),
      let checkpoint = value["checkpoint"]?.string.flatMap({ SignedCheckpoint(parsing: $0) }),
      let events = value["events"]?.array?.map({ Entry($0) }),
      let continues = value["continues"]?.array?.map({ Continuation($0) })
    else { return nil }
    self.init(
      run: run, journal: journal, checkpoint: checkpoint, definition: definition,
      entries: events.compactMap(\.self), continuations: continues.compactMap(\.self))
    guard entries.count == events.count, continuations.count == continues.count else {
      return nil
    }
  }
}

extension RunProof {
  /// Reads the proof in the file at `path`.
  ///
  /// - Throws: ``FileProblem`` where there is none, or it is malformed.
  public init(path: String) throws(FileProblem) {
    guard let proof = RunProof(parsing: try LoadedFile(path: path).bytes) else {
      throw FileProblem(
        path: path, reason: Text(en: "it is no proof", ru: "это не доказательство"))
    }
    self = proof
  }
}

extension RunProof.Entry {
  fileprivate var json: JSONValue {
    var members: [JSONObject.Member] = [
      .init(key: "number", value: .integer(number)),
      .init(key: "event", value: .string(String(decoding: bytes, as: UTF8.self))),
    ]
    if let previous {
      members.append(.init(key: "previous", value: .string(previous.description)))
    }
    if let path { members.append(.init(key: "path", value: path.json)) }
    return .object(JSONObject(members))
  }

  fileprivate init?(_ value: JSONValue) {
    guard let number = value["number"]?.integer, let text = value["event"]?.string else {
      return nil
    }
    let previous = value["previous"].map { $0.string.flatMap { Digest(hex: $0) } }
    let path = value["path"].map { [Digest](json: $0) }
    // What is there must be understood.
    if case .some(nil) = previous { return nil }
    if case .some(nil) = path { return nil }
    self.init(
      number: number, bytes: Array(text.utf8), previous: previous ?? nil, path: path ?? nil)
  }
}

extension RunProof.Continuation {
  fileprivate var json: JSONValue {
    .object(["checkpoint": .string(earlier.note.description), "path": path.json])
  }

  fileprivate init?(_ value: JSONValue) {
    guard let earlier = value["checkpoint"]?.string.flatMap({ SignedCheckpoint(parsing: $0) }),
      let path = value["path"].flatMap({ [Digest](json: $0) })
    else { return nil }
    self.init(earlier: earlier, path: path)
  }
}

extension [Digest] {
  fileprivate var json: JSONValue { .array(map { .string(Base64.text(of: $0.bytes)) }) }

  fileprivate init?(json: JSONValue) {
    guard let items = json.array else { return nil }
    self = items.compactMap {
      $0.string.flatMap { Base64.bytes(of: $0) }.flatMap { Digest(bytes: $0) }
    }
    guard count == items.count else { return nil }
  }
}
