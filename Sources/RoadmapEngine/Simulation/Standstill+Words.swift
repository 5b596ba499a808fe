public import Bilingual
import CivilTime
public import RoadmapModel

extension Standstill {
  /// The name of this sort of standstill, for programs: that of the blocker where the engine
  /// refuses.
  public var code: String {
    switch self {
    case .blocked(let blocker): blocker.code
    case .working: "working"
    case .notBefore, .beginsNext: "not-yet"
    case .undecided: "undecided"
    case .decidedOn: "decision-expected"
    case .nobodyAsks: "nobody-asks"
    case .noWay: "no-way"
    case .givenUp: "given-up"
    }
  }

  /// Why it has not been carried out, in one sentence.
  public func message(in roadmap: Roadmap, of measure: MeasureIndex) -> Text {
    let names = Names(roadmap: roadmap)
    switch self {
    case .blocked(let blocker): return blocker.message(in: roadmap)
    case .working(let until):
      guard let until else {
        return Text(
          en: "its work goes on past the end of the calendar",
          ru: "работа продлится дольше, чем хватает календаря")
      }
      return Text(en: "its work lasts until \(until.iso)", ru: "работа продлится до \(until.iso)")
    case .notBefore(let day):
      return Text(en: "it begins on \(day.iso)", ru: "начнётся \(day.iso)")
    case .beginsNext: return Text(en: "it begins the day after", ru: "начнётся на следующий день")
    case .undecided(let route, let step, let people, let absent):
      return .undecided(names.id(of: step, on: route), people, absent, names)
    case .decidedOn(let route, let step, let day):
      let name = names.id(of: step, on: route)
      return Text(
        en: "step `\(name)` is decided on \(day.iso)",
        ru: "решение на этапе `\(name)` — \(day.iso)")
    case .nobodyAsks(let transition, let absent):
      let (name, people) = (names.id(of: transition, of: measure), names.people(absent))
      return Text(
        en: "nobody is there who may ask for `\(name)`: \(people.en)",
        ru: "запросить `\(name)` некому: \(people.ru)")
    case .noWay:
      return Text(en: "no transition leads on", ru: "дальше переходов нет")
    case .givenUp(let state):
      let name = names.id(of: state, of: measure)
      return Text(en: "it is given up (`\(name)`)", ru: "снято (`\(name)`)")
    }
  }
}

extension Text {
  fileprivate static func undecided(
    _ step: String, _ people: [PersonIndex], _ absent: [PersonIndex], _ names: Names
  ) -> Text {
    let (waiting, missing) = (names.people(people), names.people(absent))
    let told = Text(
      en: "step `\(step)` waits for \(waiting.en)", ru: "этап `\(step)` ждёт: \(waiting.ru)")
    guard !absent.isEmpty else { return told }
    return told.appending(
      Text(en: "; absent: \(missing.en)", ru: "; отсутствуют: \(missing.ru)"))
  }
}
