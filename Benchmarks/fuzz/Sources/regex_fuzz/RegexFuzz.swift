// Feeds libFuzzer's inputs to the patterns of expressions: a pattern, a zero byte, and a text.
@_spi(Oracle) import CEL
import FuzzDriver

@_cdecl("regex_fuzz_main")
func main(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  fuzz(count, arguments, test)
}

@_cdecl("LLVMFuzzerTestOneInput")
func test(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let parts = UnsafeBufferPointer(start: data, count: size)
    .split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    .map { String(decoding: $0, as: UTF8.self) }
  guard let pattern = parts.first, let regex = try? Regex(pattern) else { return 0 }
  let text = parts.count > 1 ? parts[1] : pattern
  var copy = text
  let quick = regex.isMatch(text)
  let plain = copy.withUTF8 { regex.isMatchByThreads(utf8: $0) }
  check(quick == plain, "the automaton says \(quick), the threads \(plain)")
  let first = regex.firstMatch(in: text)
  check((first != nil) == quick, "a match is found where there is none, or none where there is")
  checkMatches(regex.allMatches(in: text, limit: 200), first: first, in: text)
  return 0
}

/// Matches stand in the text, in order, between characters, and their groups inside them.
private func checkMatches(_ matches: [RegexMatch], first: RegexMatch?, in text: String) {
  check(matches.first?.range == first?.range, "the first match is another one")
  let bytes = Array(text.utf8)
  var end = 0
  for match in matches {
    check(match.range.lowerBound >= end && match.range.upperBound <= bytes.count, "out of order")
    end = match.range.upperBound
    for group in match.groups {
      guard let group else { continue }
      check(
        match.range.lowerBound <= group.lowerBound && group.upperBound <= match.range.upperBound,
        "a group outside of its match")
      for place in [group.lowerBound, group.upperBound] where place < bytes.count {
        check(bytes[place] & 0xC0 != 0x80, "a match inside a character")
      }
    }
  }
}
