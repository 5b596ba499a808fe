import RoadmapJournal
import RoadmapModel
import RoadmapSamples
import Testing

@Suite struct `Digests of contents` {
  @Test(arguments: 0..<4)
  func `are what another implementation of SHA-256 gives`(seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    for count in Array(0..<260) + [1000, 4096, 65_537] {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) }
      #expect(ContentDigest(of: bytes).hex == Digest(of: bytes).description)
    }
  }
}
