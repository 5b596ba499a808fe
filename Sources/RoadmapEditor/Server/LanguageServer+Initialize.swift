import Bilingual

extension LanguageServer {
  /// Takes in what the client can do, and tells what this server does.
  mutating func initialize(_ params: JSON) -> JSON {
    chooseEncoding(params["capabilities"]["general"]["positionEncodings"])
    let wanted = params["initializationOptions"]["language"].string ?? params["locale"].string
    if let wanted, let found = Language(rawValue: String(wanted.lowercased().prefix(2))) {
      language = found
    }
    var folders = params["workspaceFolders"].array.compactMap { $0["uri"].string }
    if folders.isEmpty, let root = params["rootUri"].string { folders = [root] }
    workspace.folders = folders.compactMap(FileURI.path)
    return [
      "capabilities": capabilities, "serverInfo": ["name": "vekha", "version": "0.1.0"],
    ]
  }

  /// Takes the cheapest of the encodings that the client offers.
  private mutating func chooseEncoding(_ offered: JSON) {
    let known = offered.array.compactMap(\.string).compactMap(PositionEncoding.init)
    if known.contains(.utf8) {
      encoding = .utf8
    } else if known.contains(.utf32), !known.contains(.utf16) {
      encoding = .utf32
    }
  }

  private var capabilities: JSON {
    [
      "positionEncoding": .string(encoding.rawValue),
      "textDocumentSync": ["openClose": true, "change": 2, "save": true],
      "hoverProvider": true, "definitionProvider": true, "referencesProvider": true,
      "documentHighlightProvider": true, "documentSymbolProvider": true,
      "workspaceSymbolProvider": true, "renameProvider": ["prepareProvider": true],
      "documentFormattingProvider": true, "codeLensProvider": .object([:]),
      "codeActionProvider": ["codeActionKinds": ["quickfix"]],
      "semanticTokensProvider": [
        "legend": ["tokenTypes": .array(View.tokenTypes), "tokenModifiers": []], "full": true,
      ],
      "completionProvider": ["triggerCharacters": [".", ":", " ", "[", "\"", "-"]],
    ]
  }
}
