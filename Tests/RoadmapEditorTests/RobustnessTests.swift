import Foundation
import Testing

@testable import RoadmapEditor

@Test(arguments: ["library-opening.yaml", "school-support-2018-2020.yaml"])
func `whatever is typed and asked, the server answers`(name: String) throws {
  let desk = try Desk.withShippedRoadmaps()
  try desk.open(name)
  var numbers = SplitMix(state: 11)
  let pieces = [
    "", " ", "\n", ":", "- ", "[", "{", "}", "\"", "'", "&a", "*a", "#", "|", "owner", "measure.",
    "\t", "\u{1F600}", "role:", "x: ", "\r\n", "measure.owners.exists(p, p.",
  ]
  let requests = [
    "textDocument/hover", "textDocument/definition", "textDocument/references",
    "textDocument/documentHighlight", "textDocument/completion", "textDocument/prepareRename",
    "textDocument/rename", "textDocument/documentSymbol", "workspace/symbol",
  ]
  func position() -> TextPosition {
    TextPosition(
      line: Int.random(in: -1...520, using: &numbers),
      character: Int.random(in: -2...120, using: &numbers))
  }
  for _ in 0..<40 {
    let start = position()
    let length = Int.random(in: 0...3, using: &numbers)
    let end = TextPosition(line: start.line, character: start.character + length)
    let piece = pieces.randomElement(using: &numbers) ?? ""
    desk.change(name, TextRange(start: start, end: end), piece)
    for _ in 0..<4 {
      let method = requests.randomElement(using: &numbers) ?? ""
      let answer = desk.ask(
        method, at: position(), in: name, ["newName": "other", "query": "a"])
      let refusal = answer["code"].integer
      #expect(refusal == nil || refusal == -32803, "\(method): \(answer)")
    }
  }
}

@Test func `messages without what they need are refused, and nothing breaks`() throws {
  let desk = try Desk()
  for params: JSON in [.null, .object([:]), .array([]), ["textDocument": ["uri": 5]]] {
    for method in ["didOpen", "didChange", "didClose", "didSave"] {
      desk.tell("textDocument/" + method, params)
    }
    desk.tell("workspace/didChangeWatchedFiles", params)
    let answer = desk.ask("textDocument/hover", params)
    #expect(answer["code"] == -32600)
  }
  let nowhere = desk.ask(
    "textDocument/hover", at: TextPosition(line: 0, character: 0), in: "none.yaml")
  #expect(nowhere == .null)
}
