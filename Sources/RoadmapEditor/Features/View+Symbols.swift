import RoadmapLanguage
import SourceDiagnostics

extension View {
  /// What the file declares, things inside of others below them.
  var documentSymbols: JSON {
    let declarations = index.declarations(in: file).sorted { left, right in
      (left.extent.start, right.extent.end) < (right.extent.start, left.extent.end)
    }
    var open: [(occurrence: Mention, symbol: [String: JSON], children: [JSON])] = []
    var roots: [JSON] = []
    func close() {
      guard var last = open.popLast() else { return }
      if !last.children.isEmpty { last.symbol["children"] = .array(last.children) }
      if open.isEmpty {
        roots.append(.object(last.symbol))
      } else {
        open[open.count - 1].children.append(.object(last.symbol))
      }
    }
    for occurrence in declarations {
      while let last = open.last, last.occurrence.extent.end <= occurrence.extent.start { close() }
      if let symbol = symbol(occurrence) { open.append((occurrence, symbol, [])) }
    }
    while !open.isEmpty { close() }
    return .array(roots)
  }

  private func symbol(_ occurrence: Mention) -> [String: JSON]? {
    guard let whole = range(occurrence.extent), let name = range(occurrence.span) else {
      return nil
    }
    let isSection = occurrence.entity.kind == .section
    return [
      "name": .string(
        isSection && !occurrence.title.isEmpty ? occurrence.title : occurrence.entity.name),
      "detail": .string(isSection ? "" : occurrence.title),
      "kind": .integer(occurrence.entity.kind.symbolKind), "range": whole.json,
      "selectionRange": name.json,
    ]
  }

  /// What the roadmap declares whose id or title has `query` in it.
  func symbols(matching query: String) -> [JSON] {
    let query = query.lowercased()
    return index.occurrences.filter { occurrence in
      occurrence.isDeclaration && occurrence.entity.kind != .section
        && (query.isEmpty || occurrence.entity.name.lowercased().contains(query)
          || occurrence.title.lowercased().contains(query))
    }.prefix(500).compactMap { occurrence in
      location(occurrence.span).map { location in
        [
          "name": .string(occurrence.entity.name), "containerName": .string(occurrence.title),
          "kind": .integer(occurrence.entity.kind.symbolKind), "location": location,
        ]
      }
    }
  }
}

extension EntityKind {
  /// The nearest of the kinds of symbols that the protocol has.
  var symbolKind: Int {
    switch self {
    case .roadmap, .section: 3  // Namespace
    case .file: 1  // File
    case .person: 13  // Variable
    case .role: 11  // Interface
    case .document: 20  // Key
    case .kind: 5  // Class
    case .lifecycle: 10  // Enum
    case .state: 22  // EnumMember
    case .transition: 24  // Event
    case .route: 12  // Function
    case .step: 6  // Method
    case .measure: 19  // Object
    case .rule: 25  // Operator
    case .variable: 14  // Constant
    case .table: 23  // Struct
    }
  }
}
