import RoadmapLanguage
import RoadmapModel
import Testing

@Test(arguments: try ShippedWorkflow.names())
func `the people of a shipped roadmap can carry it out`(name: String) throws {
  let roadmap = try ShippedWorkflow.compiled(name).roadmap
  var execution = Execution(roadmap)
  execution.receiveDocuments()
  execution.goOn()
  let left = roadmap.measures.indices.filter { !execution.milestones.contains(.done($0)) }
  #expect(left.map(roadmap.id) == [])
}

@Test(arguments: try ShippedWorkflow.names())
func `no measure of a shipped roadmap begins before what it comes after is done`(
  name: String
) throws {
  let roadmap = try ShippedWorkflow.compiled(name).roadmap
  var execution = Execution(roadmap)
  execution.receiveDocuments()
  execution.goOn()
  for measure in roadmap.measures.indices {
    let begun = try #require(execution.milestones.firstIndex(of: .begun(measure)))
    for dependency in roadmap.measures.dependencies[measure.position]
    where dependency.reaches == nil {
      let done = try #require(execution.milestones.firstIndex(of: .done(dependency.predecessor)))
      #expect(done < begun, "\(roadmap.id(of: measure))")
    }
  }
}

@Test(arguments: try ShippedWorkflow.names())
func `what awaits a paper from outside, and its parts, begin only when it is received`(
  name: String
) throws {
  let roadmap = try ShippedWorkflow.compiled(name).roadmap
  let waiting = roadmap.measures.indices.filter { measure in
    !roadmap.measures.awaits[measure.position].isEmpty
      || roadmap.measures[measure].parent.map { !roadmap.measures.awaits[$0.position].isEmpty }
        == true
  }
  var execution = Execution(roadmap)
  execution.goOn()
  #expect(!waiting.isEmpty)
  #expect(waiting.filter { execution.milestones.contains(.begun($0)) }.map(roadmap.id) == [])
  execution.receiveDocuments()
  execution.goOn()
  #expect(waiting.allSatisfy { execution.milestones.contains(.done($0)) })
}
