import Foundation
import Testing

@testable import cel_rows

@Suite struct ConformanceTests {
  @Test(
    .enabled(
      if: SharedFolder.has("cel-rows"),
      "skipped: no conformance rows in VEKHA_SHARED or ../shared"))
  func `every conformance row passes`() throws {
    let folder = SharedFolder.path("cel-rows")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".jsonl") }.sorted()
    try #require(!files.isEmpty)
    for file in files {
      let report = FileReport(path: folder + "/" + file)
      #expect(report.failures == [], "\(file)")
      #expect(report.total > 0, "\(file)")
    }
  }

  @Test(arguments: [
    #"{"expr":"1 + 1","expect":{"value":{"int":"2"}}}"#,
    #"{"expr":"0.0 / 0.0","expect":{"value":{"double":"NaN"}}}"#,
    #"{"expr":"{'a': 1, 'b': 2}","expect":{"value":{"map":[[{"string":"b"},{"int":"2"}],[{"string":"a"},{"int":"1"}]]}}}"#,
    #"{"expr":"1 / 0","expect":{"error":"division by zero"}}"#,
    #"{"expr":"x","type_env":[{"name":"x","ident":"int"}],"bindings":{"x":{"value":{"int":"1"},"type":"int"}},"expect":{"type":"int","value":{"int":"1"}}}"#,
    #"{"expr":"[1]","check_only":true,"expect":{"type":{"list":"int"}}}"#,
    #"{"expr":"x","disable_check":true,"expect":{"error":"unbound"}}"#,
  ])
  func `a row that is right passes`(line: String) throws {
    let row = try #require(Row(Data(line.utf8)))
    #expect(Runner.failure(of: row) == nil)
  }

  @Test(arguments: [
    #"{"expr":"1 + 1","expect":{"value":{"int":"3"}}}"#,
    #"{"expr":"1 + 1","expect":{"value":{"uint":"2"}}}"#,
    #"{"expr":"1 + 1","expect":{"value":{"double":"2.0"}}}"#,
    #"{"expr":"0.0","expect":{"value":{"double":"-0.0"}}}"#,
    #"{"expr":"[1]","expect":{"value":{"list":[{"uint":"1"}]}}}"#,
    #"{"expr":"{1: 2}","expect":{"value":{"map":[[{"uint":"1"},{"int":"2"}]]}}}"#,
    #"{"expr":"{1: 2}","expect":{"value":{"map":[]}}}"#,
    #"{"expr":"1","expect":{"error":"anything"}}"#,
    #"{"expr":"1 +","expect":{"error":"a syntax error is no error of evaluation"}}"#,
    #"{"expr":"1 + 'a'","expect":{"error":"nor is an error of types"}}"#,
    #"{"expr":"1 / 0","expect":{"value":{"int":"0"}}}"#,
    #"{"expr":"1","check_only":true,"expect":{"type":"uint"}}"#,
    #"{"expr":"1","check_only":true,"expect":{"value":{"int":"1"}}}"#,
    #"{"expr":"1","expect":{"type":"uint","value":{"int":"1"}}}"#,
    #"{"expr":"1","expect":{"value":{"nonsense":"1"}}}"#,
    #"{"expr":"x","bindings":{"x":{"value":{"int":"much"}}},"expect":{"value":{"int":"1"}}}"#,
  ])
  func `a row with a wrong expectation fails`(line: String) throws {
    let row = try #require(Row(Data(line.utf8)))
    #expect(Runner.failure(of: row) != nil)
  }

  @Test func `a line that is no row counts as failed`() throws {
    let path = NSTemporaryDirectory() + "rows-\(UUID().uuidString).jsonl"
    try Data("{\"expr\":\"1\"}\nnonsense\n".utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let report = FileReport(path: path)
    #expect(report.total == 2)
    #expect(report.passed == 0)
  }
}
