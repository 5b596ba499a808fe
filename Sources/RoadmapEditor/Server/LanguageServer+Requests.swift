extension LanguageServer {
  /// Answers a request about documents.
  mutating func answerRequest(
    _ method: String, _ params: JSON
  ) throws(ResponseError) -> JSON {
    switch method {
    case "workspace/symbol": return workspaceSymbols(matching: params["query"].string ?? "")
    case "textDocument/documentSymbol": return views(params).first?.documentSymbols ?? .null
    case "textDocument/semanticTokens/full": return views(params).first?.semanticTokens ?? .null
    case "textDocument/codeLens":
      return .array(views(params).first?.codeLenses(runStates) ?? [])
    case "textDocument/codeAction": return try codeActions(params)
    case "textDocument/formatting": return try formatting(params)
    default: return try answerAtPosition(method, params)
    }
  }

  private mutating func answerAtPosition(
    _ method: String, _ params: JSON
  ) throws(ResponseError) -> JSON {
    let handlers = [
      "textDocument/hover", "textDocument/definition", "textDocument/references",
      "textDocument/documentHighlight", "textDocument/completion", "textDocument/prepareRename",
      "textDocument/rename",
    ]
    guard handlers.contains(method) else { throw .unknownMethod(method) }
    guard let position = TextPosition(params["position"]) else { throw .invalidRequest }
    if method == "textDocument/completion" { return completion(params, at: position) }
    let views = views(params)
    guard let view = views.first else { return .null }
    switch method {
    case "textDocument/hover": return view.hover(at: position) ?? .null
    case "textDocument/definition": return view.definition(at: position) ?? .null
    case "textDocument/references":
      let isWhole = params["context"]["includeDeclaration"].bool ?? true
      return .array(View.references(at: position, in: views, withDeclaration: isWhole))
    case "textDocument/documentHighlight": return .array(view.highlights(at: position))
    case "textDocument/prepareRename": return try view.prepareRename(at: position)
    default:
      return try View.rename(at: position, in: views, to: params["newName"].string ?? "")
    }
  }

  private mutating func workspaceSymbols(matching query: String) -> JSON {
    var seen: Set<JSON> = []
    var found: [JSON] = []
    for roadmap in workspace.everything() {
      let view = View(roadmap.path, of: roadmap, open: workspace.open, encoding, language)
      for symbol in view?.symbols(matching: query) ?? [] where seen.insert(symbol).inserted {
        found.append(symbol)
      }
    }
    return .array(found)
  }

  private mutating func completion(_ params: JSON, at position: TextPosition) -> JSON {
    guard let path = path(of: params["textDocument"]) else { return .null }
    let view = views(params).first
    guard let lines = view?.lines ?? workspace.open[path]?.lines else { return .null }
    let completion = Completion(
      lines: lines, view: view, isRoot: RootSearch.isRoot(lines.bytes), encoding: encoding,
      language: language)
    return ["isIncomplete": false, "items": .array(completion.items(at: position))]
  }
}
