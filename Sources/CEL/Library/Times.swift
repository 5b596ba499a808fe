extension Library {
  static let times: [Function] = [
    getter("getFullYear") { Int64($0.year) },
    getter("getMonth") { Int64($0.month - 1) },
    getter("getDate") { Int64($0.day) },
    getter("getDayOfMonth") { Int64($0.day - 1) },
    getter("getDayOfWeek") { Int64($0.dayOfWeek) },
    getter("getDayOfYear") { Int64($0.dayOfYear - 1) },
    getter("getHours", of: { $0.hours }) { Int64($0.hour) },
    getter("getMinutes", of: { $0.minutes }) { Int64($0.minute) },
    getter("getSeconds", of: { $0.seconds }) { Int64($0.second) },
    getter("getMilliseconds", of: { $0.millisecondsOfSecond }) { Int64($0.nanosecond / 1_000_000) },
  ]

  private static func getter(
    _ name: String, of span: (@Sendable (CELDuration) -> Int64)? = nil,
    _ field: @escaping @Sendable (CivilFields) -> Int64
  ) -> Function {
    let alone: @Sendable (Value) -> Value = { value in
      switch value {
      case .timestamp(let moment):
        return .int(field(CivilFields(moment, offset: 0)))
      case .duration(let length): return span.map { .int($0(length)) } ?? .noOverload(name, value)
      default: return .noOverload(name, value)
      }
    }
    let zoned: @Sendable (Value, Value) -> Value = { value, zone in
      guard case .timestamp(let moment) = value, case .string(let zoneName) = zone else {
        return .noOverload(name, value, zone)
      }
      guard let rules = TimeZoneRules.named(zoneName) else {
        return .invalid(
          en: "there is no time zone \(Value.quoted(zoneName))",
          ru: "нет часового пояса \(Value.quoted(zoneName))")
      }
      return .int(field(rules.fields(of: moment)))
    }
    var overloads = [
      Function.Overload("timestamp_\(name)", true, [.timestamp], .int, body: .unary(alone)),
      Function.Overload(
        "timestamp_\(name)_with_tz", true, [.timestamp, .string], .int, body: .binary(zoned)),
    ]
    if span != nil {
      overloads.append(
        Function.Overload("duration_\(name)", true, [.duration], .int, body: .unary(alone)))
    }
    return Function(name, overloads)
  }
}
