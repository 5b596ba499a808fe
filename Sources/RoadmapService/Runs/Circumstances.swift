public import CivilTime
public import RoadmapJournal

/// What a use case needs from outside: the time, a name for the request, and who vouches.
public struct Circumstances: Sendable {
  /// The time of the clock.
  public let now: Instant
  /// The client's name for the command.
  public let request: RequestID
  /// The account of the operating system under which the program runs.
  public let account: String?
  /// What signs the act in the name of whoever acts, where it is to be signed.
  public let signer: (any Signer)?

  /// Creates the circumstances of one command.
  public init(
    now: Instant, request: RequestID, account: String? = nil, signer: (any Signer)? = nil
  ) {
    self.now = now
    self.request = request
    self.account = account
    self.signer = signer
  }

  /// The stamp of an act of `person`, which the account vouches for when it bears their id.
  ///
  /// Within a journal recorded times never go backwards, even where the clock does: an act is
  /// recorded at `last` at the earliest.
  func stamp(for person: String?, effective: Instant?, after last: Instant? = nil) -> Stamp {
    let isOwnAccount =
      person.flatMap { person in account.map { $0.utf8.elementsEqual(person.utf8) } } ?? false
    let recorded = last.map { max($0, now) } ?? now
    return Stamp(
      effective: effective ?? recorded, recorded: recorded, request: request,
      authentication: signer != nil && person != nil ? .signed : isOwnAccount ? .os : .asserted)
  }
}
