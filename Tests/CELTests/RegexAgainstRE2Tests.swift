import Bilingual
import CEL
import Foundation
import Testing

/// The Swift half of `Tests/RegexAgainstRE2/compare.py`: reads its questions, writes the answers.
@Test(
  .enabled(
    if: ProcessInfo.processInfo.environment["VEKHA_REGEX_QUESTIONS"] != nil,
    "run Tests/RegexAgainstRE2/compare.py to compare with RE2"))
func `patterns are answered for the comparison with RE2`() throws {
  let environment = ProcessInfo.processInfo.environment
  let questions = try #require(environment["VEKHA_REGEX_QUESTIONS"])
  let answers = try #require(environment["VEKHA_REGEX_ANSWERS"])
  var written = ""
  let lines = try String(contentsOfFile: questions, encoding: .utf8).split(separator: "\n")
  for line in lines { written += answer(to: line) + "\n" }
  try written.write(toFile: answers, atomically: true, encoding: .utf8)
}

/// A line of a pattern and texts, in hexadecimal with tabs between, answered in one line.
private func answer(to line: Substring) -> String {
  let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(decoded)
  do throws(RegexError) {
    let regex = try Regex(fields[0])
    let names = regex.captureNames.map { $0 ?? "" }.joined(separator: ",")
    return (["ok \(names)"] + fields.dropFirst().map { answer(regex, $0) })
      .joined(separator: "\t")
  } catch {
    let oneLine = error.message.en.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    return "error \(String(oneLine))"
  }
}

private func answer(_ regex: Regex, _ text: String) -> String {
  let groups = regex.firstMatch(in: text)?.groups.map { group in
    group.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "none"
  }
  let all = regex.allMatches(in: text).map { "\($0.range.lowerBound)-\($0.range.upperBound)" }
  let isMatch = regex.isMatch(text) ? "yes" : "no"
  return "\(isMatch) \(groups?.joined(separator: ",") ?? "none") \(all.joined(separator: ","))"
}

private func decoded(_ hexadecimal: Substring) -> String {
  var bytes: [UInt8] = []
  var rest = hexadecimal.utf8[...]
  while let byte = UInt8(Substring(rest.prefix(2)), radix: 16) {
    bytes.append(byte)
    rest = rest.dropFirst(2)
  }
  return String(decoding: bytes, as: UTF8.self)
}
