import RoadmapProof
import Testing

@Test
func `every code is listed once, in the order of the alphabet`() {
  let names = FindingCode.all.map(\.name)
  #expect(names == Set(names).sorted())
}
