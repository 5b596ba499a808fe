extension LanguageServer {
  /// Takes in what the client tells of its documents.
  mutating func noticeDocument(_ method: String, _ params: JSON) {
    switch method {
    case "textDocument/didOpen":
      let document = params["textDocument"]
      guard let path = path(of: document), let text = document["text"].string else { return }
      let version = document["version"].integer ?? 0
      workspace.didOpen(path, TextDocument(text: text, version: version))
    case "textDocument/didChange": noticeChange(params)
    case "textDocument/didClose":
      if let path = path(of: params["textDocument"]) { workspace.didClose(path) }
    case "textDocument/didSave": break
    case "workspace/didChangeWatchedFiles":
      for change in params["changes"].array {
        if let path = change["uri"].string.flatMap(FileURI.path) {
          workspace.didChangeOnDisk(path)
        }
      }
    case "workspace/didChangeWorkspaceFolders":
      let added = params["event"]["added"].array.compactMap { $0["uri"].string }
      workspace.folders += added.compactMap(FileURI.path)
    default: break
    }
  }

  private mutating func noticeChange(_ params: JSON) {
    guard let path = path(of: params["textDocument"]) else { return }
    let changes = params["contentChanges"].array.compactMap { change -> TextDocument.Change? in
      guard let text = change["text"].string else { return nil }
      // A range that cannot be read would put the text in the wrong place.
      guard change["range"].isNull || TextRange(change["range"]) != nil else { return nil }
      return TextDocument.Change(range: TextRange(change["range"]), text: text)
    }
    let version = params["textDocument"]["version"].integer ?? 0
    let encoding = encoding
    workspace.didChange(path) { $0.apply(changes, version: version, in: encoding) }
  }

  /// The path of the file that a document stands for.
  func path(of document: JSON) -> String? { document["uri"].string.flatMap(FileURI.path) }

  /// The file of a request as each roadmap has it that the file belongs to.
  mutating func views(_ params: JSON) -> [View] {
    guard let path = path(of: params["textDocument"]) else { return [] }
    return workspace.roadmaps(of: path).compactMap { roadmap in
      View(path, of: roadmap, open: workspace.open, encoding, language)
    }
  }
}
