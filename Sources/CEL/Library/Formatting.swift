/// `format`: text with clauses such as `%d` and `%.2f`.
enum Formatting {
  /// The greatest precision that a clause may ask for.
  private static let greatestPrecision = 1_000

  static func format(_ template: Value, _ arguments: Value) -> Value {
    guard case .string(let text) = template, case .list(let list) = arguments else {
      return .noOverload("format", template, arguments)
    }
    var output: [UInt8] = []
    var next = 0
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      guard byte == 0x25 else {
        output.append(byte)
        continue
      }
      if bytes.first == 0x25 {
        bytes.removeFirst()
        output.append(0x25)
        continue
      }
      guard let clause = Clause(&bytes) else { return badClause(text) }
      guard next < list.storage.count else { return .outOfRange(Int64(next)) }
      switch clause.format(list.storage[next]) {
      case .string(let piece): output += piece.utf8
      case let failure: return failure
      }
      if output.count > Arithmetic.largest { return .tooLarge }
      next += 1
    }
    return .string(String(decoding: output, as: UTF8.self))
  }

  private static func badClause(_ text: String) -> Value {
    .invalid(
      en: "\(Value.quoted(text)) has a clause that is unknown or does not end",
      ru: "в \(Value.quoted(text)) есть неизвестная или незаконченная подстановка")
  }

  /// What stands after a `%`.
  private struct Clause {
    let letter: UInt8
    let precision: Int

    init?(_ bytes: inout ArraySlice<UInt8>) {
      var precision = 6
      if bytes.first == 0x2E {
        bytes.removeFirst()
        precision = 0
        var digits = 0
        while let digit = bytes.first, digit.isDigit {
          precision = min(precision * 10 + Int(digit - 0x30), greatestPrecision + 1)
          digits += 1
          bytes.removeFirst()
        }
        guard digits > 0, precision <= greatestPrecision else { return nil }
      }
      guard let letter = bytes.popFirst(), "sdfebxXo".utf8.contains(letter) else { return nil }
      self.letter = letter
      self.precision = precision
    }

    func format(_ value: Value) -> Value {
      switch letter {
      case 0x73: text(value)
      case 0x64: decimal(value)
      case 0x66: number(value) { NumberText.fixed($0, precision: precision) }
      case 0x65: number(value) { NumberText.scientific($0, precision: precision) }
      case 0x62: integer(value, radix: 2)
      case 0x6F: integer(value, radix: 8)
      default: hex(value)
      }
    }

    private func refuse(_ value: Value) -> Value {
      .noOverload("%\(Character(Unicode.Scalar(letter)))", value)
    }

    private func text(_ value: Value) -> Value {
      Formatting.text(value).map(Value.string) ?? refuse(value)
    }

    private func decimal(_ value: Value) -> Value {
      switch value {
      case .int(let number): .string("\(number)")
      case .uint(let number): .string("\(number)")
      case .double(let number): .string(NumberText.plain(number))
      default: refuse(value)
      }
    }

    private func number(_ value: Value, _ show: (Double) -> String) -> Value {
      switch value {
      case .int(let number): .string(show(Double(number)))
      case .uint(let number): .string(show(Double(number)))
      case .double(let number): .string(show(number))
      default: refuse(value)
      }
    }

    private func integer(_ value: Value, radix: Int) -> Value {
      switch value {
      case .int(let number): .string(String(number, radix: radix))
      case .uint(let number): .string(String(number, radix: radix))
      case .bool(let flag) where radix == 2: .string(flag ? "1" : "0")
      default: refuse(value)
      }
    }

    private func hex(_ value: Value) -> Value {
      let isUpper = letter == 0x58
      switch value {
      case .int(let number): return .string(String(number, radix: 16, uppercase: isUpper))
      case .uint(let number): return .string(String(number, radix: 16, uppercase: isUpper))
      case .string(let text): return .string(hex(Array(text.utf8), isUpper))
      case .bytes(let octets): return .string(hex(octets, isUpper))
      default: return refuse(value)
      }
    }

    private func hex(_ octets: [UInt8], _ isUpper: Bool) -> String {
      octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: isUpper) }.joined()
    }
  }

  /// The value as `%s` shows it; nil for what it cannot show.
  static func text(_ value: Value) -> String? {
    switch value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .int(let number): "\(number)"
    case .uint(let number): "\(number)"
    case .double(let number): NumberText.plain(number)
    case .string(let text): text
    case .bytes(let octets): String(decoding: octets, as: UTF8.self)
    case .timestamp(let moment): moment.rfc3339
    case .duration(let span): span.text
    case .type(let type): type.runtimeName
    case .list(let list): listText(list)
    case .map(let map): mapText(map)
    case .network(let network): network.text
    case .record, .optional, .error: nil
    }
  }

  private static func listText(_ list: ListValue) -> String? {
    var parts: [String] = []
    for element in list.storage {
      guard let part = text(element) else { return nil }
      parts.append(part)
    }
    return "[" + parts.joined(separator: ", ") + "]"
  }

  /// Entries in the order of their keys' text.
  private static func mapText(_ map: MapValue) -> String? {
    var parts: [(key: String, value: String)] = []
    for (key, value) in zip(map.keys, map.values) {
      guard let key = text(key), let value = text(value) else { return nil }
      parts.append((key, value))
    }
    parts.sort { $0.key.compareBytes(to: $1.key) < 0 }
    return "{" + parts.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
  }
}
