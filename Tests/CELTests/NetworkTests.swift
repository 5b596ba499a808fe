import CEL
import Testing

@Test(arguments: [
  ("192.168.0.1", "192.168.0.1"), ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"),
  ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("2001:DB8::1", "2001:db8::1"),
  ("2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1"),
  ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"), ("1:0:0:2:0:0:0:3", "1:0:0:2::3"),
  ("1:0:0:2:3:0:0:4", "1::2:3:0:0:4"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
  ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"), ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
  ("::1.2.3.4", "::102:304"), ("::ffff:c0a8:1", "192.168.0.1"), ("::ffff", "::ffff"),
])
func `an address is written in its canonical form`(text: String, canonical: String) {
  #expect(IPAddress(text)?.text == canonical)
  #expect(IPAddress.isCanonical(text) == (text == canonical))
  #expect(IPAddress(canonical) == IPAddress(text))
}

@Test(arguments: [
  "", " ", "1.2.3", "1.2.3.4.5", "1.2.3.", ".1.2.3", "1.2.3.256", "01.2.3.4", "1.2.3.04", "1..2.3",
  "1.2.3.4 ", "+1.2.3.4", "0x1.2.3.4", "1.2.3.1000", "fe80::1%en0", "1.2.3.4%1",
  "::ffff:192.168.0.1", "::ffff:0:192.168.0.1.1", "2001:db8:::68", ":", ":::", "1:", ":1",
  "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "1::2::3",
  "12345::", "g::", "1:2:3:4:5:6:7:1.2.3.4", "1.2.3.4::", "::1.2.3", "[::1]", "1::2:", ":1::2",
  "1:2:3:4::5:6:7:8", "١.2.3.4",
])
func `what is not a strictly written address is refused`(text: String) {
  #expect(IPAddress(text) == nil)
  #expect(IPAddress.isCanonical(text) == nil)
}

@Test(arguments: [
  ("0.0.0.0", "unspecified"), ("::", "unspecified"), ("127.0.0.1", "loopback"),
  ("127.255.0.9", "loopback"), ("::1", "loopback"), ("1.2.3.4", "global"),
  ("192.168.0.1", "global"), ("2001:db8::1", "global"), ("fd00::1", "global"),
  ("255.255.255.255", ""), ("224.0.0.1", "link-local multicast"), ("224.0.1.1", ""),
  ("ff02::1", "link-local multicast"), ("ff12::1", "link-local multicast"), ("ff00::1", ""),
  ("169.254.169.254", "link-local unicast"), ("fe80::1", "link-local unicast"),
  ("febf::1", "link-local unicast"), ("fec0::1", "global"), ("::2", "global"),
])
func `an address is of one kind`(text: String, kind: String) throws {
  let address = try #require(IPAddress(text))
  #expect(address.isUnspecified == (kind == "unspecified"))
  #expect(address.isLoopback == (kind == "loopback"))
  #expect(address.isGlobalUnicast == (kind == "global"))
  #expect(address.isLinkLocalMulticast == (kind == "link-local multicast"))
  #expect(address.isLinkLocalUnicast == (kind == "link-local unicast"))
  #expect(address.family == (text.contains(":") ? 6 : 4))
}

@Test(arguments: [
  ("192.168.0.0/24", "192.168.0.0/24"), ("192.168.1.5/24", "192.168.1.0/24"),
  ("192.168.1.5/0", "0.0.0.0/0"), ("192.168.1.5/32", "192.168.1.5/32"),
  ("2001:db8::5/32", "2001:db8::/32"), ("ffff:ffff::ffff/0", "::/0"),
  ("1:2:3:4:5:6:7:8/64", "1:2:3:4::/64"), ("1:2:3:4:5:6:7:8/63", "1:2:3:4::/63"),
  ("1:2:3:5:5:6:7:8/63", "1:2:3:4::/63"), ("1:2:3:4:f:6:7:8/65", "1:2:3:4::/65"),
  ("1:2:3:4:8000:6:7:8/65", "1:2:3:4:8000::/65"), ("::1/128", "::1/128"),
])
func `a range keeps its address and can be masked`(text: String, masked: String) throws {
  let range = try #require(CIDR(text))
  #expect(range.text == text)
  #expect(range.masked.text == masked)
  #expect(range.contains(range.ip))
  #expect(range.masked.contains(range) && range.contains(range.masked))
  #expect((range == range.masked) == (text == masked))
}

@Test(arguments: [
  "", "192.168.0.0", "192.168.0.0/", "/24", "192.168.0.0/33", "192.168.0.0/-1", "192.168.0.0/+1",
  "192.168.0.0/024", "192.168.0.0/24/", "192.168.0.0/24 ", "192.168.0.0.0/24", "::/129", "::/1000",
  "::ffff:192.168.0.1/24", "::ffff:c0a8:1/120", "fe80::1%en0/64", "::/٤",
])
func `what is not a strictly written range is refused`(text: String) {
  #expect(CIDR(text) == nil)
}

@Test(arguments: [
  ("192.168.0.0/24", "192.168.0.1", true), ("192.168.0.0/24", "192.168.1.1", false),
  ("0.0.0.0/0", "255.1.2.3", true), ("0.0.0.0/0", "::1", false), ("::/0", "1.2.3.4", false),
  ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/32", "2001:db9::", false),
  ("1:2:3:4::/65", "1:2:3:4:7fff::", true), ("1:2:3:4::/65", "1:2:3:4:8000::", false),
  ("192.168.1.1/32", "192.168.1.1", true), ("192.168.1.1/32", "192.168.1.0", false),
])
func `a range contains the addresses of its prefix`(
  range: String, address: String, isInside: Bool
) throws {
  let range = try #require(CIDR(range))
  let address = try #require(IPAddress(address))
  #expect(range.contains(address) == isInside)
}

@Test(arguments: [
  ("192.168.0.0/24", "192.168.0.0/25", true), ("192.168.0.0/24", "192.168.0.1/32", true),
  ("192.168.0.0/24", "192.168.0.0/23", false), ("192.168.0.0/24", "192.168.0.0/24", true),
  ("192.168.0.0/24", "192.168.1.0/25", false), ("2001:db8::/32", "2001:db8::/33", true),
  ("2001:db8::/32", "0.0.0.0/32", false),
])
func `a range contains the ranges of its prefix`(
  outer: String, inner: String, isInside: Bool
) throws {
  let outer = try #require(CIDR(outer))
  let inner = try #require(CIDR(inner))
  #expect(outer.contains(inner) == isInside)
}
