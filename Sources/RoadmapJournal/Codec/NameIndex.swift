import RoadmapModel

/// What the ids in a journal mean, by their bytes.
struct NameIndex: Sendable {
  let measures: [[UInt8]: MeasureIndex]
  let people: [[UInt8]: PersonIndex]

  init(_ roadmap: Roadmap) {
    var measures: [[UInt8]: MeasureIndex] = [:]
    measures.reserveCapacity(roadmap.measures.count)
    for measure in roadmap.measures.indices {
      measures[roadmap.texts.withUTF8(of: roadmap.measures[measure].id) { Array($0) }] = measure
    }
    self.measures = measures
    var people: [[UInt8]: PersonIndex] = [:]
    for (position, person) in roadmap.people.enumerated() {
      people[Array(person.id.utf8)] = PersonIndex(position)
    }
    self.people = people
  }
}

/// Something of the definition that has an id.
protocol Identified {
  var id: String { get }
}

extension Person: Identified {}
extension ExternalDocument: Identified {}
extension Lifecycle.State: Identified {}
extension Transition: Identified {}
extension Route: Identified {}
extension Route.Step: Identified {}

extension Array where Element: Identified {
  /// The id at a position; empty outside of the array.
  func id(_ position: Int) -> String { indices.contains(position) ? self[position].id : "" }

  /// The position of an id, compared byte by byte.
  func position(of id: String) -> Int? {
    firstIndex { $0.id.utf8.elementsEqual(id.utf8) }
  }
}
