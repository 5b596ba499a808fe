extension Timestamp {
  /// Reads `2009-02-13T23:31:30.25Z` or the like, or answers nil.
  ///
  /// Strict RFC 3339: capital `T` and `Z`, at most nine digits of a second, an offset below 24
  /// hours, no leap second, no date that the calendar lacks, nothing before or after.
  public init?(rfc3339 text: some StringProtocol) {
    var reader = ByteReader(text)
    guard let date = reader.date(), reader.skip("T"), let clock = reader.clock(),
      let nanoseconds = reader.fractionOfSecond(), let offset = reader.offset(), reader.isAtEnd
    else { return nil }
    self.init(
      seconds: date.daysSinceEpoch * 86_400 + clock - offset, nanoseconds: nanoseconds)
  }

  /// The instant in RFC 3339, in UTC, with the digits of a second that are needed.
  public var rfc3339: String {
    let fields = CivilFields(self, offset: 0)
    let date =
      "\(padded(fields.year, 4))-\(padded(fields.month, 2))-\(padded(fields.day, 2))"
    let clock =
      "\(padded(fields.hour, 2)):\(padded(fields.minute, 2)):\(padded(fields.second, 2))"
    return "\(date)T\(clock)\(fractionText(ofNanoseconds: Int64(nanoseconds)))Z"
  }
}

/// `.25` for 250,000,000 nanoseconds, nothing for zero.
func fractionText(ofNanoseconds nanoseconds: Int64) -> String {
  guard nanoseconds != 0 else { return "" }
  var digits = padded(Int(nanoseconds), 9)
  while digits.last == "0" { digits.removeLast() }
  return "." + digits
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

extension ByteReader {
  /// `2009-02-13`.
  fileprivate mutating func date() -> CivilDay? {
    guard let year = digits(4), skip("-"), let month = digits(2), skip("-"), let day = digits(2)
    else { return nil }
    return CivilDay(year: year, month: Int(month), day: Int(day))
  }

  /// `23:31:30`, in seconds.
  fileprivate mutating func clock() -> Int64? {
    guard let hour = digits(2), hour < 24, skip(":"), let minute = digits(2), minute < 60,
      skip(":"), let second = digits(2), second < 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  /// `.25` in nanoseconds; zero where no point follows.
  fileprivate mutating func fractionOfSecond() -> Int32? {
    guard skip(".") else { return 0 }
    var nanoseconds: Int32 = 0
    var weight: Int32 = 100_000_000
    var count = 0
    while let digit = nextDigit() {
      guard count < 9 else { return nil }
      nanoseconds += Int32(digit) * weight
      weight /= 10
      count += 1
    }
    return count > 0 ? nanoseconds : nil
  }

  /// `Z` or `+03:00`, in seconds east of UTC.
  fileprivate mutating func offset() -> Int64? {
    guard !skip("Z") else { return 0 }
    let sign: Int64 = if skip("+") { 1 } else if skip("-") { -1 } else { 0 }
    guard sign != 0, let hours = digits(2), hours < 24, skip(":"), let minutes = digits(2),
      minutes < 60
    else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}
