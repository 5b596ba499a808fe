import Foundation
import RoadmapJournal
import Testing

/// What the fuzzer found worth keeping; `script/fuzz-json` starts from these files.
@Suite struct `Texts that the fuzzer kept` {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/JSON")

  static func names() throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.isEmpty ? { throw CocoaError(.fileNoSuchFile) }() : names
  }

  @Test(arguments: try names())
  func `a text is refused at a place in it, or has one form that is read again`(
    name: String
  ) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
    do throws(JSONError) {
      let value = try JSONValue(parsing: bytes)
      let canonical = value.canonicalBytes
      let again = try JSONValue(parsing: canonical)
      #expect(again == value && again.canonicalBytes == canonical)
    } catch {
      #expect((0...bytes.count).contains(error.offset))
    }
  }
}
