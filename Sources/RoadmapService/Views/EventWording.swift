public import Bilingual
import CivilTime
public import RoadmapEngine
public import RoadmapModel

extension Roadmap {
  /// What an event says, as a sentence; `route` is that of the round it belongs to.
  public func sentence(for event: Event, route: RouteIndex?) -> Text {
    switch event {
    case .started(let person):
      Text(en: "\(name(person)) started the run", ru: "\(name(person)): исполнение начато")
    case .roundOpened(let measure, let transition, let round, let person):
      Text(
        en: "\(name(person)) asked for «\(title(transition, measure))»: round \(round) is open",
        ru: "\(name(person)): запрошено «\(title(transition, measure))», открыт круг \(round)")
    case .voted(_, let vote): words(of: vote, route)
    case .retracted(_, _, let step, let remarks, let person):
      retraction(of: title(step, route), by: person).appending(said(remarks))
    case .stepPassed(_, let round, let step):
      Text(
        en: "step «\(title(step, route))» of round \(round) passed",
        ru: "этап «\(title(step, route))» круга \(round) пройден")
    case .roundClosed(_, let round, let outcome, let person, let remarks):
      closing(outcome, round, by: person).appending(said(remarks))
    case .moved(let measure, _, let from, let to, _, _):
      Text(
        en: "it moved from «\(title(from, measure))» to «\(title(to, measure))»",
        ru: "переход из состояния «\(title(from, measure))» в «\(title(to, measure))»")
    case .attached(_, let content, let person): attaching(content, by: person)
    case .approvalsKept(_, let kept): words(of: kept, route)
    case .stepsReopened(_, let reopening): words(of: reopening, route)
    case .received(let document, let number, let date, let person):
      Text(
        en: "\(name(person)) received «\(title(document))» No. \(number) of \(date.iso)",
        ru: "\(name(person)): получен документ «\(title(document))» № \(number) от \(date.iso)")
    case .exceptional(let act): words(of: act, route)
    case .reminded(let reminder, _): words(of: reminder, route, escalated: false)
    case .escalated(let reminder, _): words(of: reminder, route, escalated: true)
    case .mandated(let mandate, let person): words(for: mandate, by: person)
    case .revoked(let act, let reason, let person):
      words(revoking: act, by: person).appending(said(reason))
    case .extended(_, let from, let until, let reason, let person):
      Text(
        en: "\(name(person)) extended the term from \(from.iso) to \(until.iso): \(reason)",
        ru: "\(name(person)): срок продлён с \(from.iso) до \(until.iso): \(reason)")
    }
  }

  private func words(of vote: Event.Vote, _ route: RouteIndex?) -> Text {
    decision(vote.verdict, step: title(vote.step, route), by: vote.person)
      .appending(vote.isChair ? Self.asChair : Text(verbatim: ""))
      .appending(words(for: vote.representation)).appending(seeing(vote.seen))
      .appending(said(vote.remarks))
  }

  private func retraction(of step: String, by person: PersonIndex) -> Text {
    Text(
      en: "\(name(person)) took back the decision in «\(step)»",
      ru: "\(name(person)): решение отозвано, «\(step)»")
  }

  private func decision(_ verdict: Verdict, step: String, by person: PersonIndex) -> Text {
    switch verdict {
    case .approve:
      Text(en: "\(name(person)) approved «\(step)»", ru: "\(name(person)): согласовано, «\(step)»")
    case .approveWithRemarks:
      Text(
        en: "\(name(person)) approved «\(step)» with remarks",
        ru: "\(name(person)): согласовано с замечаниями, «\(step)»")
    case .returnForRework:
      Text(
        en: "\(name(person)) returned it for rework in «\(step)»",
        ru: "\(name(person)): возвращено на доработку, «\(step)»")
    case .reject:
      Text(en: "\(name(person)) rejected it in «\(step)»", ru: "\(name(person)): отказ, «\(step)»")
    case .abstain:
      Text(
        en: "\(name(person)) abstained in «\(step)»",
        ru: "\(name(person)): воздержание, «\(step)»")
    }
  }

  /// What is added where a chair passed a step alone.
  private static let asChair = Text(
    en: " as the chair, which passes the step", ru: " решением председателя, этап этим пройден")

  private func closing(_ outcome: RoundOutcome, _ round: Int, by person: PersonIndex) -> Text {
    switch outcome {
    case .approved: Text(en: "round \(round) passed", ru: "круг \(round) пройден")
    case .returned:
      Text(en: "round \(round) ended with a return", ru: "круг \(round) закончился возвратом")
    case .rejected:
      Text(en: "round \(round) ended with a rejection", ru: "круг \(round) закончился отказом")
    case .cancelled:
      Text(
        en: "round \(round) ended: the measure is cancelled",
        ru: "круг \(round) закрыт: мероприятие отменено")
    case .withdrawn:
      Text(
        en: "\(name(person)) withdrew round \(round)", ru: "\(name(person)): круг \(round) отозван")
    }
  }

  func said(_ remarks: String?) -> Text {
    Text(verbatim: remarks.map { ": \($0)" } ?? "")
  }

  /// The name of a person.
  public func name(_ person: PersonIndex) -> String {
    people.indices.contains(person.position) ? people[person.position].name : "?"
  }

  /// What people call a transition of a measure.
  public func title(_ transition: TransitionIndex, _ measure: MeasureIndex) -> String {
    let all = lifecycle(of: measure)?.transitions ?? []
    return all.indices.contains(transition.position) ? all[transition.position].title : "?"
  }

  /// What people call a state of a measure.
  public func title(_ state: StateIndex, _ measure: MeasureIndex) -> String {
    let all = lifecycle(of: measure)?.states ?? []
    return all.indices.contains(state.position) ? all[state.position].title : "?"
  }

  /// What people call a step of a route.
  public func title(_ step: StepIndex, _ route: RouteIndex?) -> String {
    let all = route.map { routes[$0.position].steps } ?? []
    return all.indices.contains(step.position) ? all[step.position].title : "?"
  }

  private func title(_ document: DocumentIndex) -> String {
    documents.indices.contains(document.position) ? documents[document.position].title : "?"
  }
}
