import Foundation
import Testing

@Suite struct `The language server as a process` {
  /// The messages that `vekha lsp` answers to some of a client's, which come all at once.
  private func talk(_ messages: [[String: Any]]) throws -> (exit: Int32, bodies: [[String: Any]]) {
    let place = try Workplace()
    var bytes = Data()
    for message in messages {
      let body = try JSONSerialization.data(withJSONObject: message)
      bytes += Data("Content-Length: \(body.count)\r\n\r\n".utf8) + body
    }
    try bytes.write(to: place.folder.appending(path: "messages"))
    let answer = try place.shell("\"$VEKHA\" " + "lsp --stdio < messages")
    let bodies = try answer.out.components(separatedBy: "Content-Length: ").dropFirst().map {
      part in
      let body = part.components(separatedBy: "\r\n\r\n").last ?? ""
      return try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any] ?? [:]
    }
    return (answer.exit, bodies)
  }

  @Test func `greets, answers, passes over what was taken back, and ends when told to`() throws {
    let capabilities = ["general": ["positionEncodings": ["utf-16", "utf-8"]]]
    let (exit, bodies) = try talk([
      [
        "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": ["capabilities": capabilities],
      ],
      ["jsonrpc": "2.0", "id": 2, "method": "workspace/symbol", "params": ["query": ""]],
      ["jsonrpc": "2.0", "id": "x", "method": "workspace/symbol", "params": ["query": ""]],
      ["jsonrpc": "2.0", "method": "$/cancelRequest", "params": ["id": "x"]],
      ["jsonrpc": "2.0", "id": 3, "method": "shutdown"],
      ["jsonrpc": "2.0", "method": "exit"],
    ])
    #expect(exit == 0)
    try #require(bodies.count == 4)
    let result = try #require(bodies[0]["result"] as? [String: Any])
    let chosen = try #require(result["capabilities"] as? [String: Any])
    #expect(chosen["positionEncoding"] as? String == "utf-8")
    #expect((bodies[1]["result"] as? [Any])?.isEmpty == true)
    #expect((bodies[2]["error"] as? [String: Any])?["code"] as? Int == -32800)
    #expect(bodies[3]["id"] as? Int == 3)
  }

  @Test func `ends with 1 when the client goes away without a word`() throws {
    #expect(try talk([]).exit == 1)
    let place = try Workplace()
    #expect(try place.vekha("lsp ").exit == 1)
  }
}
