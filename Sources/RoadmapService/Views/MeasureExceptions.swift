import CivilTime
public import Bilingual
public import RoadmapEngine
public import RoadmapModel

/// What was done to a measure outside of its usual course, as far as it still counts.
public struct MeasureExceptions: Sendable {
  /// Who cancelled it.
  public let cancellation: RunState.Mark?
  /// Who suspended it.
  public let suspension: RunState.Mark?
  /// Who took it back to work, where it has not been carried out since.
  public let reopening: RunState.Mark?
  /// What it need not wait for any more.
  public let waivers: [RunState.Waiver]
  /// The measures that it comes after and that count as carried out for it, though they were taken
  /// back to work.
  public let reopenedPredecessors: [MeasureIndex]
}

extension RunSession {
  /// What was done to a measure outside of its usual course.
  public func exceptions(of measure: MeasureIndex) -> MeasureExceptions {
    let before = roadmap.measures.dependencies[measure.position].map(\.predecessor)
    var reopened: [MeasureIndex] = []
    for other in before where state.reopening(of: other) != nil && !reopened.contains(other) {
      if !engine.waits(measure, for: .measure(other), in: state) { reopened.append(other) }
    }
    return MeasureExceptions(
      cancellation: state.cancellation(of: measure), suspension: state.suspension(of: measure),
      reopening: state.reopening(of: measure), waivers: state.waivers(of: measure),
      reopenedPredecessors: reopened)
  }

  /// The same in words, a sentence each.
  public func sentences(_ exceptions: MeasureExceptions) -> [Text] {
    let marks: [(Text, RunState.Mark?)] = [
      (Text(en: "cancelled", ru: "отменено"), exceptions.cancellation),
      (Text(en: "suspended", ru: "приостановлено"), exceptions.suspension),
      (Text(en: "reopened", ru: "возвращено в работу"), exceptions.reopening),
    ]
    let told = marks.compactMap { words, mark in mark.map { roadmap.sentence(words, $0) } }
    let waivers = exceptions.waivers.map { waiver in
      let name = roadmap.name(waiver.awaited)
      return roadmap.sentence(
        Text(en: "need not wait for \(name)", ru: "не обязано ждать \(name)"), waiver.mark)
    }
    let reopened = exceptions.reopenedPredecessors.map { other in
      Text(
        en: "`\(roadmap.id(of: other))` was carried out and has been reopened; what waits for it "
          + "need not wait again",
        ru: "`\(roadmap.id(of: other))` было исполнено и возвращено в работу; те, кто его ждёт, "
          + "снова ждать не обязаны")
    }
    return told + waivers + reopened
  }
}

extension Roadmap {
  fileprivate func sentence(_ what: Text, _ mark: RunState.Mark) -> Text {
    let reason = mark.reason.map { ": \($0)" } ?? ""
    return what.appending(Text(verbatim: ", \(mark.time.date.iso), \(name(mark.person))\(reason)"))
  }

  /// What a measure waits for, by its id.
  func name(_ awaited: ExceptionalAct.Awaited) -> String {
    switch awaited {
    case .measure(let measure): "`\(id(of: measure))`"
    case .document(let document): "«\(documents[document.position].title)»"
    }
  }

  /// What an act outside of the usual course says, as a sentence.
  func words(of act: ExceptionalAct, _ route: RouteIndex?) -> Text {
    let name = name(act.person)
    let deed =
      switch act.deed {
      case .waive(let awaited):
        Text(
          en: "\(name) waived the wait for \(self.name(awaited))",
          ru: "\(name): снято ожидание \(self.name(awaited))")
      case .skip(let step, let round):
        Text(
          en: "\(name) skipped «\(title(step, route))» of round \(round)",
          ru: "\(name): пропущен этап «\(title(step, route))» круга \(round)")
      case .cancel: Text(en: "\(name) cancelled it", ru: "\(name): отменено")
      case .suspend: Text(en: "\(name) suspended it", ru: "\(name): приостановлено")
      case .resume: Text(en: "\(name) resumed it", ru: "\(name): возобновлено")
      case .reopen(let target):
        Text(
          en: "\(name) reopened it in «\(title(target, act.measure))»",
          ru: "\(name): возвращено в работу, состояние «\(title(target, act.measure))»")
      }
    return deed.appending(Text(verbatim: act.reason.map { ": \($0)" } ?? ""))
  }
}
