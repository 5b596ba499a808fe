import Bilingual
import RoadmapEngine
import RoadmapModel

extension Roadmap {
  /// A file or a field was attached.
  func attaching(_ content: Command.Content, by person: PersonIndex) -> Text {
    if let value = content.value {
      return Text(
        en: "\(name(person)) set «\(content.name)» to «\(value)»",
        ru: "\(name(person)): «\(content.name)» теперь «\(value)»")
    }
    let size = CountedNoun(en: "byte", "bytes", ru: "байт", "байта", "байт")(Int(content.size))
    let digest = content.digest.hex.prefix(12)
    return Text(
      en: "\(name(person)) attached «\(content.name)», \(size.en), SHA-256 \(digest)…",
      ru: "\(name(person)): приложен «\(content.name)», \(size.ru), SHA-256 \(digest)…")
  }

  /// Which revision a decision was about, where it was about something.
  func seeing(_ seen: ContentDigest?) -> Text {
    guard let seen else { return Text(verbatim: "") }
    return Text(
      en: ", having seen \(seen.hex.prefix(12))…", ru: ", по редакции \(seen.hex.prefix(12))…")
  }

  /// Which steps take decisions anew, why, and whose approvals no longer count.
  func words(of reopening: Reopening, _ route: RouteIndex?) -> Text {
    let steps = reopening.steps.map { "«\(title($0.step, route))»" }.joined(separator: ", ")
    return cause(of: reopening, route).appending(
      Text(
        en: "these steps of round \(reopening.round) begin anew: \(steps)",
        ru: "этапы круга \(reopening.round) начинаются заново: \(steps)")
    ).appending(dropped(reopening))
  }

  /// Which approvals of earlier rounds count on.
  func words(of kept: KeptApprovals, _ route: RouteIndex?) -> Text {
    func list(_ word: (Int) -> String) -> String {
      kept.votes.map { vote in
        let seen = vote.seen.map { ", \($0.hex.prefix(12))…" } ?? ""
        return "\(name(vote.person)) («\(title(vote.step, route))», \(word(vote.round))\(seen))"
      }.joined(separator: "; ")
    }
    return Text(
      en: "in round \(kept.round) these approvals count on: " + list { "round \($0)" },
      ru: "в круге \(kept.round) продолжают действовать согласования: " + list { "круг \($0)" })
  }

  private func cause(of reopening: Reopening, _ route: RouteIndex?) -> Text {
    switch reopening.cause {
    case .edited(let name):
      Text(en: "since «\(name)» was changed, ", ru: "изменено «\(name)», поэтому ")
    case .returned(let step):
      Text(
        en: "since it was returned to «\(title(step, route))», ",
        ru: "возвращено на этап «\(title(step, route))», поэтому ")
    }
  }

  private func dropped(_ reopening: Reopening) -> Text {
    var people: [PersonIndex] = []
    for person in reopening.steps.flatMap(\.dropped) where !people.contains(person) {
      people.append(person)
    }
    guard !people.isEmpty else { return Text(verbatim: "") }
    let names = people.map { name($0) }.joined(separator: ", ")
    return Text(
      en: "; no longer counted: the approvals of \(names)",
      ru: "; согласования больше не считаются: \(names)")
  }
}
