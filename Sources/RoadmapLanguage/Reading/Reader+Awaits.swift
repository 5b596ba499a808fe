import CivilTime
import RoadmapModel
import YAMLSource

extension Reader {
  /// Reads the documents that a measure awaits, with the windows that they open; answers whether
  /// all of them could be resolved.
  mutating func addDocuments(_ list: Place?, to table: inout Measures) -> Bool {
    var isWhole = true
    for item in items(list) {
      guard let (place, within) = awaited(item) else {
        isWhole = false
        continue
      }
      guard let document = resolve(place, among: documents, .document).index else {
        isWhole = false
        continue
      }
      if !table.addAwaited(document) {
        report(.repeatedEntry(text(place), in: .awaits, at: span(place)))
      } else if let within {
        table.addWindow(AwaitedWindow(document, within: within))
      }
    }
    return isWhole
  }

  /// Where an awaited document is named, and its window.
  private mutating func awaited(_ item: Place) -> (name: Place, within: DayCount?)? {
    guard tree(item).kind(tree(item).resolved(item.node)) == .mapping else { return (item, nil) }
    let shape = RecordShape.awaited
    guard let record = record(item, as: shape),
      let name = value(record, shape.slot(of: .document))
    else { return nil }
    return (name, value(record, shape.slot(of: .within)).flatMap { duration($0) })
  }
}
