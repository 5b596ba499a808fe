extension Library {
  static let conversions: [Function] = [
    global(
      "int", convert("int64", [.int, .uint, .double, .string, .timestamp, .duration], to: .int),
      .unary(int)),
    global("uint", convert("uint64", [.int, .uint, .double, .string], to: .uint), .unary(uint)),
    global(
      "double", convert("double", [.int, .uint, .double, .string], to: .double), .unary(double)),
    global("bool", convert("bool", [.bool, .string], to: .bool), .unary(bool)),
    global(
      "string",
      convert(
        "string",
        [.bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .ip, .cidr],
        to: .string), cost: .one, .unary(string)),
    global("bytes", convert("bytes", [.bytes, .string], to: .bytes), cost: .one, .unary(bytes)),
    global("dyn", [("to_dyn", [.a], .dyn)], .unary { $0 }),
    global("type", [("type", [.a], .type(.a))], .unary(typeOf)),
    global(
      "timestamp", convert("timestamp", [.timestamp, .string, .int], to: .timestamp),
      .unary(timestamp)),
    global("duration", convert("duration", [.duration, .string], to: .duration), .unary(duration)),
  ]

  private static func convert(
    _ name: String, _ types: [CELType], to result: CELType
  ) -> [(id: String, parameters: [CELType], result: CELType)] {
    types.map { ("\($0)_to_\(name)", [$0], result) }
  }

  private static func typeOf(_ value: Value) -> Value { .type(value.type) }

  private static func int(_ value: Value) -> Value {
    switch value {
    case .int: return value
    case .uint(let number): return Int64(exactly: number).map(Value.int) ?? .overflow
    case .double(let number):
      guard number > -9_223_372_036_854_775_808, number < 9_223_372_036_854_775_808 else {
        return .overflow
      }
      return .int(Int64(number))
    case .string(let text): return Int64(text).map(Value.int) ?? unreadable(text, "int")
    case .timestamp(let moment): return .int(moment.seconds)
    case .duration(let span): return .int(span.nanoseconds)
    default: return .noOverload("int", value)
    }
  }

  private static func uint(_ value: Value) -> Value {
    switch value {
    case .uint: return value
    case .int(let number): return UInt64(exactly: number).map(Value.uint) ?? .overflow
    case .double(let number):
      guard number >= 0, number < 18_446_744_073_709_551_616 else { return .overflow }
      return .uint(UInt64(number))
    case .string(let text):
      guard text.utf8.first?.isDigit == true, let number = UInt64(text) else {
        return unreadable(text, "uint")
      }
      return .uint(number)
    default: return .noOverload("uint", value)
    }
  }

  private static func double(_ value: Value) -> Value {
    switch value {
    case .double: return value
    case .int(let number): return .double(Double(number))
    case .uint(let number): return .double(Double(number))
    case .string(let text):
      guard let number = Double(text) else { return unreadable(text, "double") }
      let saysInfinity = text.utf8.contains { $0 | 0x20 == 0x69 }
      return number.isInfinite && !saysInfinity ? .overflow : .double(number)
    default: return .noOverload("double", value)
    }
  }

  private static func bool(_ value: Value) -> Value {
    switch value {
    case .bool: return value
    case .string(let text):
      switch text {
      case "1", "t", "T", "true", "TRUE", "True": return .bool(true)
      case "0", "f", "F", "false", "FALSE", "False": return .bool(false)
      default: return unreadable(text, "bool")
      }
    default: return .noOverload("bool", value)
    }
  }

  private static func string(_ value: Value) -> Value {
    switch value {
    case .string: return value
    case .bool(let flag): return .string(flag ? "true" : "false")
    case .int(let number): return .string("\(number)")
    case .uint(let number): return .string("\(number)")
    case .double(let number): return .string(NumberText.general(number))
    case .bytes(let octets):
      guard let text = String(validating: octets, as: UTF8.self) else {
        return .invalid(en: "the bytes are not UTF-8", ru: "эти байты — не UTF-8")
      }
      return .string(text)
    case .timestamp(let moment): return .string(moment.rfc3339)
    case .duration(let span): return .string(span.text)
    case .network(let network): return .string(network.text)
    default: return .noOverload("string", value)
    }
  }

  private static func bytes(_ value: Value) -> Value {
    switch value {
    case .bytes: value
    case .string(let text): .bytes(Array(text.utf8))
    default: .noOverload("bytes", value)
    }
  }

  static func timestamp(_ value: Value) -> Value {
    switch value {
    case .timestamp: value
    case .string(let text):
      Timestamp(rfc3339: text).map(Value.timestamp) ?? unreadable(text, "timestamp")
    case .int(let seconds): Timestamp(seconds: seconds).map(Value.timestamp) ?? .overflow
    default: .noOverload("timestamp", value)
    }
  }

  static func duration(_ value: Value) -> Value {
    switch value {
    case .duration: value
    case .string(let text):
      CELDuration(text: text).map(Value.duration) ?? unreadable(text, "duration")
    default: .noOverload("duration", value)
    }
  }

  private static func unreadable(_ text: String, _ type: String) -> Value {
    .invalid(
      en: "\(Value.quoted(text)) cannot be read as \(type)",
      ru: "\(Value.quoted(text)) нельзя прочитать как \(type)")
  }
}
