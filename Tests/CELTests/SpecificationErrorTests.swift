import CEL
import Testing

/// Expressions that the specification gives no value.
private let errors = #"""
  "%b".format([1.5])
  "%o".format([1.5])
  "%x".format([1.5])
  "%x".format([null])
  "%f".format([true])
  "%z".format([1])
  "%".format([1])
  "%s %s".format(["a"])
  "%s".format([])
  "%.".format([1.0])
  "%.3".format([1.0])
  "%d".format([null])
  "%d".format(["a"])
  "%s".format("a")
  "%b".format([duration("1s")])
  math.greatest()
  math.greatest([])
  math.greatest("a")
  math.greatest(dyn("a"), 1)
  math.greatest([1, dyn("a")])
  math.least(null)
  math.least([], 1)
  math.trunc(dyn(1u))
  math.ceil(dyn(1))
  math.round(dyn("a"))
  math.abs(-9223372036854775808)
  math.isNaN(dyn("NaN"))
  math.bitShiftLeft(1, -1)
  math.bitShiftLeft(1u, -1)
  math.bitShiftRight(-1, -1)
  math.bitAnd(2u, dyn(1))
  math.bitNot(dyn(1.0))
  timestamp("2009-02-13T23:31:30Z").getHours("")
  timestamp("2009-02-13T23:31:30Z").getHours("Nowhere/Land")
  timestamp("2009-02-13T23:31:30Z").getHours("+25:00")
  duration("1")
  duration("")
  duration("1d")
  duration("s")
  duration("320000000000s")
  timestamp("10000-01-01T00:00:00Z")
  timestamp("0000-01-01T00:00:00Z")
  timestamp("9999-12-31T23:59:59Z") + duration("1s")
  timestamp("0001-01-01T00:00:00Z") - duration("1ns")
  timestamp("9999-12-31T23:59:59Z") - timestamp("0001-01-01T00:00:00Z")
  timestamp(253402300800)
  timestamp(-62135596801)
  timestamp("2009-02-30T00:00:00Z")
  timestamp("2009-02-13 23:31:30Z")
  timestamp("2009-02-13T23:31:30")
  timestamp("2009-02-13T24:00:00Z")
  int(9223372036854775807.0)
  int(-9223372036854775808.0)
  int(18446744073709551615u)
  int("9223372036854775808")
  int("abc")
  int("")
  int("1.5")
  int(double("NaN"))
  uint(-1)
  uint(18446744073709551616.0)
  uint("-1")
  double("TBD")
  double("")
  bool("TrUe")
  bool("yes")
  bool(dyn(1))
  string(b"\000\xff")
  [1,2,3][dyn(1.5)]
  [1,2,3][3]
  [1,2,3][-1]
  {"a": 1}["b"]
  {"a": 1}.b
  {1: "a", 1u: "b"}
  {"a": 1, "a": 2}
  {1.0: "a"}
  {null: 1}
  true && 1/0 > 0
  1/0 > 0 || false
  1/0 > 0 ? 1 : 2
  [1].map(x, x/0) == []
  [0].all(x, 1/x > 0)
  [0, 1].exists_one(x, 1/x > 0)
  [1].filter(x, 1/0 > x) == []
  {"a": "c", "b": "c"}.transformMapEntry(k, v, {v: k})
  optional.none().value()
  [?1]
  {?"a": 1}
  "tacocat".charAt(-1)
  "tacocat".indexOf("a", -1)
  "tacocat".indexOf("a", 8)
  "hello".substring(4, 2)
  "hello".substring(-1)
  "hello".substring(0, 6)
  [1].join(",")
  "a".matches("(")
  "a".matches("(?=a)")
  9223372036854775807 + 1
  -9223372036854775808 - 1
  9223372036854775807 * 2
  -(-9223372036854775808)
  5 / 0
  5 % 0
  -9223372036854775808 / -1
  -9223372036854775808 % -1
  0u - 1u
  18446744073709551615u + 1u
  9223372036854775808
  18446744073709551616u
  ip("::ffff:1.2.3.4")
  ip("1.2.3.4/24")
  ip("fe80::1%eth0")
  ip("01.2.3.4")
  cidr("192.168.0.0")
  cidr("192.168.0.0/33")
  cidr("192.168.0.0/-1")
  base64.decode("z")
  has({"a":1}["a"])
  foo
  foo(1)
  1 + 1.0
  "a" + 1
  [1,2].slice(2,1)
  [1,2].slice(0,3)
  [[1]].sort()
  [1,"a"].sort()
  """#.split(separator: "\n").map(String.init)

@Test(arguments: errors)
func `what the specification gives no value is an error`(source: String) {
  let environment = Environment()
  guard case .success(let program) = environment.compile(source) else { return }
  guard case .error = program.evaluate(Bindings(environment)) else {
    Issue.record("\(program.evaluate(Bindings(environment)).quotation)")
    return
  }
}
