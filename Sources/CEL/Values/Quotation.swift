import Bilingual

extension Value {
  /// The value as a short expression that could have made it, for messages.
  public var quotation: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .int(let number): "\(number)"
    case .uint(let number): "\(number)u"
    case .double(let number): Self.literal(number)
    case .string(let text): Self.quoted(text)
    case .bytes(let octets): Self.quotedBytes(octets)
    case .list(let list): Self.quote(list)
    case .map(let map): Self.quote(map)
    case .record(let table, _): "\(table.shape.name){…}"
    case .timestamp(let moment): "timestamp(\"\(moment.rfc3339)\")"
    case .duration(let span): "duration(\"\(span.text)\")"
    case .type(let type): type.runtimeName
    case .optional(let optional):
      optional.value.map { "optional.of(\($0.quotation))" } ?? "optional.none()"
    case .network(let network): network.quotation
    case .error(let error): "error(\(error.message.en))"
    }
  }

  private static let longest = 8

  private static func literal(_ number: Double) -> String {
    if number.isNaN { return "double(\"NaN\")" }
    if number.isInfinite { return "double(\"\(number < 0 ? "-" : "")Infinity\")" }
    let text = NumberText.general(number)
    return text.contains { $0 == "." || $0 == "e" } ? text : text + ".0"
  }

  private static func quote(_ list: ListValue) -> String {
    let parts = list.elements.prefix(longest).map(\.quotation)
    let rest = list.storage.count > longest ? ["…"] : []
    return "[" + (parts + rest).joined(separator: ", ") + "]"
  }

  private static func quote(_ map: MapValue) -> String {
    let parts = zip(map.keys, map.values).prefix(longest).map { "\($0.quotation): \($1.quotation)" }
    let rest = map.count > longest ? ["…"] : []
    return "{" + (parts + rest).joined(separator: ", ") + "}"
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{07}": result += "\\a"
      case "\u{08}": result += "\\b"
      case "\u{0C}": result += "\\f"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0B}": result += "\\v"
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func quotedBytes(_ octets: [UInt8]) -> String {
    var result = "b\""
    for octet in octets {
      if octet >= 0x20, octet < 0x7F, octet != 0x22, octet != 0x5C {
        result.unicodeScalars.append(Unicode.Scalar(octet))
      } else {
        let hex = String(octet, radix: 16)
        result += "\\x" + (hex.count < 2 ? "0" : "") + hex
      }
    }
    return result + "\""
  }
}

extension NetworkValue {
  var quotation: String {
    switch content {
    case .ip: "ip(\"\(text)\")"
    case .cidr: "cidr(\"\(text)\")"
    }
  }

  var text: String {
    switch content {
    case .ip(let address): address.text
    case .cidr(let range): range.text
    }
  }
}
