import Bilingual
import SourceDiagnostics
import Testing

/// What is printed about the characters `span` of a file with this text.
private func rendered(
  _ text: String, _ span: Range<UInt32>, help: Text? = nil, related: [Range<UInt32>] = [],
  language: Language = .en, color: Bool = false
) -> String {
  var files = SourceFiles()
  let file = files.add(path: "a.yaml", bytes: Array(text.utf8))
  let places = related.map {
    RelatedLocation(
      span: SourceSpan(file: file, start: $0.lowerBound, end: $0.upperBound),
      message: Text(en: "see here", ru: "смотрите здесь"))
  }
  let diagnostic = Diagnostic(
    DiagnosticCode("unknown-measure"),
    at: SourceSpan(file: file, start: span.lowerBound, end: span.upperBound),
    message: Text(en: "no measure named `x`", ru: "нет мероприятия `x`"), help: help,
    related: places)
  return TextRenderer(files: files, language: language, color: color).render(diagnostic)
}

@Test func `a diagnostic shows its line, a mark under the span, and help`() {
  let text = String(repeating: "\n", count: 40) + "             after: [coordinatr]\n"
  let help = Text(en: "did you mean `coordinator`?", ru: "может быть, `coordinator`?")
  #expect(
    rendered(text, 61..<71, help: help) == """
      a.yaml:41:22: error[unknown-measure]: no measure named `x`
         |
      41 |              after: [coordinatr]
         |                      ^^^^^^^^^^
         = help: did you mean `coordinator`?

      """)
  #expect(
    rendered(text, 61..<71, help: help, language: .ru) == """
      a.yaml:41:22: ошибка[unknown-measure]: нет мероприятия `x`
         |
      41 |              after: [coordinatr]
         |                      ^^^^^^^^^^
         = помощь: может быть, `coordinator`?

      """)
}

@Test(arguments: [
  ("план: x", 6..<7, "план: x", "      ^"), ("\ta: x", 1..<2, "    a: x", "    ^"),
  ("日本: x", 4..<5, "日本: x", "      ^"), ("e\u{301}é: x", 5..<6, "e\u{301}é: x", "    ^"),
  ("😀: x", 3..<4, "😀: x", "    ^"), ("a: x", 4..<4, "a: x", "    ^"),
  ("日本: x", 0..<2, "日本: x", "^^^^"), ("a: \u{1B}[1m", 3..<4, "a: \\u{1B}[1m", "   ^^^^^^"),
  ("a: \u{202E}b", 4..<5, "a: \\u{202E}b", "           ^"),
  ("a: x", 100..<200, "a: x", "    ^"),
])
func `the mark stands under the span whatever the characters`(
  text: String, span: Range<UInt32>, line: String, mark: String
) {
  let lines = rendered(text, span).split(separator: "\n").map(String.init)
  #expect(lines[2].unicodeScalars.elementsEqual("1 | \(line)".unicodeScalars))
  #expect(lines[3] == "  | \(mark)")
}

@Test func `a long line is cut around its span`() {
  let text = String(repeating: "а", count: 500) + "ОШИБКА" + String(repeating: "я", count: 500)
  let lines = rendered(text, 500..<506).split(separator: "\n").map(String.init)
  #expect(lines[0].hasPrefix("a.yaml:1:501: "))
  #expect(lines[2].count <= 102)
  #expect(lines[2].hasPrefix("1 | …а"))
  #expect(lines[2].hasSuffix("я…"))
  let mark = lines[3].firstIndex(of: "^")
  #expect(mark.map { lines[2][$0...].count } != nil)
  #expect(String(Array(lines[2])[lines[3].prefix { $0 != "^" }.count...].prefix(6)) == "ОШИБКА")
  #expect(lines[3].hasSuffix(" ^^^^^^"))
}

@Test func `a span over several lines shows its first line and its last`() {
  #expect(
    rendered("a: [x,\n  y,\n  z]\n", 3..<15) == """
      a.yaml:1:4: error[unknown-measure]: no measure named `x`
        |
      1 | a: [x,
        |    ^^^
        :
      3 |   z]
        |   ^

      """)
}

@Test func `a related place shows its line unless it is there already`() {
  #expect(
    rendered("id: a\nb: c\nid: d, e\n", 11..<13, related: [0..<2, 18..<19]) == """
      a.yaml:3:1: error[unknown-measure]: no measure named `x`
        |
      3 | id: d, e
        | ^^
        = note: a.yaml:1:1: see here
        |
      1 | id: a
        | --
        = note: a.yaml:3:8: see here

      """)
}

@Test func `a diagnostic about a whole file shows no line`() {
  #expect(
    rendered("a: 1\n", 0..<0) == "a.yaml: error[unknown-measure]: no measure named `x`\n")
}

@Test func `colours are written only when they are asked for`() {
  #expect(!rendered("a: 1\n", 0..<1).contains("\u{1B}"))
  #expect(rendered("a: 1\n", 0..<1, color: true).contains("\u{1B}[1;31merror[unknown-measure]"))
}

@Test func `nothing from a file's name or a message acts upon the terminal`() {
  var files = SourceFiles()
  let file = files.add(path: "a\u{1B}]0;x\u{7}.yaml", bytes: Array("a: \u{9B}2J\r\n".utf8))
  let text = Text(verbatim: "no `\u{1B}[2J\u{202E}\n`")
  let diagnostic = Diagnostic(
    DiagnosticCode("x"), at: SourceSpan(file: file, start: 3, end: 4), message: text, help: text,
    related: [RelatedLocation(span: SourceSpan(file: file, start: 0, end: 1), message: text)])
  let shown = TextRenderer(files: files, language: .en, color: false).render(diagnostic)
  let allowed = shown.unicodeScalars.allSatisfy {
    $0 == "\n" || $0.value >= 0x20 && $0.value < 0x7F
  }
  #expect(allowed, "\(shown)")
  #expect(shown.contains("no `\\u{1B}[2J\\u{202E}\\n`"))
}

@Test(arguments: [
  (1, 0, "found 1 error", "найдено: 1 ошибка"),
  (0, 2, "found 2 warnings", "найдено: 2 предупреждения"),
  (5, 1, "found 5 errors and 1 warning", "найдено: 5 ошибок и 1 предупреждение"),
])
func `the last line says how many problems there are`(
  errors: Int, warnings: Int, en: String, ru: String
) {
  var files = SourceFiles()
  let file = files.add(path: "a.yaml", bytes: Array("abcdefgh".utf8))
  var diagnostics = Diagnostics()
  for index in 0..<UInt32(errors + warnings) {
    diagnostics.append(
      Diagnostic(
        DiagnosticCode("x"), index < errors ? .error : .warning,
        at: SourceSpan(file: file, start: index, end: index + 1), message: Text(verbatim: "m")))
  }
  for (language, expected) in [(Language.en, en), (.ru, ru)] {
    let renderer = TextRenderer(files: files, language: language, color: false)
    #expect(renderer.render(diagnostics).hasSuffix("\n\n\(expected)\n"))
  }
}

@Test func `no problems print nothing`() {
  let renderer = TextRenderer(files: SourceFiles(), language: .en, color: false)
  #expect(renderer.render(Diagnostics()).isEmpty)
}
