public import Bilingual

/// Writes diagnostics as a report of tests in the XML of JUnit.
///
/// A file is a suite, and each of its codes a case in it; a file without problems is a suite with a
/// case that passed. Errors fail, and so do warnings where they count as errors.
public struct JUnitRenderer: Sendable {
  /// The language of the messages.
  let language: Language
  /// Whether warnings count as errors.
  let isStrict: Bool

  /// Creates a renderer.
  public init(language: Language, isStrict: Bool) {
    self.language = language
    self.isStrict = isStrict
  }

  /// The report on the files `checked`, and on others that have problems.
  public func render(_ reported: [ReportedDiagnostic], checked: [String]) -> String {
    let problems = reported.once().map(\.problem)
    var paths = checked.uniqueByBytes()
    paths = (paths + problems.map(\.place.path)).uniqueByBytes()
    let suites = paths.map { path in
      Suite(path: path, problems.filter { $0.place.path.utf8.elementsEqual(path.utf8) }, self)
    }
    let totals = counts(
      tests: suites.map(\.cases.count).reduce(0, +), failures: suites.map(\.failures).reduce(0, +))
    let report =
      [#"<?xml version="1.0" encoding="UTF-8"?>"#, #"<testsuites name="vekha"\#(totals)>"#]
      + suites.flatMap { lines(of: $0) } + ["</testsuites>"]
    return report.joined(separator: "\n")
  }

  private func lines(of suite: Suite) -> [String] {
    let totals = counts(tests: suite.cases.count, failures: suite.failures)
    return ["  <testsuite\(attribute("name", suite.path))\(totals)>"]
      + suite.cases.flatMap { lines(of: $0, in: suite.path) } + ["  </testsuite>"]
  }

  private func lines(of test: Suite.Case, in path: String) -> [String] {
    let opening = "    <testcase\(attribute("name", test.name))\(attribute("classname", path))"
    guard let first = test.problems.first else { return [opening + "/>"] }
    let place = attribute("file", path) + attribute("line", String(first.place.start.line))
    let text = test.problems.map { report($0) }.joined(separator: "\n")
    let message = attribute("message", displayed(first.message[language]))
    let kind = attribute("type", first.severity.rawValue)
    let content =
      test.hasFailed
      ? "      <failure\(message)\(kind)>\(XMLText.content(text))</failure>"
      : "      <system-out>\(XMLText.content(text))</system-out>"
    return [opening + place + ">", content, "    </testcase>"]
  }

  /// One problem in full: place, message, related places, help.
  private func report(_ problem: LocatedDiagnostic) -> String {
    let notes = problem.notes.map { "  \($0.place.text): \(displayed($0.message[language]))" }
    let help = problem.help.map { ["  = \(displayed($0[language]))"] } ?? []
    return (["\(problem.place.text): \(displayed(problem.message[language]))"] + notes + help)
      .joined(separator: "\n")
  }

  private func counts(tests: Int, failures: Int) -> String {
    attribute("tests", String(tests)) + attribute("failures", String(failures))
      + attribute("errors", "0") + attribute("skipped", "0") + attribute("time", "0")
  }

  private func attribute(_ name: String, _ value: String) -> String {
    " \(name)=\"\(XMLText.attribute(value))\""
  }
}

/// A file with its problems by code.
private struct Suite {
  struct Case {
    let name: String
    let problems: [LocatedDiagnostic]
    let hasFailed: Bool
  }

  let path: String
  let cases: [Case]
  var failures: Int { cases.count(where: \.hasFailed) }

  init(path: String, _ problems: [LocatedDiagnostic], _ renderer: JUnitRenderer) {
    self.path = path
    let codes = problems.map(\.code.name).uniqueByBytes()
    let found = codes.map { code in
      let own = problems.filter { $0.code.name == code }
      let fails = renderer.isStrict || own.contains { $0.severity == .error }
      return Case(name: code, problems: own, hasFailed: fails)
    }
    cases = found.isEmpty ? [Case(name: "validate", problems: [], hasFailed: false)] : found
  }
}

extension [String] {
  /// Each text once, told apart by bytes.
  fileprivate func uniqueByBytes() -> [String] {
    var seen: Set<[UInt8]> = []
    return filter { seen.insert(Array<UInt8>($0.utf8)).inserted }
  }
}
