import Bilingual
import Foundation
import Testing

@testable import SourceDiagnostics

/// A file with mistakes, as renderers get them.
private struct Sample {
  var files = SourceFiles()
  let file: SourceFileID
  private let text: String

  init(_ text: String, path: String = "план/карта 1.yaml") {
    self.text = text
    file = files.add(path: path, bytes: Array(text.utf8))
  }

  func span(of words: String, from start: Int = 0) -> SourceSpan {
    let scalars = Array(text.unicodeScalars)
    let wanted = Array(words.unicodeScalars)
    let found = (start..<scalars.count).first { scalars[$0...].starts(with: wanted) } ?? 0
    return SourceSpan(file: file, start: UInt32(found), end: UInt32(found + wanted.count))
  }

  func reported(_ diagnostics: [Diagnostic]) -> [ReportedDiagnostic] {
    var fingerprints = Fingerprints()
    return diagnostics.map { diagnostic in
      let problem = LocatedDiagnostic(diagnostic, in: files)
      return ReportedDiagnostic(problem, fingerprint: fingerprints(problem))
    }
  }

  func problem(
    _ code: String = "unknown-measure", _ severity: Severity = .error, at span: SourceSpan,
    message: String = "no", related: [RelatedLocation] = []
  ) -> Diagnostic {
    Diagnostic(
      DiagnosticCode(code), severity, at: span, message: Text(verbatim: message),
      help: Text(en: "mend it", ru: "исправьте"), related: related)
  }
}

@Suite struct `Fingerprints of problems` {
  @Test func `they outlive the moving of lines, and tell the second from the first`() {
    let before = Sample("after: [план]\nafter: [план]\nafter: [смета]\n")
    let after = Sample("# новая строка\n\nafter: [план]\nx: 1\nafter: [план]\nafter: [смета]\n")
    let prints = [before, after].map { sample in
      let first = sample.span(of: "план")
      let second = sample.span(of: "план", from: Int(first.end))
      return sample.reported(
        [first, second, sample.span(of: "смета")].map { sample.problem(at: $0) }
      ).map(\.fingerprint)
    }
    #expect(prints[0] == prints[1])
    #expect(Set(prints[0]).count == 3)
    #expect(prints[0].allSatisfy { $0.utf8.count == 32 })
  }

  @Test func `they differ by code, path and words, and are the same at every run`() {
    let sample = Sample("ab c")
    let other = Sample("ab c", path: "b.yaml")
    let prints = [
      sample.reported([sample.problem(at: sample.span(of: "ab"))]),
      sample.reported([sample.problem("x", at: sample.span(of: "ab"))]),
      sample.reported([sample.problem(at: sample.span(of: "c"))]),
      other.reported([other.problem(at: other.span(of: "ab"))]),
    ].map { $0[0].fingerprint }
    #expect(Set(prints).count == 4)
    #expect(prints[0] == "1bf2276bd66ed4c31d0d3fb188906b48")
  }

  @Test func `what two roadmaps tell of one file has one fingerprint and is written once`() {
    let sample = Sample("ab")
    var fingerprints = Fingerprints()
    let problem = LocatedDiagnostic(sample.problem(at: sample.span(of: "ab")), in: sample.files)
    let twice = [problem, problem].map {
      ReportedDiagnostic($0, fingerprint: fingerprints($0))
    }
    #expect(twice[0] == twice[1])
    #expect(GitHubRenderer(language: .en).annotations(twice).split(separator: "\n").count == 1)
  }
}

@Suite struct `SARIF` {
  private func log(_ sample: Sample, _ diagnostics: [Diagnostic]) throws -> [String: Any] {
    let reference = CodeReference(
      page: "# Page\n\n## unknown-measure\n\nAn error. A `name`\nthat is none.\n\nMend it.\n")
    let renderer = SARIFRenderer(
      language: .ru, version: "0.1.0", reference: reference, root: "/дом/проект")
    let text = renderer.render(sample.reported(diagnostics))
    let log = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let runs = try #require(log?["runs"] as? [[String: Any]])
    return try #require(runs.first)
  }

  @Test func `columns are in code points, past emoji too, and related places are told`() throws {
    let sample = Sample("т: 😀 план\nплан")
    let span = sample.span(of: "план")
    let second = sample.span(of: "план", from: Int(span.end))
    let note = RelatedLocation(span: second, message: Text(en: "hop", ru: "шаг"))
    let run = try log(sample, [sample.problem(at: span, related: [note, note])])
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let bases = try #require(run["originalUriBaseIds"] as? [String: [String: String]])
    #expect(
      bases == [
        "%SRCROOT%": ["uri": "file:///%D0%B4%D0%BE%D0%BC/%D0%BF%D1%80%D0%BE%D0%B5%D0%BA%D1%82/"]
      ])
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    #expect(result["ruleId"] as? String == "unknown-measure" && result["ruleIndex"] as? Int == 0)
    #expect((result["message"] as? [String: String])?["text"] == "no\nисправьте")
    let related = try #require(result["relatedLocations"] as? [[String: Any]])
    #expect(related.count == 2)
    let places = try #require(result["locations"] as? [[String: Any]])
    let place = try #require(places[0]["physicalLocation"] as? [String: Any])
    #expect(
      place["region"] as? [String: Int] == [
        "startLine": 1, "startColumn": 6, "endLine": 1, "endColumn": 10,
      ])
    #expect(
      (place["artifactLocation"] as? [String: String])?["uri"]
        == "%D0%BF%D0%BB%D0%B0%D0%BD/%D0%BA%D0%B0%D1%80%D1%82%D0%B0%201.yaml")
  }

  @Test func `a problem of a whole file has no region`() throws {
    let sample = Sample("")
    let run = try log(sample, [sample.problem("empty-file", at: .wholeFile(sample.file))])
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    #expect(result["ruleIndex"] == nil)
    let place = (result["locations"] as? [[String: Any]])?[0]["physicalLocation"] as? [String: Any]
    #expect(place?["region"] == nil && place?["artifactLocation"] != nil)
  }

  @Test(arguments: [
    ("a/b.yaml", "a/b.yaml", true), ("./a.yaml", "a.yaml", true), ("a/../b", "b", true),
    ("a:b #?%.yaml", "a%3Ab%20%23%3F%25.yaml", true), ("/x/y", "file:///x/y", false),
    ("../y", "file:///srv/y", false), ("../../../y", "file:///y", false),
  ])
  func `paths become references`(path: String, uri: String, isRelative: Bool) {
    let reference = RelativeURI(path, root: "/srv/me")
    #expect(reference.text == uri && reference.isRelative == isRelative)
  }
}

@Suite struct `Reports for others` {
  @Test func `commands of GitHub carry every character`() {
    let sample = Sample("план", path: "a,b:c%.yaml")
    let reported = sample.reported([
      sample.problem(at: sample.span(of: "план"), message: "100 % of `a,b`:\u{1B} done")
    ])
    #expect(
      GitHubRenderer(language: .en).annotations(reported)
        == "::error file=a%2Cb%3Ac%25.yaml,line=1,endLine=1,col=1,endColumn=4,"
        + "title=unknown-measure::100 %25 of `a,b`:\\u{1B} done%0Amend it\n")
  }

  @Test func `a problem over several lines has no columns at GitHub`() {
    let sample = Sample("a:\n  b\nc", path: "a.yaml")
    let span = SourceSpan(file: sample.file, start: 0, end: 7)
    let text = GitHubRenderer(language: .en).annotations(
      sample.reported([sample.problem(at: span)]))
    #expect(text.hasPrefix("::error file=a.yaml,line=1,endLine=2,title="))
  }

  @Test func `nothing in a summary is markup but what shall be`() {
    let sample = Sample("план", path: "a_b|c.yaml")
    let reported = sample.reported([
      sample.problem(at: sample.span(of: "план"), message: "<b> *x* `y|z*` [l](u) lone ` &")
    ])
    let summary = GitHubRenderer(language: .en).summary(reported, roadmaps: 1)
    #expect(summary.contains("a\\_b\\|c.yaml:1:1"))
    #expect(summary.contains("&lt;b\\> \\*x\\* `y\\|z*` \\[l\\](u) lone \\` &amp;<br>mend it"))
    #expect(summary.contains("roadmaps checked: 1; errors: 1, warnings: 0"))
  }

  @Test func `a report of tests is XML whatever a message contains`() throws {
    let sample = Sample("план", path: "a&\"b.yaml")
    let reported = sample.reported([
      sample.problem("a", .warning, at: sample.span(of: "план"), message: "]]> <&\u{1} \u{FFFE}"),
      sample.problem("b", .error, at: sample.span(of: "план")),
      sample.problem("b", .error, at: .wholeFile(sample.file)),
    ])
    for (isStrict, failures) in [(false, 1), (true, 2)] {
      let renderer = JUnitRenderer(language: .ru, isStrict: isStrict)
      let text = renderer.render(reported, checked: ["clean.yaml", "a&\"b.yaml"])
      #expect(text.contains("<testsuites name=\"vekha\" tests=\"3\" failures=\"\(failures)\""))
      #expect(text.components(separatedBy: "<failure").count - 1 == failures)
      #expect(text.contains("<testcase name=\"validate\" classname=\"clean.yaml\"/>"))
      #expect(text.contains("a&amp;&quot;b.yaml"))
    }
  }

  @Test func `a code quality report names each problem by its fingerprint`() throws {
    let sample = Sample("план")
    let reported = sample.reported([sample.problem(at: sample.span(of: "план"))])
    let text = GitLabRenderer(language: .en).render(reported + reported)
    let report = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
    #expect(report?.count == 1)
    #expect(report?[0]["fingerprint"] as? String == reported[0].fingerprint)
  }
}

@Suite struct `Known problems` {
  @Test func `what is written reads back`() throws {
    let sample = Sample("план смета")
    let reported = sample.reported(
      ["план", "смета"].map { sample.problem(at: sample.span(of: $0)) })
    let baseline = try Baseline(text: Baseline.text(of: reported + reported))
    #expect(baseline.fingerprints == Set(reported.map(\.fingerprint)))
    let windows = Baseline.text(of: reported).replacing("\n", with: "\r\n")
    #expect(try Baseline(text: windows).fingerprints == baseline.fingerprints)
  }

  @Test(arguments: [
    ("", 0), ("# x\n\n", 0), ("nonsense", 1), ("\n\n0123 code path", 3),
    ("0123456789abcdef0123456789abcdeX", 1), ("\u{0}", 1),
  ])
  func `a line that is none is named`(text: String, line: Int) {
    do {
      _ = try Baseline(text: text)
      #expect(line == 0)
    } catch {
      #expect(error.line == line)
    }
  }
}
