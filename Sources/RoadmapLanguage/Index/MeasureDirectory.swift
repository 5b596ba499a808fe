import RoadmapModel

/// Looks up measures by what a file calls them.
struct MeasureDirectory {
  private var byID: [[UInt8]: MeasureIndex] = [:]
  /// The measures by full number; none where several have it.
  private var byNumber: [[UInt8]: MeasureIndex?] = [:]
  private let roadmap: Roadmap

  init(_ roadmap: Roadmap) {
    self.roadmap = roadmap
    let texts = roadmap.texts
    for index in roadmap.measures.indices {
      let entry = roadmap.measures[index]
      let id = texts.withUTF8(of: entry.id) { Array($0) }
      if byID[id] == nil { byID[id] = index }
      guard !entry.fullNumber.isEmpty else { continue }
      let number = texts.withUTF8(of: entry.fullNumber) { Array($0) }
      if byNumber.updateValue(index, forKey: number) != nil {
        byNumber.updateValue(nil, forKey: number)
      }
    }
  }

  /// The measure that `name` means, by its id or its full number.
  func measure(_ name: String) -> MeasureIndex? {
    let bytes = Array(name.utf8)
    return byID[bytes] ?? byNumber[bytes].flatMap(\.self)
  }

  /// The id of the measure that `name` means.
  func id(for name: String) -> String? { measure(name).map(roadmap.id) }

  /// The id of the lifecycle of the measure that `name` means.
  func lifecycle(of name: String) -> String? {
    measure(name).flatMap(roadmap.lifecycle)?.id
  }
}
