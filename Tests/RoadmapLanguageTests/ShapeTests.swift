import Testing

@testable import RoadmapLanguage
@testable import YAMLSource

@Suite struct ShapeTests {
  @Test(arguments: RecordName.allCases)
  func `the keys of a mapping fit its record`(name: RecordName) {
    let record = Record(
      place: Place(tree: 0, node: NodeID(index: 0)), anchor: Place(tree: 0, node: NodeID(index: 0)))
    #expect(name.shape.keys.count <= record.nodes.count)
  }
}
