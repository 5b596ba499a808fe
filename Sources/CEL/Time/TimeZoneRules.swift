import Synchronization

/// How far the clocks of a place are from UTC, at every instant.
public struct TimeZoneRules: Sendable {
  private let offsets: Offsets

  private enum Offsets: Sendable {
    case fixed(seconds: Int64)
    case database(TimeZoneHistory)
  }

  /// The zone of an IANA name (`Europe/Moscow`), `UTC`, `Z`, or an offset (`+11:00`, `02:00`).
  ///
  /// - Returns: nil for a name that the machine's time zone database lacks, or that is no name at
  ///   all. Names are matched exactly; the zone of the machine itself has none.
  public static func named(_ name: String) -> TimeZoneRules? {
    if name.utf8.elementsEqual("UTC".utf8) || name.utf8.elementsEqual("Z".utf8) {
      return TimeZoneRules(offsets: .fixed(seconds: 0))
    }
    if let seconds = fixedOffset(name) {
      return TimeZoneRules(offsets: .fixed(seconds: seconds))
    }
    return fromDatabase(name)
  }

  /// What clocks and calendars of the zone show at `timestamp`.
  public func fields(of timestamp: Timestamp) -> CivilFields {
    CivilFields(timestamp, offset: offsetSeconds(at: timestamp))
  }

  /// Seconds that the zone's clocks are ahead of UTC at `timestamp`.
  func offsetSeconds(at timestamp: Timestamp) -> Int64 {
    switch offsets {
    case .fixed(let seconds): seconds
    case .database(let history): history.offset(at: timestamp.seconds)
    }
  }

  /// `+11:00`, `-02:30` or, as CEL allows, `02:00`: seconds east of UTC.
  private static func fixedOffset(_ name: String) -> Int64? {
    var reader = ByteReader(name)
    let isWest = reader.skip("-")
    if !isWest { _ = reader.skip("+") }
    guard let hours = reader.digits(2), hours < 24, reader.skip(":"),
      let minutes = reader.digits(2), minutes < 60, reader.isAtEnd
    else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return isWest ? -seconds : seconds
  }

  /// Zones read so far. Only names of real files get in, so it can't grow without end.
  private static let cache = Mutex<[String: TimeZoneHistory]>([:])

  private static func fromDatabase(_ name: String) -> TimeZoneRules? {
    guard isPlainName(name) else { return nil }
    if let known = cache.withLock({ $0[name] }) {
      return TimeZoneRules(offsets: .database(known))
    }
    guard let bytes = readFile("/usr/share/zoneinfo/\(name)", upToBytes: 1 << 20),
      let history = TimeZoneHistory(tzif: bytes)
    else { return nil }
    cache.withLock { $0[name] = history }
    return TimeZoneRules(offsets: .database(history))
  }

  /// Whether `name` is letters, digits and `_+-` in parts joined by `/`, none of them empty.
  ///
  /// `localtime` is the machine's own zone: a rule must not depend on where it runs.
  private static func isPlainName(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
    return name.utf8.count <= 64 && !name.utf8.elementsEqual("localtime".utf8)
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2B, 0x2D: true
            default: false
            }
          }
      }
  }
}
