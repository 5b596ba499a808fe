import Bilingual
import RoadmapModel
import SourceDiagnostics
import YAMLSource

extension Reader {
  /// Reads kinds once all lifecycles are read.
  mutating func readKinds(_ entries: [(name: Symbol, place: Place, value: Place)]) {
    let order = Dictionary(
      entries.enumerated().map { ($1.name, KindIndex($0)) }, uniquingKeysWith: { first, _ in first }
    )
    for entry in entries {
      kinds.define(entry.name, kind(entry, among: order), at: entry.value)
    }
  }

  /// A kind with errors is kept without a lifecycle, so that its measures can still be checked.
  private mutating func kind(
    _ entry: (name: Symbol, place: Place, value: Place), among order: [Symbol: KindIndex]
  ) -> Kind {
    let id = symbols.string(entry.name)
    guard let record = record(entry.value, as: .kind, anchor: entry.place) else {
      return Kind(id: id, title: id, lifecycle: nil, follows: nil)
    }
    let value = { (self: Reader, word: Word) in self.value(record, RecordShape.kind.slot(of: word))
    }
    let title = value(self, .title).map(text)
    let lifecycle = value(self, .lifecycle).flatMap {
      resolve($0, among: lifecycles, .lifecycle).index
    }
    var follows: KindIndex?
    if let place = value(self, .follows), let name = symbol(place) {
      follows = order[name]
      if follows == nil {
        let known = comparable(kinds.order)
        report(.unknown(.kind, text(place), at: span(place), known: known))
      }
    }
    var kind = Kind(id: id, title: title ?? id, lifecycle: lifecycle, follows: follows)
    if let place = value(self, .powers) { kind.powers = powers(place) }
    return kind
  }
}
