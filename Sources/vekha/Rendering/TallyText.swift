import Bilingual
import RoadmapEngine
import RoadmapModel
import RoadmapService

/// How the votes of a step count, in words.
struct TallyText {
  let step: RoundView.Step
  let round: RoundView
  let roadmap: Roadmap

  private var tally: Tally { step.tally }

  /// How much there is of what is needed.
  var count: String {
    let count = "\(tally.reached)/\(step.needed)"
    return switch tally.unit {
    case .people: count
    case .weight: count + say(en: " by weight", ru: " по весу")
    case .places: count + say(en: " from the groups", ru: " от групп")
    }
  }

  /// Who has decided how: those who agreed, for which group each counts, then the others.
  var votes: [String] {
    agreed + groups
      + [
        said(.abstain, say(en: "abstained", ru: "воздержались")),
        said(.returnForRework, say(en: "for a return", ru: "за возврат")),
        said(.reject, say(en: "against", ru: "против")),
      ].compactMap(\.self)
  }

  /// Who has rights beside those who may decide.
  var rights: [String] {
    var rights: [String] = []
    if !tally.chairs.isEmpty {
      rights.append(say(en: "chair: ", ru: "председатель: ") + named(tally.chairs))
    }
    if case .only(let people) = tally.veto, !step.isPassed {
      rights.append(
        people.isEmpty
          ? say(en: "nobody has a veto", ru: "права вето нет ни у кого")
          : say(en: "veto: ", ru: "право вето: ") + named(people))
    }
    return rights
  }

  private var agreed: [String] {
    guard !step.given.isEmpty else { return [] }
    let names = step.given.map(name).joined(separator: ", ")
    return [say(en: "agreed: ", ru: "согласовано: ") + names]
  }

  /// Who gave a vote, for whom, what it weighs, and whether it passed the step as the chair's.
  private func name(_ vote: OpenRound.Vote) -> String {
    let weight = tally.voices.first { $0.person == vote.principal }?.weight
    let giver =
      vote.representation.map { Self.words(vote.person, $0, in: roadmap) }
      ?? roadmap.name(vote.person)
    let name =
      giver + (weight.map { " ×\($0)" } ?? "")
      + ContentText(roadmap).origin(of: vote, in: round.number)
    guard vote.isChair, vote.principal == tally.passedBy else { return name }
    return name + say(en: " (as the chair, alone)", ru: " (решение председателя)")
  }

  /// A person who acts for another, and by what.
  static func words(
    _ person: PersonIndex, _ of: Representation, in roadmap: Roadmap
  ) -> String {
    let act = roadmap.words(for: of.act)
    let principal = roadmap.name(of.principal)
    return roadmap.name(person)
      + say(en: " for \(principal) (\(act.en))", ru: " за: \(principal) (\(act.ru))")
  }

  private var groups: [String] {
    guard !tally.groups.isEmpty else { return [] }
    let list = tally.groups.map { group in
      let given = group.given.map { roadmap.name($0) }.joined(separator: ", ")
      let members = roadmap.text(of: group.members)
      let count = group.needed == 1 ? "" : " \(group.given.count)/\(group.needed)"
      return "`\(members)`\(count) — " + (given.isEmpty ? "…" : given)
    }
    return [say(en: "counted for: ", ru: "зачтено за: ") + list.joined(separator: ", ")]
  }

  private func said(_ verdict: Verdict, _ words: String) -> String? {
    let votes = tally.dissents.filter { $0.verdict == verdict }
    guard !votes.isEmpty else { return nil }
    return words + ": " + votes.map(name).joined(separator: ", ")
  }

  private func named(_ people: [PersonIndex]) -> String {
    people.map { roadmap.named($0) }.joined(separator: ", ")
  }
}
