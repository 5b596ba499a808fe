public import CivilTime
public import RoadmapEngine
import RoadmapJournal

/// What somebody asks of a run, in their own words: names are resolved when it is carried out.
public enum Act: Hashable, Sendable {
  /// Move a measure along a transition; without one, along the one that leads forward.
  case advance(measure: String, transition: String?)
  /// Decide in a step of the open round.
  case vote(measure: String, Vote)
  /// Take back one's own decision in a step that has not passed.
  case retract(measure: String, step: String?, remarks: String?)
  /// Take back one's own request.
  case withdraw(measure: String, remarks: String?)
  /// Record that an external document has come.
  case receive(document: String, number: String, date: CivilDate)
  /// Fire the timers that are due.
  case tick
  /// Move the last day of a measure's term to a later one.
  case extend(measure: String, until: CivilDate, reason: String)
  /// Attach a file to a measure, in place of one of the same name.
  case attach(measure: String, name: String, content: [UInt8])
  /// Give a field of a measure a value.
  case setField(measure: String, name: String, value: String)
  /// Do something outside of the usual course of a measure.
  case exceptional(ExceptionalWords)

  /// Record that somebody acts for another, or is away.
  case mandate(MandateAct)
  /// End an act under which people act for others: the number of its event, or its order.
  case revoke(act: String, reason: String?)

  /// What the store is to keep beside the events.
  var contents: [[UInt8]] {
    if case .attach(_, _, let content) = self { [content] } else { [] }
  }
}

extension Act {
  /// A decision in a step of the open round, in somebody's own words.
  public struct Vote: Hashable, Sendable {
    /// What is decided.
    public var verdict: Verdict
    /// The id of the step; without one, the step that waits for this person.
    public var step: String?
    /// What is said with it.
    public var remarks: String?
    /// What was read before; without it, what is there now.
    public var seen: Seen?
    /// Where a return leads: the id of a step or of a state; without it, where the transition says.
    public var target: String?
    /// For whom; the id of a person.
    public var principal: String?

    /// Describes a decision.
    public init(
      _ verdict: Verdict, step: String? = nil, remarks: String? = nil, seen: Seen? = nil,
      to target: String? = nil, for principal: String? = nil
    ) {
      self.verdict = verdict
      self.principal = principal
      self.step = step
      self.remarks = remarks
      self.seen = seen
      self.target = target
    }
  }

  /// Agree in a step of the open round.
  public static func approve(measure: String, step: String?, remarks: String?) -> Act {
    .vote(measure: measure, Vote(.approve, step: step, remarks: remarks))
  }

  /// Send the measure back for rework.
  public static func returnForRework(measure: String, step: String?, remarks: String?) -> Act {
    .vote(measure: measure, Vote(.returnForRework, step: step, remarks: remarks))
  }

  /// Neither agree nor refuse.
  public static func abstain(measure: String, step: String?, remarks: String?) -> Act {
    .vote(measure: measure, Vote(.abstain, step: step, remarks: remarks))
  }

  /// Refuse for good.
  public static func reject(measure: String, step: String?, remarks: String?) -> Act {
    .vote(measure: measure, Vote(.reject, step: step, remarks: remarks))
  }
}

/// An act with who asks for it and when it is to take effect.
public struct Asking: Hashable, Sendable {
  /// What is asked.
  public let act: Act
  /// The id of who asks; `nil` only where a clock does.
  public let person: String?
  /// When it is to take effect, where that was said; else when it is recorded.
  public let effective: Instant?

  /// Creates an asking.
  public init(_ act: Act, by person: String, effective: Instant? = nil) {
    self.act = act
    self.person = person
    self.effective = effective
  }

  /// Creates an asking for the timers that are due: by a clock, or by somebody.
  public static func tick(by person: String?, effective: Instant?) -> Asking {
    Asking(.tick, person, effective)
  }

  private init(_ act: Act, _ person: String?, _ effective: Instant?) {
    self.act = act
    self.person = person
    self.effective = effective
  }

  /// The digest of all that was said, the same for a retry of the same words.
  func fingerprint(in journal: JournalID) -> Digest {
    var words: [JSONValue] = [.string("vekha.act.v1"), .string(journal.description)]
    words += [person.map { .string($0) } ?? .null, effective.map { .string($0.rfc3339) } ?? .null]
    words += act.words
    return Digest(of: JSONValue.array(words).canonicalBytes)
  }
}

extension Act {
  fileprivate var words: [JSONValue] {
    switch self {
    case .advance(let measure, let transition): ["advance", .string(measure), word(transition)]
    case .vote(let measure, let vote):
      [.string(vote.verdict.askedAs), .string(measure), word(vote.step), word(vote.remarks)]
        + (vote.seen.map { [["seen", .string($0.word)]] } ?? [])
        + (vote.target.map { [["to", .string($0)]] } ?? [])
        + (vote.principal.map { ["for", .string($0)] } ?? [])
    case .retract(let measure, let step, let remarks):
      ["retract", .string(measure), word(step), word(remarks)]
    case .withdraw(let measure, let remarks): ["withdraw", .string(measure), word(remarks)]
    case .receive(let document, let number, let date):
      ["receive", .string(document), .string(number), .string(date.iso)]
    case .tick: ["tick"]
    case .exceptional(let words): words.words
    case .extend(let measure, let day, let reason):
      ["extend", .string(measure), .string(day.iso), .string(reason)]
    case .attach(let measure, let name, let content):
      ["attach", .string(measure), .string(name), .string(Digest(of: content).description)]
    case .setField(let measure, let name, let value):
      ["field", .string(measure), .string(name), .string(value)]
    case .mandate(let mandate): mandate.words
    case .revoke(let act, let reason): ["revoke", .string(act), word(reason)]
    }
  }

  private func word(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}

extension Verdict {
  /// The word under which a decision is asked for.
  fileprivate var askedAs: String {
    switch self {
    case .approve, .approveWithRemarks: "approve"
    case .returnForRework: "return"
    case .reject: "reject"
    case .abstain: "abstain"
    }
  }
}
