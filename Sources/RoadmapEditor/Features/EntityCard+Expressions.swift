import Bilingual
import CEL
import RoadmapModel

extension EntityCard {
  func card(_ rule: Rule) -> String {
    let target =
      switch rule.target {
      case .measure: say(en: "for every measure", ru: "для каждого мероприятия")
      case .roadmap: say(en: "for the roadmap", ru: "для всей дорожной карты")
      case .transition: say(en: "for every transition", ru: "для каждого перехода")
      }
    let scope = rule.scope.map { "\n// where\n" + $0.expression.source } ?? ""
    return lines(
      heading(say(en: "rule", ru: "правило"), rule.id), target,
      "```cel\n\(rule.requirement.expression.source)\(scope)\n```")
  }

  func card(_ variable: Variable) -> String {
    lines(
      heading(say(en: "variable", ru: "переменная"), variable.id),
      "```cel\n\(variable.id): \(variable.program.resultType)\n"
        + "\(variable.program.expression.source)\n```")
  }

  func card(_ table: DecisionTable) -> String {
    let given =
      switch table.subject {
      case .route: say(en: "chooses a route", ru: "выбирает маршрут")
      case .quorum: say(en: "chooses a quorum", ru: "выбирает кворум")
      }
    let columns = table.inputs.map { "`\($0.program.expression.source)`" }
    return lines(
      heading(say(en: "decision table", ru: "таблица решений"), table.id), given,
      row(en: "asks", ru: "спрашивает", columns.joined(separator: ", ")),
      row(en: "rows", ru: "строк", "\(table.rows.count), `hit: \(table.hit.rawValue)`"))
  }
}
