import Bilingual
import CEL
import RoadmapModel

extension FindingCode {
  /// A measure, or the roadmap, that breaks one of the roadmap's own rules.
  public static let ruleBroken = FindingCode("rule-broken")
  /// A rule whose condition cannot be decided for some measure.
  public static let ruleError = FindingCode("rule-error")
  /// A rule that applies to no measure.
  public static let ruleNeverApplies = FindingCode("rule-never-applies")
  /// A rule that costs more to decide than is allowed.
  public static let ruleTooCostly = FindingCode("rule-too-costly")
}

extension Finding {
  static func ruleBroken(
    _ rule: String, _ severity: Severity, by measure: String?, words: String?,
    at element: Element, requirement: Element, grounds: [Ground]
  ) -> Self {
    let subject = Text(
      en: measure ?? "the roadmap", ru: measure ?? "дорожная карта")
    return Finding(
      severity, .ruleBroken, at: element,
      words.map { Text(verbatim: $0) }
        ?? Text(
          en: "\(subject.en) breaks the rule `\(rule)`",
          ru: "\(subject.ru) не соблюдает правило `\(rule)`"),
      related: [
        .init(
          requirement,
          Text(en: "the rule `\(rule)` requires this", ru: "этого требует правило `\(rule)`")
            .appending(why(grounds)))
      ])
  }

  /// What decided that a condition is false, behind the sentence that names the condition.
  private static func why(_ grounds: [Ground]) -> Text {
    grounds.prefix(3).reduce(Text(verbatim: "")) { text, ground in
      text.appending(Text(verbatim: text.en.isEmpty ? ": " : "; ")).appending(ground.text)
    }
  }

  static func ruleError(
    _ rule: String, _ error: EvaluationError, for measure: String?, others: Int,
    at element: Element, use: Element?, subject: Element?
  ) -> Self {
    let name = Text(en: measure ?? "the roadmap", ru: measure ?? "дорожной карты")
    let rest = Text.andMoreMeasures(others)
    return Finding(
      .error, .ruleError, at: element,
      Text(
        en: "the rule `\(rule)` cannot be decided for \(name.en)\(rest.en): \(error.message.en)",
        ru: "правило `\(rule)` нельзя проверить для \(name.ru)\(rest.ru): \(error.message.ru)"),
      help: error.code != .noSuchKey
        ? nil
        : Text(
          en: "ask first whether it is there, as in `has(measure.due)`",
          ru: "сначала спросите, есть ли оно, например `has(measure.due)`"),
      related: [
        use.map { .init($0, .usesVariable) },
        subject.map {
          .init($0, Text(en: "it is decided for this measure", ru: "проверяется это мероприятие"))
        },
      ].compactMap { $0 })
  }

  static func ruleNeverApplies(_ rule: String, at element: Element) -> Self {
    Finding(
      .warning, .ruleNeverApplies, at: element,
      Text(
        en: "the rule `\(rule)` applies to nothing: `where` is false everywhere",
        ru: "правило `\(rule)` ни к чему не применяется: `where` везде ложно"),
      help: Text(
        en: "compare the ids and words in `where` with those of the roadmap",
        ru: "сверьте идентификаторы и слова в `where` с дорожной картой"))
  }

  static func ruleOverrun(
    _ rule: String, after measures: Int, limit: Int, at element: Element
  ) -> Self {
    let noun = CountedNoun(
      en: "measure", "measures", ru: "мероприятия", "мероприятий", "мероприятий")
    let count = noun(measures)
    return Finding(
      .error, .ruleTooCostly, at: element,
      Text(
        en: "the rule `\(rule)` costs more than \(limit) units; given up after \(count.en)",
        ru: "правило `\(rule)` стоит больше \(limit) единиц; проверка прервана после \(count.ru)"),
      help: Text(
        en: "narrow the rule with `where`, or ask `after` in place of `ancestors`",
        ru: "сузьте правило с помощью `where` или спрашивайте `after` вместо `ancestors`"))
  }
}

extension Text {
  /// Says of a condition or a cell that it uses the variable with the error.
  static let usesVariable = Text(
    en: "the variable is used here", ru: "переменная используется здесь")
}

extension Roadmap {
  /// Where an error of a variable stands; nil for other errors.
  func element(of error: EvaluationError) -> Element? {
    guard let origin = error.origin else { return nil }
    return variables.firstIndex { $0.id.utf8.elementsEqual(origin.utf8) }.map {
      .variable(VariableIndex($0), error.bytes)
    }
  }
}
