import CEL
import Testing

/// The groups of the first match as text, `-` for one that took no part; nil without a match.
private func groups(_ pattern: String, _ text: String) throws -> [String]? {
  let bytes = Array(text.utf8)
  let match = try Regex(pattern).firstMatch(in: text)
  return match?.groups.map { group in
    group.map { String(decoding: bytes[$0], as: UTF8.self) } ?? "-"
  }
}

@Test(
  arguments: [
    ("ubb", "hubba", ["ubb"]), ("bc", "abcd", ["bc"]), ("", "a", [""]),
    ("a+ñ+a+", "mañana", ["aña"]),
    ("^a$", "a", ["a"]), ("^a$", "a\n", nil), ("(?m)^b$", "a\nb\nc", ["b"]), ("a.c", "a\nc", nil),
    ("(?s)a.c", "a\nc", ["a\nc"]), (".", "中", ["中"]), ("\\Aa\\z", "a", ["a"]), ("\\Ab", "ab", nil),
    ("a|ab", "ab", ["a"]), ("(a|ab)(c|bcd)", "abcd", ["abcd", "a", "bcd"]),
    ("a*?b", "aab", ["aab"]), ("(?U)a+", "aa", ["a"]), ("(?U)a+?", "aa", ["aa"]),
    ("(a*)+", "b", ["", ""]), ("(a|b)*", "ab", ["ab", "b"]), ("(|a)*", "aa", ["", ""]),
    ("(|a)+", "aa", ["", ""]), ("(a)|(b)", "b", ["b", "-", "b"]),
    ("(?:(a)|b)*", "ab", ["ab", "a"]),
    ("a{2}", "aaa", ["aa"]), ("a{2,}", "aaa", ["aaa"]), ("a{1,2}?", "aa", ["a"]),
    ("a{0}b", "b", ["b"]),
    ("a{,2}", "a{,2}", ["a{,2}"]), ("a{01}", "a{01}", ["a{01}"]), ("{", "{", ["{"]),
    ("x{2}{", "xx{", ["xx{"]), ("(?i)straße", "STRAẞE", ["STRAẞE"]), ("(?i)σ", "ς", ["ς"]),
    ("(?i)k", "\u{212A}", ["\u{212A}"]), ("(?i)[k-s]", "ſ", ["ſ"]), ("(?i)ſ", "s", ["s"]),
    ("(?i)[^ſ]", "s", nil), ("(?i)приказ", "ПРИКАЗ", ["ПРИКАЗ"]), ("(?i)i", "İ", nil),
    ("(?i)ı", "I", nil), ("(?i)ﬅ", "ﬆ", ["ﬆ"]), ("(?i)a(?-i)b", "AB", nil),
    ("(?i:a)b", "Ab", ["Ab"]),
    ("(?i)a|b", "B", ["B"]), ("((?i)a)b", "AB", nil), ("a(?i)*", "aa", ["aa"]),
    ("\\bb\\b", "a b c", ["b"]), ("\\Bb", "ab", ["b"]), ("\\B", "aé", [""]), ("\\b", "é", nil),
    ("[[:alpha:]]+", "1ab2", ["ab"]), ("[[:^alpha:]]", "a1", ["1"]),
    ("[[:word:]-]+", "a-b", ["a-b"]),
    ("[]a]+", "]a", ["]a"]), ("[^]a]", "]ab", ["b"]), ("[a-]", "-", ["-"]), ("[\\d-z]", "-", ["-"]),
    ("[[:x]", ":", [":"]), ("[\\]]", "]", ["]"]), ("[^\\x00-\\x{10FFFF}]", "a", nil),
    ("[^a]", "\n", ["\n"]), ("\\d+", "a12", ["12"]), ("\\D", "1a", ["a"]), ("\\s", "\u{B}", nil),
    ("[[:space:]]", "\u{B}", ["\u{B}"]), ("\\w+", "éa_1", ["a_1"]), ("\\W", "aé", ["é"]),
    ("\\pL+", "1Яa", ["Яa"]), ("\\PL", "a1", ["1"]), ("\\p{Lu}", "aЯ", ["Я"]),
    ("\\p{^Lu}", "Яa", ["a"]), ("\\p{Greek}+", "aλόγος", ["λόγος"]), ("\\P{Cyrillic}", "яa", ["a"]),
    ("\\p{Han}\\p{Hiragana}\\p{Katakana}", "字かカ", ["字かカ"]), ("[\\p{Nd}]", "٣", ["٣"]),
    ("[^\\p{Latin}]", "aб", ["б"]), ("\\p{Any}", "\u{10FFFF}", ["\u{10FFFF}"]),
    ("\\x41\\x{1F600}\\101\\07", "A😀A\u{7}", ["A😀A\u{7}"]), ("\\Q(a*)\\E+", "(a*))", ["(a*))"]),
    ("\\Qa", "a", ["a"]), ("\\_\\.\\-", "_.-", ["_.-"]),
    ("(?P<a>x)(?<имя>y)", "xy", ["xy", "x", "y"]),
    ("(?:)*", "a", [""]), ("^*", "a", [""]), ("()*", "a", ["", ""]), ("(?:a|^)*b", "ab", ["ab"]),
    ("(?:(?:a?)+)+c", "aac", ["aac"]), ("(a??)*?b", "aab", ["aab", "a"]),
    ("k(?:x|(s??)*?)*", "ks", ["k", "-"]), ("[a-c]{2}[d-f]", "xabd", ["abd"]),
    ("(?m)$", "a\nb", [""]), ("é|è", "è", ["è"]), ("[à-ÿ]", "é", ["é"]), ("\u{301}", "é", nil),
    ("e\u{301}", "e\u{301}", ["e\u{301}"]), ("\\r\\n", "a\r\nb", ["\r\n"]),
  ] as [(String, String, [String]?)])
func `the first match and its groups are those of RE2`(
  pattern: String, text: String, expected: [String]?
) throws {
  let found = try groups(pattern, text)
  // Bytes are compared: `é` in one scalar is not `é` in two.
  #expect(found?.map { Array($0.utf8) } == expected?.map { Array($0.utf8) })
  #expect(try Regex(pattern).isMatch(text) == (expected != nil))
}

@Test(
  arguments: [
    ("a", "banana", [1..<2, 3..<4, 5..<6]), ("", "aé", [0..<0, 1..<1, 3..<3]),
    ("a*", "baac", [0..<0, 1..<3, 4..<4]), ("\\b", "ab c", [0..<0, 2..<2, 3..<3, 4..<4]),
    ("(?m)^", "a\nb", [0..<0, 2..<2]), ("^a", "aa", [0..<1]), ("a|", "ab", [0..<1, 2..<2]),
    ("x", "y", []), ("é", "éé", [0..<2, 2..<4]), ("\\B", "éé", [0..<0, 2..<2, 4..<4]),
  ] as [(String, String, [Range<Int>])])
func `successive matches don't overlap and empty ones don't touch`(
  pattern: String, text: String, expected: [Range<Int>]
) throws {
  let regex = try Regex(pattern)
  #expect(regex.allMatches(in: text).map(\.range) == expected)
  #expect(regex.allMatches(in: text, limit: 1).map(\.range) == Array(expected.prefix(1)))
  #expect(regex.allMatches(in: text, limit: 0).isEmpty)
}

@Test func `a search from a place sees what stands before it`() throws {
  #expect(try Regex("^b").firstMatch(in: "ab", from: 1) == nil)
  #expect(try Regex("\\bb").firstMatch(in: "ab b", from: 1)?.range == 3..<4)
  #expect(try Regex("b$").firstMatch(in: "ab", from: 1)?.range == 1..<2)
  #expect(try Regex("").firstMatch(in: "ab", from: 2)?.range == 2..<2)
  #expect(try Regex("").firstMatch(in: "ab", from: 3) == nil)
  #expect(try Regex("").firstMatch(in: "ab", from: -1) == nil)
}

@Test func `groups are numbered from left to right and may have names`() throws {
  let regex = try Regex("(a)(?P<year>b)((?<день>c))(?:d)")
  #expect(regex.captureNames == [nil, nil, "year", nil, "день"])
}

@Test func `text is taken as UTF-8 from memory too`() throws {
  let regex = try Regex("б$")
  for (text, isMatch) in [("аб", true), ("ба", false), ("", false)] {
    #expect(Array(text.utf8).withUnsafeBufferPointer { regex.isMatch(utf8: $0) } == isMatch)
  }
  // Bytes that are no UTF-8 match nothing, and end nothing but the search.
  let broken: [UInt8] = [0x61, 0xFF, 0xC3]
  #expect(!broken.withUnsafeBufferPointer { regex.isMatch(utf8: $0) })
  #expect(try !broken.withUnsafeBufferPointer { try Regex("a.").isMatch(utf8: $0) })
  let bridged = "аб"[...].dropFirst()
  #expect(regex.isMatch(String(bridged)))
}
