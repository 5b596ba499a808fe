import Bilingual
import CEL
import Testing

private func complaint(_ pattern: String) -> RegexError? {
  do throws(RegexError) {
    _ = try Regex(pattern)
    return nil
  } catch {
    return error
  }
}

@Test(
  arguments: [
    ("a(?=b)", 1..<4, "look-around `(?=`"), ("(?!b)", 0..<3, "look-around `(?!`"),
    ("(?<=b)", 0..<4, "look-around `(?<=`"), ("(?<!b)", 0..<4, "look-around `(?<!`"),
    ("(a)\\1", 3..<5, "back-reference `\\1`"), ("(a)\\9", 3..<5, "back-reference `\\9`"),
    ("(?P<n>a)(?P=n)", 8..<12, "back-reference `(?P=`"), ("\\k<n>", 0..<2, "back-reference `\\k`"),
    ("a\\Cb", 1..<3, "`\\C` is not supported"), ("(?>a)", 0..<3, "unknown kind of group `(?>`"),
    ("(?x)a", 0..<3, "unknown kind of group `(?x`"),
    ("(?-)", 0..<4, "unknown kind of group `(?-)`"),
    ("(?i-:a)", 0..<5, "unknown kind of group"), ("(?é)", 0..<4, "unknown kind of group `(?é`"),
    ("(?P<>a)", 0..<5, "doesn't name a group"), ("(?P<a b>c)", 0..<8, "doesn't name a group"),
    ("(?P<n", 0..<5, "doesn't name a group"),
    ("(?<n>a)(?<n>b)", 10..<11, "two groups are named `n`"),
    ("a(b", 1..<2, "`(` has no `)`"), ("(?i", 0..<1, "`(` has no `)`"),
    ("a)b", 1..<2, "`)` closes"),
    ("a[b", 1..<2, "`[` has no `]`"), ("[]", 0..<1, "`[` has no `]`"),
    ("[a-", 0..<1, "`[` has no `]`"),
    ("[z-a]", 1..<4, "the range `z-a` runs backwards"), ("[[:foo:]]", 1..<8, "called `[:foo:]`"),
    ("\\p{Foo}", 0..<7, "called `\\p{Foo}`"), ("\\pQ", 0..<3, "called `\\pQ`"),
    ("\\p", 0..<2, "called"),
    ("\\p{Lu", 0..<5, "called `\\p{Lu`"), ("\\p{lu}", 0..<6, "called"), ("\\p{}", 0..<4, "called"),
    ("\\y", 0..<2, "`\\y` has no meaning"), ("\\Z", 0..<2, "`\\Z` has no meaning"),
    ("\\é", 0..<3, "`\\é` has no meaning"), ("\\E", 0..<2, "no meaning"),
    ("[\\b]", 1..<3, "no meaning"),
    ("[a-\\d]", 3..<5, "no meaning"), ("\\xg1", 0..<2, "no meaning"), ("\\x1", 0..<3, "no meaning"),
    ("\\x{}", 0..<3, "no meaning"), ("\\x{110000}", 0..<9, "no meaning"),
    ("\\x{1", 0..<4, "no meaning"),
    ("a\\", 1..<2, "nothing follows the backslash"), ("*a", 0..<1, "`*` has nothing before it"),
    ("a|*", 2..<3, "nothing before it"), ("(+?)", 1..<3, "`+?` has nothing before it"),
    ("a**", 2..<3, "`*` repeats a repetition"), ("a{2}{3}", 4..<7, "`{3}` repeats a repetition"),
    ("a{1001}", 1..<7, "`{1001}` is not a count"), ("a{2,1}", 1..<6, "`{2,1}` is not a count"),
    ("(?:a{100}){11}", 10..<14, "`{11}` is not a count"), ("\\pL{1000}", 0..<9, "too large"),
  ] as [(String, Range<Int>, String)])
func `a pattern that is wrong is refused with the place and the reason`(
  pattern: String, range: Range<Int>, reason: String
) throws {
  let error = try #require(complaint(pattern))
  #expect(error.range == range)
  #expect(error.message.en.contains(reason), "\(error.message.en)")
  #expect(error.message.ru != error.message.en)
}

@Test(arguments: [
  "(?:a{100}){10}", "a{1000}", "a{99999999999}", "(?)a", "(?i)(?-i:b)", "[[:alpha:]-z]", "[a-z-9]",
  "(?:a*)*", "(?P<_1>a)", "\\d\\D\\s\\S\\w\\W", "\\0", "\\12", "]", "}", "a{", "a{,}", "a{1", "|",
  "(|)", "()", "(?:)", "\\/", "\\ ", "[.]", "[^^]", "\\x{D800}",
])
func `a pattern that RE2 takes is taken`(pattern: String) {
  #expect(complaint(pattern) == nil)
}
