import RoadmapModel
import YAMLSource

/// What measures are called: their ids, and their full numbers once somebody asks for one.
struct MeasureNames {
  /// The measure that each symbol is the id of, or -1.
  private var measureOfSymbol: [Int32] = []
  private(set) var ids: [Symbol] = []
  private var measuresOfNumber: [[UInt8]: [MeasureIndex]]?

  /// Makes room for `count` symbols.
  mutating func reserve(_ count: Int) {
    measureOfSymbol = Array(repeating: -1, count: count)
  }

  /// Declares an id; answers the measure that has it already, if one has.
  mutating func declare(_ name: Symbol, _ index: MeasureIndex) -> MeasureIndex? {
    let position = Int(name.id)
    guard position < measureOfSymbol.count else { return nil }
    if measureOfSymbol[position] >= 0 { return MeasureIndex(raw: measureOfSymbol[position]) }
    measureOfSymbol[position] = index.raw
    ids.append(name)
    return nil
  }

  /// The measure with this id.
  func measure(withID name: Symbol) -> MeasureIndex? {
    let position = Int(name.id)
    guard position < measureOfSymbol.count, measureOfSymbol[position] >= 0 else { return nil }
    return MeasureIndex(raw: measureOfSymbol[position])
  }

  /// The measures with this full number.
  mutating func measures(
    withNumber number: String, among entries: [Measures.Entry], _ texts: TextTable
  ) -> [MeasureIndex] {
    if measuresOfNumber == nil { measuresOfNumber = indexed(entries, texts) }
    return measuresOfNumber?[Array(number.utf8)] ?? []
  }

  private func indexed(
    _ entries: [Measures.Entry], _ texts: TextTable
  ) -> [[UInt8]: [MeasureIndex]] {
    var index: [[UInt8]: [MeasureIndex]] = [:]
    for (position, entry) in entries.enumerated() where !entry.fullNumber.isEmpty {
      let number = texts.withUTF8(of: entry.fullNumber) { Array($0) }
      index[number, default: []].append(MeasureIndex(position))
    }
    return index
  }
}
