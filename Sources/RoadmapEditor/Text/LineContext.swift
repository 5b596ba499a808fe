import RoadmapLanguage

/// What is being written at a place of a file, told from its lines alone: while somebody types, the
/// file is often no YAML.
struct LineContext {
  /// The way from the root of the file to the mapping or list that the place is in.
  private(set) var container: [PathStep] = []
  /// The key whose value is being written, or the key itself where the whole word was asked for.
  private(set) var key: String?
  /// Whether a value is being written, rather than a key or an item.
  private(set) var isValue = false
  /// What of the word is there already, up to the place.
  private(set) var prefix = ""
  /// The keys that the mapping has already.
  private(set) var siblings: Set<String> = []
  /// All of the value up to the place, for expressions.
  private(set) var value = ""

  private let lines: LineIndex
  /// How far up and down is looked for what surrounds the place.
  private static let reach = 20_000

  /// Looks at the place at `position`; with `wholeWord` at the key of its line, wherever in the
  /// line the place is.
  init(
    _ lines: LineIndex, at position: TextPosition, in encoding: PositionEncoding,
    wholeWord: Bool = false
  ) {
    self.lines = lines
    let line = min(max(position.line, 0), lines.lineCount - 1)
    let start = lines.byteRange(ofLine: line).lowerBound
    let byte = lines.place(of: position, in: encoding).byte
    let whole = LineParts(lines.line(line))
    let written = String(decoding: lines.bytes[start..<max(start, byte)], as: UTF8.self)
    let parts = LineParts(written)
    var flow = FlowReader()
    let opening = openingLine(of: line)
    if let opening {
      for other in opening..<line {
        flow.read(LineParts(lines.line(other)).rest(other == opening))
        flow.endLine()
      }
    }
    let first = opening ?? line
    let firstParts = opening.map { LineParts(lines.line($0)) } ?? parts
    flow.read(opening == nil ? parts.rest(true) : written)
    readBlock(firstParts, above: first, parts: opening == nil ? parts : firstParts)
    finish(flow, firstParts)
    if wholeWord, opening == nil, flow.isEmpty, let name = whole.key, !flow.hasEnded {
      key = name
      isValue = false
      if container.last == .key(name) { container.removeLast() }
    }
    if flow.isEmpty { siblings.formUnion(neighbours(of: first, firstParts)) }
  }

  /// The line at which the brackets were opened that are open where `line` begins.
  private func openingLine(of line: Int) -> Int? {
    var depth = 0
    var opening: Int?
    for other in max(0, line - 60)..<max(0, line) {
      depth = max(0, depth + LineParts.balance(of: lines.line(other)))
      if depth == 0 { opening = nil } else if opening == nil { opening = other }
    }
    return opening
  }

  /// Finds the keys and lists around a line, by how far they are indented.
  private mutating func readBlock(_ first: LineParts, above line: Int, parts: LineParts) {
    var path: [PathStep] = Array(repeating: .item, count: first.dashes.count)
    var column = first.dashes.first ?? first.column
    var isDash = !first.dashes.isEmpty
    var other = line - 1
    let last = max(0, line - Self.reach)
    while other >= last, column > 0 || isDash {
      let above = LineParts(lines.line(other))
      other -= 1
      guard above.hasContent else { continue }
      if let name = above.key, above.column < column || (isDash && above.column == column) {
        path.insert(.key(name), at: 0)
        (column, isDash) = (above.column, false)
      }
      for dash in above.dashes.reversed() where dash < column {
        path.insert(.item, at: 0)
        (column, isDash) = (dash, true)
      }
    }
    container = path
  }

  /// Adds what the brackets on the line are about, and what stands in them.
  private mutating func finish(_ flow: FlowReader, _ first: LineParts) {
    prefix = flow.word
    value = flow.value
    if let name = flow.blockKey {
      if flow.isEmpty {
        (key, isValue) = (name, true)
        return
      }
      container.append(.key(name))
    }
    for (position, frame) in flow.frames.enumerated() {
      if frame.isList { container.append(.item) }
      let isLast = position == flow.frames.count - 1
      if isLast { siblings = frame.keys }
      guard let name = frame.key else { continue }
      if isLast { (key, isValue) = (name, true) } else { container.append(.key(name)) }
    }
  }

  /// The keys beside a line, in the same mapping.
  private func neighbours(of line: Int, _ first: LineParts) -> Set<String> {
    var found: Set<String> = []
    for step in [-1, 1] {
      if step < 0, !first.dashes.isEmpty { continue }
      var other = line + step
      while other >= 0, other < lines.lineCount, abs(other - line) < Self.reach {
        let parts = LineParts(lines.line(other))
        other += step
        guard parts.hasContent else { continue }
        if parts.column == first.column, let name = parts.key { found.insert(name) }
        let start = parts.dashes.first ?? parts.column
        if start < first.column {
          // The first key of an item stands behind its dash.
          break
        }
      }
    }
    return found
  }
}
