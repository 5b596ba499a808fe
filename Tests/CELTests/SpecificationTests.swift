import CEL
import Testing

/// Expressions that the specification makes true.
private let truths = #"""
  "%d %s".format([1, "a"]) == "1 a"
  "%.3f".format([1.2345]) == "1.234"
  "%.0f".format([2.5]) == "2"
  "%.0f".format([3.5]) == "4"
  "%.1f".format([0.25]) == "0.2"
  "%f".format([2.71828]) == "2.718280"
  "%e".format([2.71828]) == "2.718280e+00"
  "%.6e".format([1052.032911275]) == "1.052033e+03"
  "%e".format([0.0]) == "0.000000e+00"
  "%e".format([1e-7]) == "1.000000e-07"
  "%.2e".format([1e100]) == "1.00e+100"
  "%f".format([double("NaN")]) == "NaN"
  "%e".format([double("Infinity")]) == "Infinity"
  "%f".format([double("-Infinity")]) == "-Infinity"
  "%s".format([double("NaN")]) == "NaN"
  "%s".format([double("-Infinity")]) == "-Infinity"
  "%b".format([5]) == "101"
  "%b".format([-5]) == "-101"
  "%b".format([5u]) == "101"
  "%b".format([true]) == "1"
  "%b".format([false]) == "0"
  "%o".format([11]) == "13"
  "%o".format([11u]) == "13"
  "%x".format([30]) == "1e"
  "%X".format([30]) == "1E"
  "%x".format([-30]) == "-1e"
  "%x".format(["Hello world!"]) == "48656c6c6f20776f726c6421"
  "%X".format(["Hello world!"]) == "48656C6C6F20776F726C6421"
  "%x".format([b"byte string"]) == "6279746520737472696e67"
  "%X".format([b"byte string"]) == "6279746520737472696E67"
  "%x".format([6u]) == "6"
  "%d".format([18446744073709551615u]) == "18446744073709551615"
  "%d".format([-9223372036854775808]) == "-9223372036854775808"
  "%s".format([duration("1h45m47s")]) == "6347s"
  "%s".format([duration("1.5s")]) == "1.5s"
  "%s".format([timestamp("2023-02-03T23:31:20+00:00")]) == "2023-02-03T23:31:20Z"
  "%s".format([["abc", 3.14, null, [9, 8, 7, 6], timestamp("2023-02-03T23:31:20Z")]]) == "[abc, 3.14, null, [9, 8, 7, 6], 2023-02-03T23:31:20Z]"
  "%s".format([{"key1": b"xyz", "key5": null, "key2": duration("7200s"), "key4": true, "key3": 2.71828}]) == "{key1: xyz, key2: 7200s, key3: 2.71828, key4: true, key5: null}"
  "%s".format([{1: "value1", uint(2): "value2", true: double("NaN")}]) == "{1: value1, 2: value2, true: NaN}"
  "%s".format([type("test string")]) == "string"
  "%s".format([null]) == "null"
  "%s".format([b"xyz"]) == "xyz"
  "%s".format([true]) == "true"
  "%s".format([2.0]) == "2"
  "%s".format([100u]) == "100"
  "%s".format([[]]) == "[]"
  "%s".format([{}]) == "{}"
  "%%".format([]) == "%"
  "%s".format([dyn([1,2u,3.5])]) == "[1, 2, 3.5]"
  "%s".format([type(timestamp("2023-02-03T23:31:20Z"))]) == "google.protobuf.Timestamp"
  "%s".format([[{"a": [1]}]]) == "[{a: [1]}]"
  math.greatest(1, 1.0) == 1
  math.greatest(42.0, -0.5, -0.25) == 42.0
  math.greatest([1, 2.5, 2u]) == 2.5
  math.greatest(dyn([1u, 2])) == 2
  math.least([-1, -0.5, 2u]) == -1
  math.least(9223372036854775807, -9223372036854775808) == -9223372036854775808
  math.greatest(18446744073709551615u, 9223372036854775807) == 18446744073709551615u
  math.least(1.0, 18446744073709551615u) == 1.0
  math.ceil(1.2) == 2.0
  math.ceil(-1.2) == -1.0
  math.isNaN(math.ceil(0.0/0.0))
  math.floor(-1.2) == -2.0
  math.round(1.2) == 1.0
  math.round(1.5) == 2.0
  math.round(-1.5) == -2.0
  math.round(2.5) == 3.0
  math.round(0.49999999999999994) == 0.0
  math.isNaN(math.round(0.0/0.0))
  math.round(-1.2) == -1.0
  math.trunc(1.2) == 1.0
  math.trunc(-1.2) == -1.0
  math.abs(-1.5) == 1.5
  math.abs(-234) == 234
  math.abs(1u) == 1u
  math.sign(-42.0) == -1.0
  math.sign(0.0) == 0.0
  math.sign(-3) == -1
  math.sign(3u) == 1u
  math.isNaN(math.sign(0.0/0.0))
  math.isInf(1.0/0.0)
  !math.isInf(1.2)
  math.isFinite(1.2)
  !math.isFinite(1.0/0.0)
  math.bitAnd(1u, 3u) == 1u
  math.bitAnd(-1, 3) == 3
  math.bitOr(1, 2) == 3
  math.bitOr(1u, 4u) == 5u
  math.bitXor(1, 3) == 2
  math.bitNot(1) == -2
  math.bitNot(0u) == 18446744073709551615u
  math.bitNot(1u) == 18446744073709551614u
  math.bitShiftLeft(1, 2) == 4
  math.bitShiftLeft(1, 64) == 0
  math.bitShiftLeft(1u, 2) == 4u
  math.bitShiftLeft(1u, 200) == 0u
  math.bitShiftLeft(-1, 1) == -2
  math.bitShiftRight(1024, 2) == 256
  math.bitShiftRight(-1024, 3) == 2305843009213693824
  math.bitShiftRight(-1024, 64) == 0
  math.bitShiftRight(1024u, 200) == 0u
  math.sqrt(49.0) == 7.0
  math.sqrt(0) == 0.0
  math.isNaN(math.sqrt(-15))
  math.sqrt(25u) == 5.0
  timestamp("2009-02-13T23:31:30Z").getDate() == 13
  timestamp("2009-02-13T23:31:30Z").getDate("Australia/Sydney") == 14
  timestamp("2009-02-13T23:31:30Z").getDate("+11:00") == 14
  timestamp("2009-02-13T02:00:00Z").getDate("-02:30") == 12
  timestamp("2009-02-13T23:31:30Z").getDate("-00:00") == 13
  timestamp("2009-02-13T23:31:30Z").getDayOfMonth("-02:30") == 12
  timestamp("2009-02-13T23:31:30Z").getDayOfMonth("US/Central") == 12
  timestamp("2009-02-13T23:31:30Z").getDayOfWeek() == 5
  timestamp("2009-02-13T23:31:30Z").getDayOfYear("Asia/Kathmandu") == 44
  timestamp("2009-02-13T23:31:30Z").getFullYear("-09:30") == 2009
  timestamp("2009-02-13T23:31:30Z").getHours("02:00") == 1
  timestamp("2009-02-13T23:31:20.123456789Z").getMilliseconds("+01:00") == 123
  timestamp("2009-02-13T23:31:30Z").getMinutes("Asia/Kathmandu") == 16
  timestamp("2009-02-13T23:31:30Z").getMonth("Asia/Kathmandu") == 1
  timestamp("2009-02-13T23:31:30Z").getSeconds("UTC") == 30
  timestamp("2009-02-13T23:31:30Z").getHours("GMT") == 23
  duration("3730s").getHours() == 1
  duration("3730s").getMinutes() == 62
  duration("123.321456789s").getMilliseconds() == 321
  duration("-123.321s").getMilliseconds() == -321
  duration("-1.5h") == duration("-5400s")
  duration("1h1.5s") == duration("3601.5s")
  duration(".5s") == duration("500ms")
  duration("1.s") == duration("1s")
  duration("0") == duration("0s")
  duration("1us") == duration("1000ns")
  duration("1µs") == duration("1000ns")
  string(duration("1.5h")) == "5400s"
  string(duration("-0.5s")) == "-0.5s"
  string(duration("1ns")) == "0.000000001s"
  duration(duration("1s")) == duration("1s")
  timestamp("9999-12-31T23:59:59.999999999Z") > timestamp("0001-01-01T00:00:00Z")
  timestamp("2009-02-13T23:31:30Z") - timestamp("2009-02-13T23:31:00Z") == duration("30s")
  duration("10s") + timestamp("2009-02-13T23:31:00Z") == timestamp("2009-02-13T23:31:10Z")
  int(timestamp("2004-09-16T23:59:59Z")) == 1095379199
  string(timestamp("2009-02-13T23:31:30.5+01:00")) == "2009-02-13T22:31:30.5Z"
  timestamp(1) == timestamp("1970-01-01T00:00:01Z")
  timestamp(timestamp(1)) == timestamp(1)
  duration("1s") < duration("1.1s") && duration("-1s") < duration("0s")
  timestamp(0) == timestamp("1970-01-01T00:00:00-00:00")
  int("-0") == 0
  int(-7.9) == -7
  int(11.5) == 11
  uint(3.14) == 3u
  uint("300") == 300u
  uint(18446744073709551615u) == 18446744073709551615u
  double("1e3") == 1000.0
  double("Infinity") > 1e308
  double("NaN") != double("NaN")
  double(9223372036854775807) == 9223372036854775808.0
  double("-0.0") == 0.0
  bool("1") && bool("t") && bool("true") && bool("TRUE") && bool("True") && bool("T")
  !bool("0") && !bool("f") && !bool("false") && !bool("FALSE") && !bool("False") && !bool("F")
  string(123) == "123" && string(1.5) == "1.5" && string(true) == "true" && string(9876u) == "9876"
  string(-4.5e-3) == "-0.0045"
  string(1e-7) == "1e-07"
  string(123456789.0) == "1.23456789e+08"
  string(100000.0) == "100000"
  string(1e21) == "1e+21"
  string(b"aaa") == "aaa"
  bytes("ÿ") == b"\303\277"
  bytes(b"a") == b"a"
  dyn(1) == 1.0 && dyn(1u) == 1 && dyn(1.0) == 1u
  type(type(1)) == type
  type(null) == null_type
  type(timestamp(0)) == google.protobuf.Timestamp
  type(duration("1s")) == google.protobuf.Duration
  type([1]) == list && type({}) == map && type(b"") == bytes
  type(1) == int && type(1u) == uint && type(1.0) == double
  type(optional.none()) == optional_type
  int(1) == 1 && uint(1) == 1u && double(1.0) == 1.0 && string("a") == "a" && bool(true)
  dyn(1) < 2u && dyn(1u) < 2.0 && dyn(1.5) > 1
  dyn(9223372036854775807) < 9223372036854775808.0 == false
  dyn(18446744073709551615u) > 1.0
  dyn(-1) < 0u
  !(dyn(0.0/0.0) < 1) && !(dyn(0.0/0.0) > 1)
  dyn([1, 2.0]) == [1.0, dyn(2)]
  {1: 2} == {dyn(1u): 2}
  dyn({"a": 1}) == {"a": 1.0}
  null == null
  dyn(null) != 1 
  b"a" < b"b" && b"" < b"a"
  "abc" < "abd" && "" < "a" && "Z" < "a"
  false < true && false <= false
  1 in [1.0, 2.0].map(x, dyn(x))
  dyn(1u) in {1: "a"} && dyn(1.0) in {1: "a"}
  !(dyn(1.5) in {1: "a"})
  {1: "a"}[dyn(1.0)] == "a"
  [1,2,3][dyn(1u)] == 2
  !([] == [1]) && [] != [1]
  [[]] == [[]]
  size("πέντε") == 5
  size(b"\xc3\xbf") == 2
  size("😀") == 1
  (true || 1/0 > 0) && !(false && 1/0 > 0)
  true ? true : 1/0 > 0
  [1,0].exists(x, 1/x > 0)
  ![1,0].all(x, x < 1 && 1/x > 0)
  {"a": 1, "b": 2}.exists(k, k == "b")
  {"a": 1, "b": 2}.all(k, v, v > 0)
  [1,2,3].exists(i, v, i == 2 && v == 3)
  [1,2,3].existsOne(i, v, i > 0 && v == 3)
  [1,2,3].transformList(i, v, i * v) == [0, 2, 6]
  [1,2,3].transformList(i, v, v > 1, v) == [2, 3]
  {"a": 1}.transformList(k, v, k + string(v)) == ["a1"]
  [1,2].transformMap(i, v, v * 2) == {0: 2, 1: 4}
  {"a": 1, "b": 2}.transformMap(k, v, v > 1, v) == {"b": 2}
  {"a": "b"}.transformMapEntry(k, v, {v: k}) == {"b": "a"}
  [1,2].transformMapEntry(i, v, i > 0, {string(v): i}) == {"2": 1}
  cel.bind(t, true, t) && cel.bind(x, [1,2], x.size()) == 2
  cel.bind(a, 1, cel.bind(b, a + 1, a + b)) == 3
  cel.bind(valid_elems, [1, 2, 3], [3, 4, 5].exists(e, e in valid_elems))
  optional.of(1).hasValue() && !optional.none().hasValue()
  optional.none().orValue(42) == 42
  optional.of(1).or(optional.of(2)).value() == 1
  optional.none().or(optional.of(2)).value() == 2
  optional.ofNonZeroValue(0) == optional.none() && optional.ofNonZeroValue("") == optional.none() && optional.ofNonZeroValue([]) == optional.none() && optional.ofNonZeroValue({}) == optional.none() && optional.ofNonZeroValue(null) == optional.none() && optional.ofNonZeroValue(false) == optional.none()
  optional.ofNonZeroValue(b"") == optional.none() && optional.ofNonZeroValue(duration("0s")) == optional.none()
  {"a": {"b": 1}}.?a.b == optional.of(1)
  {"a": {"b": 1}}.?c.b == optional.none()
  {"a": {"b": 1}}.?a.?c.orValue(5) == 5
  {"k": [1]}[?"k"][0] == optional.of(1)
  [1,2][?5] == optional.none() && [1,2][?1].value() == 2
  optional.of([1])[?0] == optional.of(1)
  {?"a": optional.none(), "b": 1} == {"b": 1}
  [?optional.of(1), ?optional.none()] == [1]
  has({"a": {"b": 1}}.?a.b)
  !has({"a": {"b": 1}}.?a.c)
  optional.of(1).optMap(x, x + 1) == optional.of(2)
  optional.none().optMap(x, x) == optional.none()
  optional.of({"k": 1}).optFlatMap(m, m.?k).orValue(0) == 1
  optional.of(1) == optional.of(1) && optional.of(1) != optional.of(2)
  type(optional.of(1)) == optional_type
  optional.of("a").orValue("b") == "a"
  {true: 1}[?true].hasValue()
  "tacocat".charAt(7) == ""
  "tacocat".indexOf("") == 0
  "tacocat".indexOf("none") == -1
  "ta©o©αT".indexOf("©", 3) == 4
  "tacocat".lastIndexOf("") == 7
  "ta©o©αT".lastIndexOf("©") == 4
  "hello".substring(2, 2) == ""
  "a,b,c".split(",", 0) == [] && "a,b,c".split(",", 1) == ["a,b,c"] && "a,b,c".split(",", -1) == ["a","b","c"]
  "abc".split("") == ["a", "b", "c"]
  "".split(",") == [""]
  "x".replace("", "-") == "-x-"
  "12 12".replace("12", "", 0) == "12 12"
  "aaa".replace("a", "b", -1) == "bbb"
  ["a"].join("-") == "a"
  strings.quote("a\nb\tc\"d\\e") == "\"a\\nb\\tc\\\"d\\\\e\""
  strings.quote("\a\b\f\r\v") == "\"\\a\\b\\f\\r\\v\""
  "\u0085\u00a0\u2000 x \u3000".trim() == "x"
  "gums".reverse() == "smug"
  "ÆaZ".upperAscii() == "ÆAZ"
  "hubba".matches("ubb") && "hubba".matches("^h.*a$") && !"hubba".matches("^ubb$")
  "abc".matches("") && matches("abc", "b")
  "\u2661".matches("^.$") && "Z".matches("(?i)z")
  "a\nb".matches("(?s)a.b") && !"a\nb".matches("a.b")
  "a" + "b" == "ab" && b"a" + b"b" == b"ab"
  "\x41\101\u0041\U00000041" == "AAAA" && r"\n" == "\\n" && b"\377" == b"\xff"
  R"a\b" == "a\\b" && bR"\x" == b"\\x"
  -7 / 2 == -3 && -7 % 2 == -1 && 7 % -2 == 1
  0x7FFF == 32767 && 0xFFu == 255u && -0x55 == -85
  1.0 / 0.0 > 1e308 && -1.0/0.0 < 0.0
  1e3 == 1000.0 && .5 == 0.5 && 1.5e-1 == 0.15
  -9223372036854775808 < 0
  ip("1.2.3.4").family() == 4 && ip("::ffff").family() == 6
  string(ip("2001:DB8::1")) == "2001:db8::1"
  ip.isCanonical("127.0.0.1") && ip.isCanonical("2001:db8::68") && !ip.isCanonical("2001:0db8::68")
  isIP("::1") && !isIP("::1%1") && !isIP("1.2.3")
  ip("224.0.0.1").isLinkLocalMulticast() && ip("ff02::1").isLinkLocalMulticast() && !ip("224.0.1.1").isLinkLocalMulticast()
  ip("169.254.1.1").isLinkLocalUnicast() && ip("fe80::1").isLinkLocalUnicast()
  ip("8.8.8.8").isGlobalUnicast() && !ip("255.255.255.255").isGlobalUnicast() && !ip("224.0.0.1").isGlobalUnicast() && !ip("127.0.0.1").isGlobalUnicast() && !ip("0.0.0.0").isGlobalUnicast()
  ip("::").isUnspecified() && ip("::1").isLoopback() && ip("127.1.1.1").isLoopback()
  cidr("192.168.0.0/24").containsIP("192.168.0.1") && cidr("192.168.0.0/24").containsIP(ip("192.168.0.255")) && !cidr("192.168.0.0/24").containsIP("192.168.1.0")
  cidr("192.168.0.0/16").containsCIDR("192.168.1.0/24") && cidr("192.168.0.0/24").containsCIDR(cidr("192.168.0.0/25")) && !cidr("192.168.0.0/24").containsCIDR("192.168.0.0/23")
  cidr("192.168.1.5/24").ip() == ip("192.168.1.5") && cidr("192.168.1.5/24").masked() == cidr("192.168.1.0/24") && cidr("::1/128").prefixLength() == 128
  string(cidr("192.168.0.1/24")) == "192.168.0.1/24"
  isCIDR("10.1.0.0/8") && !isCIDR("10.1.0.0/a")
  type(ip("1.2.3.4")) == net.IP && type(cidr("1.2.3.4/8")) == net.CIDR
  ip("::1") == ip("0:0:0:0:0:0:0:1") && ip("1.2.3.4") != ip("1.2.3.5")
  cidr("192.168.0.0/24") == cidr("192.168.0.0/24") && cidr("192.168.0.1/24") != cidr("192.168.0.0/24")
  !cidr("192.168.0.0/24").containsIP("::1")
  cel.block([1, cel.index(0) + 1], cel.index(1)) == 2
  cel.block([[1,2]], [1].map(cel.iterVar(0,0), cel.index(0).exists(cel.iterVar(1,0), cel.iterVar(1,0) == cel.iterVar(0,0)))) == [true]
  base64.encode(b"hello") == "aGVsbG8=" && base64.decode("aGVsbG8") == b"hello" && base64.decode("aGVsbG8=") == b"hello"
  {"content-type": 1}.`content-type` == 1 && has({"a.b": 1}.`a.b`)
  {"if": 1}.if == 1
  [1, 2, 3,] == [1, 2, 3] && {"a": 1,} == {"a": 1}
  lists.range(0) == [] && [3,1].sort() == [1,3] && ["b","a"].sort() == ["a","b"]
  [[1,[2]],[3]].flatten() == [1,[2],3] && [1,2,3].slice(1,1) == []
  """#.split(separator: "\n").map(String.init)

@Test(arguments: truths)
func `what the specification makes true is true`(source: String) throws {
  let environment = Environment()
  let program = try environment.compile(source).get()
  guard case .bool(true) = program.evaluate(Bindings(environment)) else {
    Issue.record("\(program.evaluate(Bindings(environment)).quotation)")
    return
  }
}
