import Bilingual
import RoadmapModel

/// Names the things of a roadmap to people: the number, and the id in backticks.
///
/// Total: what the roadmap does not have is named by its position.
struct Names {
  /// The most people that a sentence lists; of more, it counts the rest.
  private static let mostListed = 8
  private static let others = CountedNoun(
    en: "other", "others", ru: "другой", "других", "других")

  let roadmap: Roadmap

  func id(of measure: MeasureIndex) -> String {
    has(measure) ? roadmap.id(of: measure) : "#\(measure.raw)"
  }

  /// A measure, such as ``1.2.2 `programme-order` ``.
  func measure(_ measure: MeasureIndex) -> String {
    guard has(measure) else { return "#\(measure.raw)" }
    let number = roadmap.number(of: measure).map { "\($0) " } ?? ""
    return "\(number)`\(roadmap.id(of: measure))`"
  }

  func id(of person: PersonIndex) -> String {
    element(person.position, of: roadmap.people)?.id ?? "#\(person.raw)"
  }

  /// A person, such as ``О.И.Пономарева (`ponomareva`)``.
  func person(_ person: PersonIndex) -> String {
    guard let found = element(person.position, of: roadmap.people) else { return "#\(person.raw)" }
    return found.name.utf8.elementsEqual(found.id.utf8)
      ? "`\(found.id)`" : "\(found.name) (`\(found.id)`)"
  }

  func id(of route: RouteIndex) -> String {
    element(route.position, of: roadmap.routes)?.id ?? "#\(route.raw)"
  }

  /// Whether the roadmap knows a key of this person.
  func hasKeys(_ person: PersonIndex) -> Bool {
    element(person.position, of: roadmap.people).map { !$0.keys.isEmpty } ?? false
  }

  /// People one after the other, or "nobody".
  func people(_ people: some Collection<PersonIndex>) -> Text {
    guard !people.isEmpty else { return Text(en: "nobody", ru: "никто") }
    let listed = people.prefix(Self.mostListed).map(person).joined(separator: ", ")
    let rest = people.count - Self.mostListed
    guard rest > 0 else { return Text(verbatim: listed) }
    let more = Self.others(rest)
    return Text(en: "\(listed) and \(more.en)", ru: "\(listed) и ещё \(more.ru)")
  }

  /// The owners of a measure.
  func owners(of measure: MeasureIndex) -> Text {
    people(roadmap.measures.owners[measure.position])
  }

  func id(of state: StateIndex, of measure: MeasureIndex) -> String {
    element(state.position, of: lifecycle(of: measure)?.states ?? [])?.id ?? "#\(state.raw)"
  }

  func id(of transition: TransitionIndex, of measure: MeasureIndex) -> String {
    element(transition.position, of: lifecycle(of: measure)?.transitions ?? [])?.id
      ?? "#\(transition.raw)"
  }

  func id(of step: StepIndex, on route: RouteIndex) -> String {
    let steps = element(route.position, of: roadmap.routes)?.steps ?? []
    return element(step.position, of: steps)?.id ?? "#\(step.raw)"
  }

  func steps(_ steps: [StepIndex], on route: RouteIndex) -> String {
    steps.map { "`\(id(of: $0, on: route))`" }.joined(separator: ", ")
  }

  func id(of document: DocumentIndex) -> String {
    element(document.position, of: roadmap.documents)?.id ?? "#\(document.raw)"
  }

  /// A document, such as ``Региональный приказ (`regional-order`)``.
  func document(_ document: DocumentIndex) -> String {
    guard let found = element(document.position, of: roadmap.documents) else {
      return "#\(document.raw)"
    }
    return found.title.utf8.elementsEqual(found.id.utf8)
      ? "`\(found.id)`" : "\(found.title) (`\(found.id)`)"
  }

  /// The states that a transition leaves, in backticks.
  func origins(of transition: TransitionIndex, of measure: MeasureIndex) -> String {
    let transitions = lifecycle(of: measure)?.transitions ?? []
    let states = element(transition.position, of: transitions)?.from.states ?? []
    return states.map { "`\(id(of: $0, of: measure))`" }.joined(separator: ", ")
  }

  private func lifecycle(of measure: MeasureIndex) -> Lifecycle? {
    guard has(measure), let cycle = roadmap.measures[measure].lifecycle else { return nil }
    return element(cycle.position, of: roadmap.lifecycles)
  }

  private func has(_ measure: MeasureIndex) -> Bool {
    roadmap.measures.entries.indices.contains(measure.position)
  }

  private func element<Value>(_ position: Int, of values: [Value]) -> Value? {
    values.indices.contains(position) ? values[position] : nil
  }
}
