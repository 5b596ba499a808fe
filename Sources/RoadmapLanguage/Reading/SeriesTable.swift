import CivilTime
import RoadmapModel

/// The recurring measures of a roadmap and their occurrences, while measures are being read.
struct SeriesTable {
  /// One occurrence.
  struct Item {
    /// The recurring measure.
    let parent: MeasureIndex
    /// The occurrence before it.
    let previous: MeasureIndex?
    let turn: Turn
  }

  /// A dependency that a recurring measure hands on to its occurrences, and where it stands.
  struct Handed {
    let dependency: Dependency
    let place: Place
  }

  /// What each occurrence is.
  private(set) var occurrences: [MeasureIndex: Item] = [:]
  /// The occurrences of each recurring measure, in order.
  private(set) var items: [MeasureIndex: [MeasureIndex]] = [:]
  /// What recurring measures hand on.
  var handed: [MeasureIndex: [Handed]] = [:]

  /// Makes a measure recurring.
  mutating func open(_ measure: MeasureIndex) { items[measure] = [] }

  mutating func add(_ turn: Turn, at index: MeasureIndex, of parent: MeasureIndex) {
    occurrences[index] = Item(parent: parent, previous: items[parent]?.last, turn: turn)
    items[parent, default: []].append(index)
  }

  /// Whether a measure comes again.
  func isRecurring(_ measure: MeasureIndex) -> Bool { !items.isEmpty && items[measure] != nil }

  /// The occurrences of `predecessor` that an occurrence comes after: that of the same turn, else
  /// those whose turns lie in its own, else the last one that ends no later than it does. After its
  /// own measure an occurrence comes once the one before it has.
  func matches(of item: Item, in predecessor: MeasureIndex) -> [MeasureIndex] {
    guard predecessor != item.parent else { return item.previous.map { [$0] } ?? [] }
    let others = (items[predecessor] ?? []).compactMap { index in
      occurrences[index].map { (index: index, period: $0.turn.period) }
    }
    let own = item.turn.period
    let same = others.filter { $0.period == own }
    if !same.isEmpty { return same.map(\.index) }
    let inside = others.filter { $0.period.lies(in: own) }
    if !inside.isEmpty { return inside.map(\.index) }
    let earlier = others.last { other in
      guard let last = own.to, let end = other.period.to else { return false }
      return end <= last
    }
    return earlier.map { [$0.index] } ?? []
  }
}

extension Period {
  fileprivate func lies(in other: Period) -> Bool {
    guard let last = to ?? from else { return false }
    return (from ?? last) >= other.from ?? .earliest && last <= other.to ?? .latest
  }
}
