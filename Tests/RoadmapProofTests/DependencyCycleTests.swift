import Bilingual
import RoadmapModel
import RoadmapProof
import RoadmapSamples
import Testing

@Test
func `two measures that wait for each other are a cycle`() {
  var sketch = Sketch.working()
  sketch.measure("a", kind: "event", owners: ["ana"], after: ["b"])
  sketch.measure("b", kind: "event", owners: ["ana"], after: ["a"])
  let findings = prove(sketch.build())
  #expect(findings.map(\.code.name) == ["dependency-cycle"])
  #expect(
    findings.map(\.message.en) == ["dependency cycle: `a` waits for `b`, which waits for `a`"])
}
