import Testing
import YAMLSource

@Test func `equal texts are one symbol and different texts are not`() {
  var symbols = SymbolTable()
  let texts = (0..<20_000).map { "мероприятие-\($0)" } + ["", "a", "aa", "aaa", "ab", "aab"]
  let first = texts.map { symbols.intern($0) }
  let second = texts.map { symbols.intern($0) }
  #expect(first == second)
  #expect(symbols.count == texts.count)
  #expect(first.map(symbols.string) == texts)
  #expect(Set(first).count == texts.count)
}

@Test func `texts are equal when their bytes are, not when they look alike`() {
  var symbols = SymbolTable()
  #expect(symbols.intern("\u{E9}") != symbols.intern("e\u{301}"))
  #expect(symbols.intern([0xFF]) != symbols.intern([0xFE]))
}

@Test func `looking a text up does not add it`() {
  var symbols = SymbolTable()
  #expect(symbols.symbol(of: "a") == nil)
  let symbol = symbols.intern("a")
  #expect(symbols.symbol(of: "a") == symbol)
  #expect(symbols.count == 1)
}

@Test(arguments: 0...40)
func `texts of any length are told apart by any byte`(length: Int) {
  var symbols = SymbolTable()
  let base = [UInt8](repeating: 7, count: length)
  let variants = base.indices.map { index in
    var variant = base
    variant[index] = 8
    return symbols.intern(variant)
  }
  #expect(Set(variants + [symbols.intern(base)]).count == length + 1)
}

@Test func `a copy of a table grows apart from it`() {
  var symbols = SymbolTable()
  _ = symbols.intern("a")
  var copy = symbols
  _ = copy.intern("b")
  #expect(symbols.count == 1)
  #expect(copy.count == 2)
}
