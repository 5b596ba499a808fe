import CEL
import CivilTime
import RoadmapModel
import SourceDiagnostics
import YAMLSource

/// What stands around a node: whose states, transitions and steps are meant.
struct Surroundings {
  var lifecycle: String?
  var route: String?
  /// What the columns of the decision table ask that is around: ids of these.
  var columns: [EntityKind?] = []
  /// Whether the decision table that is around gives routes.
  var givesRoutes = false
}

/// Walks the trees of a roadmap by the shapes of the language, and notes what is named where.
///
/// The depth of a walk is that of the tree, which the YAML reader limits.
struct Indexer {
  let compiled: CompiledRoadmap
  var occurrences: [Mention] = []
  var expressions: [ExpressionSite] = []
  private(set) var terms: [(span: SourceSpan, words: String)] = []
  let measures: MeasureDirectory
  var environments: [Rule.Target: Environment] = [:]

  init(_ compiled: CompiledRoadmap) {
    self.compiled = compiled
    measures = MeasureDirectory(compiled.roadmap)
  }

  var map: SourceMap { compiled.map }

  mutating func run() {
    for (position, tree) in map.trees.enumerated() {
      guard let root = tree.root else { continue }
      let place = Place(tree: Int32(truncatingIfNeeded: position), node: root)
      let isRoot = position == 0 && tree.file.index == 0
      walk(place, as: isRoot ? .rootFile : .includedFile, Surroundings())
    }
  }

  func tree(_ place: Place) -> YAMLTree { map.trees[Int(place.tree)] }

  func text(_ place: Place) -> String? { tree(place).scalar(place.node).map(map.symbols.string) }

  /// Walks a mapping with known keys.
  private mutating func walk(_ place: Place, as name: RecordName, _ around: Surroundings) {
    let tree = tree(place)
    guard tree.kind(place.node) == .mapping else { return }
    let shape = name.shape
    var around = around
    if name == .measure || name == .part {
      around.lifecycle = idOf(place).flatMap(measures.lifecycle)
    }
    if name == .dependency {
      around.lifecycle = value(.measure, of: place).flatMap(text).flatMap(measures.lifecycle)
    }
    if name == .table { around = surroundings(ofTable: place) }
    for (key, value) in tree.entries(of: place.node) {
      guard let word = tree.scalar(key), let slot = shape.slot(ofWordAt: word.id) else { continue }
      let key = shape.keys[slot]
      if name.role(of: key.word) == .cells {
        noteCells(Place(tree: place.tree, node: value), around)
        continue
      }
      visit(
        Place(tree: place.tree, node: value), key.value, name.role(of: key.word), in: place,
        of: name, around)
    }
  }

  private func idOf(_ place: Place) -> String? { value(.id, of: place).flatMap(text) }

  func value(_ word: Word, of place: Place) -> Place? {
    let tree = tree(place)
    for (key, value) in tree.entries(of: place.node)
    where tree.scalar(key)?.id == word.symbolID {
      return Place(tree: place.tree, node: value)
    }
    return nil
  }

  /// Walks the value of a key.
  private mutating func visit(
    _ place: Place, _ shape: Shape, _ role: ValueRole, in record: Place, of name: RecordName,
    _ around: Surroundings
  ) {
    let tree = tree(place)
    // What an alias stands for is noted where it is written.
    let isAlias = tree.resolved(place.node) != place.node
    switch tree.kind(place.node) {
    case .sequence where isAlias, .mapping where isAlias: return
    case .scalar:
      guard !tree.isNull(place.node) else { return }
      note(place, role, in: record, of: name, around)
    case .sequence:
      for item in tree.items(of: place.node) {
        visit(
          Place(tree: place.tree, node: item), shape.item, role, in: record, of: name, around)
      }
    case .mapping: visitMapping(place, shape, role, around)
    }
  }

  private mutating func visitMapping(
    _ place: Place, _ shape: Shape, _ role: ValueRole, _ around: Surroundings
  ) {
    if shape.isNumbered, role == .principal {
      let tree = tree(place)
      for (key, _) in tree.entries(of: place.node) where tree.scalar(key) != nil {
        let key = Place(tree: place.tree, node: key)
        if let name = text(key) { notePrincipal(name, at: key) }
      }
      return
    }
    guard case .named(let inner) = shape else {
      guard let name = shape.record(fitting: { value($0, of: place) != nil }) else { return }
      if name == .section { noteSection(place) }
      return walk(place, as: name, around)
    }
    let tree = tree(place)
    for (key, value) in tree.entries(of: place.node) {
      let key = Place(tree: place.tree, node: key)
      let value = Place(tree: place.tree, node: value)
      noteEntry(key, value, role, around)
      var around = around
      if role == .declares(.lifecycle) { around.lifecycle = text(key) }
      if role == .declares(.route) { around.route = text(key) }
      guard tree.kind(value.node) == .mapping,
        let name = inner.record(fitting: { self.value($0, of: value) != nil })
      else { continue }
      walk(value, as: name, around)
    }
  }
}

extension Shape {
  /// Whether a mapping of this shape holds whole numbers under ids.
  fileprivate var isNumbered: Bool {
    switch self {
    case .numbered: true
    case .either(let short, let long): short.isNumbered || long.isNumbered
    default: false
    }
  }

  /// What an item of a list of this shape looks like.
  fileprivate var item: Shape {
    switch self {
    case .list(let item), .oneOrMore(let item): item
    default: self
    }
  }

  /// The mapping that a value of this shape is, of which `has` tells the keys.
  fileprivate func record(fitting has: (Word) -> Bool) -> RecordName? {
    switch self {
    case .record(let name): return name
    case .list(let item), .oneOrMore(let item): return item.record(fitting: has)
    case .either(let short, let long):
      let names = [short, long].compactMap { $0.record(fitting: has) }
      let whole = names.last { name in
        name.shape.keys.filter(\.isRequired).contains { has($0.word) }
      }
      return whole ?? names.first
    default: return nil
    }
  }
}

// MARK: - Noting what is named

extension Indexer {
  private mutating func noteEntry(
    _ key: Place, _ value: Place, _ role: ValueRole, _ around: Surroundings
  ) {
    guard let name = text(key) else { return }
    switch role {
    case .declares(let kind):
      if kind == .variable, let source = text(value) {
        noteExpression(source, of: value, about: .measure, around)
      }
      let titles = [Word.title, .name].compactMap { self.value($0, of: value) }
      let title = kind == .role ? text(value) : titles.first.flatMap(text)
      declare(kind, name, at: key, extent: value, around, title: title ?? "")
    case .override:
      if let lifecycle = around.lifecycle {
        add(Entity(.transition, name, of: lifecycle), at: key, name)
      }
      if let route = text(value), !tree(value).isNull(value.node) {
        add(Entity(.route, route), at: value, route)
      }
    case .refers(let kind): add(Entity(kind, name), at: key, name)
    case .principal: notePrincipal(name, at: key)
    default: break
    }
  }

  private mutating func declare(
    _ kind: EntityKind, _ name: String, at key: Place, extent: Place, _ around: Surroundings,
    title: String
  ) {
    let owner =
      switch kind {
      case .state, .transition: around.lifecycle ?? ""
      case .step: around.route ?? ""
      default: ""
      }
    let (span, isLiteral) = names(key, name)
    let whole = tree(extent).span(extent.node)
    let extent = SourceSpan(
      file: span.file, start: min(span.start, whole.start), end: max(span.end, whole.end))
    occurrences.append(
      Mention(
        entity: Entity(kind, name, of: owner), span: span, isDeclaration: true, extent: extent,
        isLiteral: isLiteral, title: title))
  }

  private mutating func noteSection(_ place: Place) {
    let title = [Word.number, .title].compactMap { value($0, of: place).flatMap(text) }
    let span = tree(place).span(place.node)
    let heading = value(.title, of: place).map { tree($0).span($0.node) } ?? span
    occurrences.append(
      Mention(
        entity: Entity(.section, "\(span.file.index):\(span.start)"), span: heading,
        isDeclaration: true, extent: span, isLiteral: false, title: title.joined(separator: ". ")))
  }

  /// Notes a single value.
  private mutating func note(
    _ place: Place, _ role: ValueRole, in record: Place, of name: RecordName,
    _ around: Surroundings
  ) {
    guard let text = text(place) else { return }
    switch role {
    case .plain, .override, .cells: break
    case .declares(let kind):
      let title = value(.title, of: record).flatMap(self.text) ?? ""
      declare(kind, text, at: place, extent: record, around, title: title)
    case .refers(.measure): noteMeasure(text, at: place)
    case .refers(.state):
      guard let lifecycle = around.lifecycle else { return }
      add(Entity(.state, text, of: lifecycle), at: place, text)
    case .refers(.file): noteFile(text, at: place)
    case .refers(let kind): add(Entity(kind, text), at: place, text)
    case .principal:
      // `delegate` takes a flag in place of people.
      guard tree(place).bool(place.node) == nil else { return }
      notePrincipal(text, at: place)
    case .party:
      guard text != Word.requesterWord, let route = around.route else { return }
      add(Entity(.step, text, of: route), at: place, text)
    case .duty: noteDuty(text, at: place)
    case .condition(let target):
      noteExpression(text, of: place, about: target ?? self.target(of: record), around)
    case .message:
      for case .expression(let source, let offset) in MessageTemplate(text).parts {
        noteExpression(source, at: offset, of: place, about: self.target(of: record), around)
      }
    case .outcome:
      if around.givesRoutes { add(Entity(.route, text), at: place, text) }
    case .calendar:
      if !WorkingCalendar.shipped.contains(where: { $0.name == text }) { noteFile(text, at: place) }
    case .term: terms.append((tree(place).span(place.node), text))
    }
  }

  private mutating func noteMeasure(_ text: String, at place: Place) {
    let id = measures.id(for: text)
    add(Entity(.measure, id ?? text), at: place, text, isLiteral: id == nil || id == text)
  }

  /// Notes what a duty names: a transition of each lifecycle that has it, or a route and its step.
  private mutating func noteDuty(_ text: String, at place: Place) {
    let cycles = compiled.roadmap.lifecycles.filter { $0.transition(named: text) != nil }
    for cycle in cycles {
      add(Entity(.transition, text, of: cycle.id), at: place, text, isLiteral: cycles.count == 1)
    }
    let (span, isLiteral) = names(place, text)
    for route in compiled.roadmap.routes
    where route.origin == nil && text.utf8.starts(with: "\(route.id).".utf8) {
      let id = String(decoding: text.utf8.dropFirst(route.id.utf8.count + 1), as: UTF8.self)
      guard route.step(named: id) != nil else { continue }
      let dot = span.start + UInt32(truncatingIfNeeded: route.id.unicodeScalars.count)
      let (first, second) =
        isLiteral
        ? (
          SourceSpan(file: span.file, start: span.start, end: dot),
          SourceSpan(file: span.file, start: dot + 1, end: span.end)
        ) : (span, span)
      append(Entity(.route, route.id), at: first, isLiteral: isLiteral)
      append(Entity(.step, id, of: route.id), at: second, isLiteral: isLiteral)
    }
  }

  private mutating func noteFile(_ text: String, at place: Place) {
    let file = tree(place).file
    let sources = compiled.sources
    guard sources.indices.contains(Int(file.index)),
      case .success(let path) = Reader.path(text, from: sources[Int(file.index)].path)
    else { return }
    add(Entity(.file, path), at: place, text, isLiteral: false)
  }

  private mutating func notePrincipal(_ text: String, at place: Place) {
    if ["owner", "lead", Word.requesterWord, "true", "false"].contains(text) { return }
    let prefix = "role:"
    guard text.utf8.starts(with: prefix.utf8) else {
      return add(Entity(.person, text), at: place, text)
    }
    let id = String(text.dropFirst(prefix.count))
    let (span, isLiteral) = names(place, text)
    guard isLiteral else { return add(Entity(.role, id), at: place, text, isLiteral: false) }
    let start = span.start + UInt32(truncatingIfNeeded: prefix.count)
    append(
      Entity(.role, id), at: SourceSpan(file: span.file, start: start, end: span.end),
      isLiteral: true)
  }

  private mutating func add(
    _ entity: Entity, at place: Place, _ text: String, isLiteral: Bool = true
  ) {
    let (span, isWrittenSo) = names(place, text)
    append(entity, at: span, isLiteral: isLiteral && isWrittenSo)
  }

  mutating func append(_ entity: Entity, at span: SourceSpan, isLiteral: Bool) {
    occurrences.append(
      Mention(
        entity: entity, span: span, isDeclaration: false, extent: span, isLiteral: isLiteral,
        title: ""))
  }

  /// Where a name stands without its quotes, and whether it is written there as it reads.
  private func names(_ place: Place, _ text: String) -> (SourceSpan, isLiteral: Bool) {
    let tree = tree(place)
    let span = tree.span(place.node)
    let length = UInt32(truncatingIfNeeded: text.unicodeScalars.count)
    guard tree.resolved(place.node) == place.node else { return (span, false) }
    switch tree.style(place.node) {
    case .plain: return (span, span.end - span.start == length)
    case .singleQuoted, .doubleQuoted:
      guard span.end - span.start == length + 2 else { return (span, false) }
      return (SourceSpan(file: span.file, start: span.start + 1, end: span.end - 1), true)
    case .literal, .folded: return (span, false)
    }
  }
}
