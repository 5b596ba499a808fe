import Bilingual
import RoadmapModel

extension FindingCode {
  /// A measure that comes after none of the kind that its kind follows.
  public static let precedenceUnmet = FindingCode("precedence-unmet")
}

extension Facts {
  /// Finds measures without a predecessor of the kind that theirs follows, among the kinds of
  /// this pass. Of parts that only share their parent's want, the parent alone is told.
  func unmetPrecedences(_ reach: KindReach, _ order: KindOrder, inCircle: [Bool]) -> [Finding] {
    let needed = order.follows.indices.map { kind in
      order.follows[kind] < 0 || order.isUnordered[kind] ? 0 : reach.bits[order.follows[kind]]
    }
    func isUnmet(_ measure: Int) -> Bool {
      let kind = Int(columns.kinds[measure])
      guard kind >= 0, needed[kind] != 0, !inCircle[measure] else { return false }
      return reach.all[measure] & (needed[kind] | KindReach.unknown) == 0
    }
    let occurrences = roadmap.measures.occurrences
    let recurring = Set(occurrences.values.map(\.of.position))
    return (0..<columns.count).compactMap { measure in
      guard isUnmet(measure) else { return nil }
      // A recurring measure hands much of what it waits for on to its occurrences.
      if recurring.contains(measure),
        roadmap.parts[measure].allSatisfy({ !isUnmet($0.position) })
      {
        return nil
      }
      let (parent, kind) = (Int(columns.parents[measure]), columns.kinds[measure])
      if parent >= 0, columns.kinds[parent] == kind, isUnmet(parent) { return nil }
      return .precedenceUnmet(
        name(MeasureIndex(measure)), kind: roadmap.kinds[Int(kind)].id,
        follows: roadmap.kinds[order.follows[Int(kind)]].id,
        at: .measure(MeasureIndex(measure)), rule: .follows(KindIndex(raw: kind)))
    }
  }

  /// Checks the order of kinds: those missing before a measure, and those that come too late.
  func kindPrecedences() -> [Finding] {
    let order = KindOrder(roadmap)
    let relevant = order.follows.indices.filter {
      order.follows[$0] >= 0 || order.follows.contains($0)
    }
    var inCircle = [Bool](repeating: false, count: graph.count)
    for range in order.follows.isEmpty ? [] : self.order.cyclic {
      for node in self.order.nodes[range] { inCircle[Int(node)] = true }
    }
    var unmet: [Finding] = []
    var passes: [KindReach] = []
    for start in stride(from: 0, to: relevant.count, by: KindReach.mostKinds) {
      let kinds = relevant[start..<min(start + KindReach.mostKinds, relevant.count)]
      let reach = KindReach(of: kinds, order, self)
      unmet += unmetPrecedences(reach, order, inCircle: inCircle)
      passes.append(reach)
    }
    return unmet + invertedPrecedences(passes)
  }
}

extension Finding {
  fileprivate static func precedenceUnmet(
    _ measure: String, kind: String, follows earlier: String, at element: Element, rule: Element
  ) -> Self {
    Finding(
      .error, .precedenceUnmet, at: element,
      Text(
        en: "\(measure) of kind `\(kind)` comes after no measure of kind `\(earlier)`",
        ru: "\(measure) (вид `\(kind)`) не идёт ни за одним мероприятием вида `\(earlier)`"),
      help: Text(
        en: "name a measure of kind `\(earlier)` in its `after`, directly or through others",
        ru: "укажите в `after` мероприятие вида `\(earlier)`, прямо или через другие"),
      related: [
        .init(
          rule,
          Text(
            en: "`\(kind)` follows `\(earlier)`", ru: "вид `\(kind)` следует за `\(earlier)`"))
      ])
  }
}
