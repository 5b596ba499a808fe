extension Library {
  static let network: [Function] = [
    global("ip", [("string_to_ip", [.string], .ip)], .unary(parseIP)),
    global(
      "isIP", [("is_ip", [.string], .bool)],
      .unary { parses("isIP", $0) { IPAddress($0) != nil } }),
    global("cidr", [("string_to_cidr", [.string], .cidr)], .unary(parseCIDR)),
    global(
      "isCIDR", [("is_cidr", [.string], .bool)], .unary { parses("isCIDR", $0) { CIDR($0) != nil } }
    ),
    global("ip.isCanonical", [("ip_is_canonical", [.string], .bool)], .unary(isCanonical)),
    address("family", .int) { .int(Int64($0.family)) },
    address("isUnspecified", .bool) { .bool($0.isUnspecified) },
    address("isLoopback", .bool) { .bool($0.isLoopback) },
    address("isGlobalUnicast", .bool) { .bool($0.isGlobalUnicast) },
    address("isLinkLocalMulticast", .bool) { .bool($0.isLinkLocalMulticast) },
    address("isLinkLocalUnicast", .bool) { .bool($0.isLinkLocalUnicast) },
    range("ip", .ip) { .network(NetworkValue(.ip($0.ip))) },
    range("masked", .cidr) { .network(NetworkValue(.cidr($0.masked))) },
    range("prefixLength", .int) { .int(Int64($0.prefixLength)) },
    member(
      "containsIP",
      [
        ("cidr_contains_ip", [.cidr, .ip], .bool),
        ("cidr_contains_ip_string", [.cidr, .string], .bool),
      ],
      .binary(containsIP)),
    member(
      "containsCIDR",
      [
        ("cidr_contains_cidr", [.cidr, .cidr], .bool),
        ("cidr_contains_cidr_string", [.cidr, .string], .bool),
      ], .binary(containsCIDR)),
  ]

  static func parseIP(_ value: Value) -> Value {
    guard case .string(let text) = value else { return .noOverload("ip", value) }
    guard let address = IPAddress(text) else {
      return .invalid(
        en: "\(Value.quoted(text)) is not an IP address",
        ru: "\(Value.quoted(text)) — не IP-адрес")
    }
    return .network(NetworkValue(.ip(address)))
  }

  static func parseCIDR(_ value: Value) -> Value {
    guard case .string(let text) = value else { return .noOverload("cidr", value) }
    guard let range = CIDR(text) else {
      return .invalid(
        en: "\(Value.quoted(text)) is not a range of IP addresses",
        ru: "\(Value.quoted(text)) — не диапазон IP-адресов")
    }
    return .network(NetworkValue(.cidr(range)))
  }

  private static func parses(_ name: String, _ value: Value, _ test: (String) -> Bool) -> Value {
    guard case .string(let text) = value else { return .noOverload(name, value) }
    return .bool(test(text))
  }

  private static func isCanonical(_ value: Value) -> Value {
    guard case .string(let text) = value else { return .noOverload("ip.isCanonical", value) }
    return IPAddress.isCanonical(text).map(Value.bool) ?? parseIP(value)
  }

  private static func address(
    _ name: String, _ result: CELType, _ body: @escaping @Sendable (IPAddress) -> Value
  ) -> Function {
    member(
      name, [("ip_\(name)", [.ip], result)],
      .unary { value in
        guard case .network(let network) = value, case .ip(let address) = network.content else {
          return .noOverload(name, value)
        }
        return body(address)
      })
  }

  private static func range(
    _ name: String, _ result: CELType, _ body: @escaping @Sendable (CIDR) -> Value
  ) -> Function {
    member(
      name, [("cidr_\(name)", [.cidr], result)],
      .unary { value in
        guard case .network(let network) = value, case .cidr(let range) = network.content else {
          return .noOverload(name, value)
        }
        return body(range)
      })
  }

  private static func containsIP(_ range: Value, _ member: Value) -> Value {
    guard case .network(let network) = range, case .cidr(let range) = network.content else {
      return .noOverload("containsIP", range, member)
    }
    var address = member
    if case .string = member { address = parseIP(member) }
    guard case .network(let other) = address, case .ip(let ip) = other.content else {
      return address.isError ? address : .noOverload("containsIP", member)
    }
    return .bool(range.contains(ip))
  }

  private static func containsCIDR(_ range: Value, _ member: Value) -> Value {
    guard case .network(let network) = range, case .cidr(let range) = network.content else {
      return .noOverload("containsCIDR", range, member)
    }
    var inner = member
    if case .string = member { inner = parseCIDR(member) }
    guard case .network(let other) = inner, case .cidr(let smaller) = other.content else {
      return inner.isError ? inner : .noOverload("containsCIDR", member)
    }
    return .bool(range.contains(smaller))
  }
}
