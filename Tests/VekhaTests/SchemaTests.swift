import Foundation
import Testing

@Suite struct `The schema for editors` {
  private func schema(_ line: String) throws -> [String: Any] {
    let answer = try Workplace().vekha(line)
    #expect(answer.exit == 0 && answer.err.isEmpty)
    return try answer.json()
  }

  @Test func `names its dialect, and describes every key in both languages`() throws {
    let schema = try schema("schema ")
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    for (name, definition) in definitions {
      let keys = try #require(definition["properties"] as? [String: [String: Any]])
      #expect(!keys.isEmpty, "\(name)")
      for (key, value) in keys {
        let description = try #require(value["description"] as? String)
        let wordings = description.split(separator: "\n")
        #expect(wordings.count == 2, "\(name).\(key)")
        #expect(wordings.last?.contains { ("а"..."я").contains($0) } == true, "\(name).\(key)")
      }
    }
  }

  @Test(arguments: [("schema ", "#/$defs/rootFile"), ("schema --included", "#/$defs/includedFile")])
  func `is about one kind of file, and every reference in it leads somewhere`(
    line: String, root: String
  ) throws {
    let schema = try schema(line)
    #expect(schema["$ref"] as? String == root)
    let definitions = try #require(schema["$defs"] as? [String: Any])
    var references: [String] = []
    var queue: [Any] = [schema]
    while let next = queue.popLast() {
      if let object = next as? [String: Any] {
        if let reference = object["$ref"] as? String { references.append(reference) }
        queue += object.values
      }
      if let array = next as? [Any] { queue += array }
    }
    #expect(references.count > 20)
    for reference in references {
      #expect(definitions[String(reference.dropFirst("#/$defs/".count))] != nil, "\(reference)")
    }
  }

  @Test func `says Russian first to those who speak it`() throws {
    let schema = try schema("schema --lang ru")
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    let description = try #require(definitions["measure"]?["description"] as? String)
    #expect(description == "мероприятие\n\na measure")
  }
}
