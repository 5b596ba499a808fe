extension LanguageServer {
  /// The edit that gives an open document its usual layout; none where it has it already.
  func formatting(_ params: JSON) throws(ResponseError) -> JSON {
    guard let path = path(of: params["textDocument"]), let lines = workspace.open[path]?.lines
    else { return .null }
    switch Formatting.of(lines.bytes, path: path) {
    // Problems are shown anyway.
    case .invalid: return .null
    case .fault:
      throw .refused("formatting would have changed what the file says")
    case .formatted(let bytes):
      guard bytes != lines.bytes else { return [] }
      let whole = TextRange(
        start: TextPosition(line: 0, character: 0),
        end: lines.position(of: .max, in: encoding))
      let text = String(decoding: bytes, as: UTF8.self)
      return [["range": whole.json, "newText": .string(text)]]
    }
  }
}
