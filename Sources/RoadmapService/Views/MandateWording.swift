public import Bilingual
import CivilTime
public import RoadmapEngine
public import RoadmapModel

extension Roadmap {
  /// What was said of who acts for whom, or of being away, as a sentence.
  func words(for mandate: Mandate, by person: PersonIndex) -> Text {
    Text(verbatim: name(person) + ": ").appending(words(for: mandate))
  }

  /// Who acts for whom, or is away, and when.
  public func words(for mandate: Mandate) -> Text {
    let (days, reason) = (dayWords(of: mandate), said(mandate.reason))
    let principal = name(mandate.principal)
    let deputy = mandate.deputy.map { name($0) } ?? ""
    switch mandate.kind {
    case .substitution:
      return Text(
        en: "\(deputy) stands in for \(principal)", ru: "\(deputy) замещает: \(principal)"
      )
      .appending(days)
      .appending(Text(en: ", by the order «", ru: ", приказ «"))
      .appending(Text(verbatim: "\(mandate.order ?? "")»")).appending(reason)
    case .delegation:
      return Text(
        en: "\(principal) delegates votes to \(deputy)",
        ru: "\(principal) передаёт право голоса: \(deputy)"
      ).appending(words(for: mandate.scope)).appending(days).appending(reason)
    case .absence:
      let away = Text(en: "\(principal) is away", ru: "\(principal) отсутствует").appending(days)
      guard mandate.deputy != nil else { return away.appending(reason) }
      return away.appending(Text(en: "; \(deputy) votes instead", ru: "; голосует \(deputy)"))
        .appending(reason)
    }
  }

  private func dayWords(of mandate: Mandate) -> Text {
    let from = mandate.from?.iso ?? ""
    guard let until = mandate.until else { return Text(en: " from \(from) on", ru: " с \(from)") }
    return Text(en: " from \(from) to \(until.iso)", ru: " с \(from) по \(until.iso)")
  }

  private func words(for scope: Mandate.Scope) -> Text {
    var text = Text(verbatim: "")
    if let measure = scope.measure {
      let id = "`\(id(of: measure))`"
      text = text.appending(Text(en: " on \(id)", ru: " по \(id)"))
    }
    if let step = scope.step, let route = scope.route {
      let title = title(step, route)
      text = text.appending(Text(en: " in «\(title)»", ru: " на этапе «\(title)»"))
    }
    if let route = scope.route, routes.indices.contains(route.position) {
      let title = routes[route.position].title
      text = text.appending(Text(en: " of «\(title)»", ru: " маршрута «\(title)»"))
    }
    return text
  }

  /// For whom a decision was given, behind the sentence that tells it; empty for one's own.
  func words(for representation: Representation?) -> Text {
    guard let representation else { return Text(verbatim: "") }
    let act = words(for: representation.act)
    let principal = name(representation.principal)
    return Text(en: " for \(principal) (\(act.en))", ru: " за: \(principal) (\(act.ru))")
  }

  /// An act under which people act for others.
  public func words(for act: ActReference) -> Text {
    switch act {
    case .event(let number): return Text(en: "event \(number)", ru: "событие \(number)")
    case .order(let index):
      let order =
        substitutions.indices.contains(index.position) ? substitutions[index.position].order : "?"
      return Text(en: "order «\(order)»", ru: "приказ «\(order)»")
    }
  }

  /// An act was ended.
  func words(revoking act: ActReference, by person: PersonIndex) -> Text {
    let act = words(for: act)
    return Text(
      en: "\(name(person)) revoked: \(act.en)", ru: "\(name(person)): прекращено, \(act.ru)")
  }
}
