import Bilingual
import SourceDiagnostics
import YAMLSource

/// The values of a mapping with known keys, by key.
struct Record {
  /// The mapping.
  let place: Place
  /// The position of each key of the shape to its value's node; -1 where it is absent, -2 where
  /// it is of the wrong form. No shape has more keys than fit; a test counts them.
  var nodes = InlineArray<24, Int32>(repeating: -1)
  /// The name that positions the record's own problems: its first key or the name above it.
  var anchor: Place
}

extension Reader {
  /// Reads a mapping with known keys: reports unknown, missing and malformed ones.
  ///
  /// `anchor` is where a missing key is reported when the mapping itself has no key to show.
  mutating func record(
    _ place: Place, as shape: RecordShape, anchor: Place? = nil
  ) -> Record? {
    let tree = tree(place)
    let node = tree.resolved(place.node)
    guard tree.kind(node) == .mapping else {
      if shape.mayBeEmpty, tree.isNull(node) { return Record(place: place, anchor: place) }
      report(.wrongType(of: shape, at: place.node, in: tree, symbols))
      return nil
    }
    var record = Record(place: place, anchor: anchor ?? place)
    var isFirst = anchor == nil
    var unknownKeys: [NodeID] = []
    for (key, value) in tree.entries(of: node) {
      if isFirst { record.anchor = Place(tree: place.tree, node: key) }
      isFirst = false
      guard let name = tree.scalar(key) else { continue }
      guard let slot = shape.slot(ofWordAt: name.id) else {
        unknownKeys.append(key)
        continue
      }
      let isWellFormed =
        tree.fits(value, shape.forms[slot].value, items: shape.forms[slot].items)
        || fits(value, in: tree, shape.keys[slot].value)
        || hasUsableItems(value, in: tree, as: shape.keys[slot])
      record.nodes[slot] = isWellFormed ? value.index : -2
    }
    if !unknownKeys.isEmpty { report(unknownKeys, of: tree, shape, in: &record) }
    reportMissing(of: record, shape)
    return record
  }

  /// Reports keys that the language does not know here. A key that one of them was probably meant
  /// to be counts as malformed, so that nobody is told that it is missing, too.
  private mutating func report(
    _ keys: [NodeID], of tree: YAMLTree, _ shape: RecordShape, in record: inout Record
  ) {
    for key in keys {
      let name = tree.scalar(key).map(symbols.string) ?? ""
      let meant = shape.wordMeant(by: name)
      // What a merge key would have brought is unknown, and YAML has reported it.
      let isMerge = name == "<<"
      for slot in shape.keys.indices where record.nodes[slot] == -1 {
        if isMerge || meant == shape.keys[slot].word { record.nodes[slot] = -2 }
      }
      if !isMerge { report(.unknownKey(name, at: tree.span(key), in: shape)) }
    }
  }

  private mutating func reportMissing(of record: Record, _ shape: RecordShape) {
    var missing: [KeyShape] = []
    for slot in shape.required where record.nodes[slot] == -1 {
      missing.append(shape.keys[slot])
    }
    if !missing.isEmpty { report(.missingKeys(missing, of: shape, at: span(record.anchor))) }
  }

  /// The value of a key, where it is present and of the right form.
  func value(_ record: Record, _ slot: Int?) -> Place? {
    guard let slot, record.nodes[slot] >= 0 else { return nil }
    return Place(tree: record.place.tree, node: NodeID(index: record.nodes[slot]))
  }

  /// Whether a key is present, if only with a malformed value.
  func isPresent(_ record: Record, _ slot: Int?) -> Bool {
    slot.map { record.nodes[$0] != -1 } ?? false
  }

  /// Reports what is wrong with the form of a value; answers whether it is a list, as it should
  /// be, of which some items may do.
  private mutating func hasUsableItems(
    _ node: NodeID, in tree: YAMLTree, as key: KeyShape
  ) -> Bool {
    if tree.kind(node) == .sequence {
      switch key.value {
      case .oneOrMore(let item), .list(let item):
        checkItems(of: node, in: tree, against: item, of: key)
        return true
      default: break
      }
    }
    report(.wrongType(of: key, at: node, in: tree, symbols))
    return false
  }

  private mutating func checkItems(
    of node: NodeID, in tree: YAMLTree, against item: Shape, of key: KeyShape
  ) {
    for part in tree.items(of: tree.resolved(node)) where !fits(part, in: tree, item) {
      report(
        .wrongType(ofItemOf: key, expected: item.expectation, at: part, in: tree, symbols))
    }
  }

  /// Whether a value has the form, without looking into mappings, which their readers check.
  private func fits(_ written: NodeID, in tree: YAMLTree, _ shape: Shape) -> Bool {
    let node = tree.resolved(written)
    switch shape {
    case .text, .reference: return tree.isFilledScalar(node)
    case .flag: return tree.bool(node) != nil
    case .integer: return tree.integer(node) != nil
    case .list(let item):
      return tree.kind(node) == .sequence
        && tree.items(of: node).allSatisfy { fits($0, in: tree, item) }
    case .oneOrMore(let item):
      return tree.kind(node) == .sequence
        ? tree.items(of: node).allSatisfy { fits($0, in: tree, item) }
        : fits(node, in: tree, item)
    case .named, .numbered: return tree.kind(node) == .mapping
    case .record(let name):
      return tree.kind(node) == .mapping || (name.shape.mayBeEmpty && tree.isNull(node))
    case .either(let short, let long):
      return fits(node, in: tree, short) || fits(node, in: tree, long)
    }
  }
}

extension YAMLTree {
  /// Whether a node is a single value other than null.
  fileprivate func isFilledScalar(_ node: NodeID) -> Bool { filledScalar(node) != nil }

  /// Whether a value is seen at once to have one of `forms`, or to be a list whose items have one
  /// of `items`.
  @inline(__always)
  fileprivate func fits(_ node: NodeID, _ forms: ValueForms, items: ValueForms) -> Bool {
    guard kind(node) == .sequence else { return has(forms, node) }
    return !items.isEmpty && self.items(of: node).allSatisfy { has(items, $0) }
  }

  @inline(__always)
  private func has(_ forms: ValueForms, _ node: NodeID) -> Bool {
    switch kind(node) {
    case .scalar: forms.contains(.text) && !isNull(node)
    case .mapping: forms.contains(.mapping)
    case .sequence: false
    }
  }
}
