import RoadmapModel
import SourceDiagnostics
import YAMLSource

/// A measure that has been found but not read yet.
struct MeasureSite {
  /// Its mapping.
  let place: Place
  /// The section that it stands in.
  let section: SectionIndex
  /// The measure that it is a part of, by position among the sites.
  var parent: Int32?
  /// Whether it is an occurrence of the measure that it is a part of.
  var isOccurrence = false
}

private enum Slot {
  static let parts = RecordShape.measure.slot(of: .parts)
}

extension Reader {
  /// Finds all sections and measures, in the order of the document, and looks which keys each
  /// measure has, without reading what they say.
  ///
  /// The depth of nesting is limited by the YAML reader, so that recursion is safe here.
  mutating func findSections(_ place: Place?, under parent: SectionIndex?, into sites: inout Sites)
  {
    for item in mappings(place) {
      let shape = RecordShape.section
      guard let record = record(item, as: shape) else { continue }
      let number = value(record, shape.slot(of: .number)).map { text($0) } ?? ""
      let title = value(record, shape.slot(of: .title)).map { text($0) } ?? ""
      let index = SectionIndex(sections.count)
      sections.append(Section(number: number, title: title, parent: parent))
      map.sections.append(item)
      findContents(of: item, in: index, into: &sites)
    }
  }

  /// Reads `measures` and `sections` of a section in the order in which they are written.
  private mutating func findContents(
    of place: Place, in section: SectionIndex, into sites: inout Sites
  ) {
    let tree = tree(place)
    for (key, value) in tree.entries(of: tree.resolved(place.node)) {
      let child = Place(tree: place.tree, node: value)
      switch tree.scalar(key)?.id {
      case Word.measures.symbolID: findMeasures(child, in: section, parent: nil, into: &sites)
      case Word.sections.symbolID: findSections(child, under: section, into: &sites)
      default: break
      }
    }
  }

  private mutating func findMeasures(
    _ list: Place, in section: SectionIndex, parent: Int32?, into sites: inout Sites
  ) {
    let tree = tree(list)
    guard tree.kind(tree.resolved(list.node)) == .sequence else { return }
    for item in tree.items(of: tree.resolved(list.node)) {
      let node = tree.resolved(item)
      guard tree.kind(node) == .mapping else { continue }
      let position = Int32(truncatingIfNeeded: sites.all.count)
      let place = Place(tree: list.tree, node: item)
      let record = record(place, as: parent == nil ? .measure : .part)
      sites.append(MeasureSite(place: place, section: section, parent: parent), record)
      guard let record, isPresent(record, Slot.parts) else { continue }
      for (key, value) in tree.entries(of: node)
      where tree.scalar(key)?.id == Word.parts.symbolID {
        findMeasures(
          Place(tree: list.tree, node: value), in: section, parent: position, into: &sites)
      }
    }
  }

  /// The items of a list that are mappings; the others have been reported.
  func mappings(_ place: Place?) -> [Place] {
    guard let place else { return [] }
    let tree = tree(place)
    guard tree.kind(tree.resolved(place.node)) == .sequence else { return [] }
    return tree.items(of: tree.resolved(place.node)).lazy
      .filter { tree.kind(tree.resolved($0)) == .mapping }
      .map { Place(tree: place.tree, node: $0) }
  }
}

/// The measures of a roadmap in the order of the document, before they are read.
struct Sites {
  private(set) var all: [MeasureSite] = []
  /// The keys of each measure.
  private(set) var records: [Record?] = []

  /// Makes room for the measures that so many nodes usually make; room that is not used costs
  /// nothing, and growing copies all that is there.
  init(nodeCount: Int) {
    all.reserveCapacity(nodeCount / 16)
    records.reserveCapacity(nodeCount / 16)
  }

  mutating func append(_ site: MeasureSite, _ record: Record?) {
    all.append(site)
    records.append(record)
  }
}
