import Bilingual
import RoadmapModel

extension FindingCode {
  /// Kinds that follow each other in a circle.
  public static let kindCycle = FindingCode("kind-cycle")
}

extension Facts {
  /// Finds circles among what kinds follow, each once, begun at the kind written first.
  func kindCycles() -> [Finding] {
    let kinds = KindOrder(roadmap)
    return kinds.cycles.map { cycle in
      let names = cycle.map { "`\(roadmap.kinds[$0.position].id)`" }
      return .kindCycle(names, at: cycle.map { .follows($0) })
    }
  }
}

extension Finding {
  fileprivate static func kindCycle(_ kinds: [String], at elements: [Element]) -> Self {
    let circle = Array(kinds.dropFirst()) + [kinds[0]]
    let english = circle.joined(separator: ", which follows ")
    let russian = circle.joined(separator: ", который следует за ")
    return Finding(
      .error, .kindCycle, at: elements[0],
      kinds.count == 1
        ? Text(en: "kind \(kinds[0]) follows itself", ru: "вид \(kinds[0]) следует сам за собой")
        : Text(
          en: "kinds follow each other in a circle: \(kinds[0]) follows \(english)",
          ru: "виды следуют друг за другом по кругу: \(kinds[0]) следует за \(russian)"),
      help: Text(
        en: "no measure of these kinds can be in order; remove one `follows`",
        ru: "мероприятия этих видов нельзя упорядочить; уберите одно из `follows`"),
      related: elements.indices.dropFirst().prefix(mostRelated).map { position in
        let other = circle[position]
        return .init(
          elements[position],
          Text(
            en: "\(kinds[position]) follows \(other)", ru: "\(kinds[position]) следует за \(other)")
        )
      })
  }
}
