public import Bilingual
import CivilTime

extension TermExplanation {
  /// A line of the explanation for people: what it is about, and what is said of it.
  public struct Row: Hashable, Sendable {
    /// What it is about, such as `working days`.
    public let label: Text
    /// What is said.
    public let value: Text

    init(en: String, ru: String, _ value: Text) {
      label = Text(en: en, ru: ru)
      self.value = value
    }
  }

  /// The explanation, line by line.
  public var rows: [Row] {
    var rows = [
      Row(en: "class", ru: "вид", term.kind?.name ?? Text(en: "unknown", ru: "неизвестен")),
      Row(en: "reading", ru: "прочтение", term.words),
    ]
    if let dates { rows.append(Row(en: "dates", ru: "даты", dates)) }
    if let days = workingDaysInWords {
      rows.append(Row(en: "working days", ru: "рабочих дней", days))
    }
    if let every = term.every {
      rows.append(Row(en: "comes again", ru: "повторение", Text(verbatim: every.rule.rrule)))
    }
    rows += term.parts.map { part in
      Row(en: "part", ru: "часть", Text(verbatim: "«\(part.text)»: ").appending(part.words))
    }
    rows += term.remarks.map { Row(en: "beside it", ru: "кроме того", Text(verbatim: $0)) }
    rows += term.rules.map { Row(en: "rule", ru: "правило", $0.words) }
    rows += warnings.map { Row(en: "warning", ru: "предупреждение", $0) }
    return rows
  }

  private var dates: Text? {
    if let period = term.period { return Text(verbatim: period.edtf) }
    guard term.kind == .relative, term.after != nil, day == nil else { return nil }
    return Text(
      en: "counted from the event; give its day with `--at 2018-09-01`",
      ru: "отсчитываются от события; его день можно задать: `--at 2018-09-01`")
  }

  private var workingDaysInWords: Text? {
    guard let workingDays else { return nil }
    let since = term.from == nil ? day : nil
    return Text(
      en: "\(workingDays)\(since.map { " from \($0)" } ?? ""), calendar `\(calendar.name)`",
      ru: "\(workingDays)\(since.map { " с \($0)" } ?? ""), календарь `\(calendar.name)`")
  }
}

extension Term.Class {
  /// What people call terms of this class.
  fileprivate var name: Text {
    switch self {
    case .point: Text(en: "point", ru: "день")
    case .deadline: Text(en: "deadline", ru: "крайний срок")
    case .interval: Text(en: "interval", ru: "промежуток")
    case .recurring: Text(en: "recurring", ru: "повторяющийся")
    case .relative: Text(en: "relative", ru: "отсчёт от события")
    case .external: Text(en: "external", ru: "по другому документу")
    case .onDemand: Text(en: "on demand", ru: "по необходимости")
    case .continuous: Text(en: "continuous", ru: "постоянно")
    case .list: Text(en: "list", ru: "перечень сроков")
    case .composite: Text(en: "composite", ru: "составной")
    case .span: Text(en: "span", ru: "срок всего плана")
    }
  }
}
