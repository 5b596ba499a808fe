public import CivilTime

/// How it is known who acted.
public enum Authentication: String, CaseIterable, Hashable, Sendable {
  /// Somebody said so.
  case asserted
  /// The operating system's account says so.
  case os
  /// A token that only they hold.
  case token
  /// A signature that only they can make.
  case signed
}

/// What a command carries besides its meaning: when, under which request, and on whose word.
public struct Stamp: Hashable, Sendable {
  /// When the act takes effect: the business date.
  public let effective: Instant
  /// When it is recorded: the clock.
  public let recorded: Instant
  /// The client's name for the command, which makes a retry harmless.
  public let request: RequestID
  /// How it is known who acted.
  public let authentication: Authentication

  /// Creates a stamp.
  public init(
    effective: Instant, recorded: Instant, request: RequestID, authentication: Authentication
  ) {
    self.effective = effective
    self.recorded = recorded
    self.request = request
    self.authentication = authentication
  }
}
