import Bilingual
import CEL
import RoadmapModel

extension FindingCode {
  /// A measure, or a case, that no row of a decision table covers.
  public static let tableCaseMissing = FindingCode("table-case-missing")
  /// Rows of a decision table that apply together, though they must not.
  public static let tableCaseOverlap = FindingCode("table-case-overlap")
  /// A decision table with a column or cell that has no value for some measure.
  public static let tableError = FindingCode("table-error")
  /// A row of a decision table that never counts.
  public static let tableRowUnreached = FindingCode("table-row-unreached")
  /// A decision table of which it cannot be told whether it covers all cases.
  public static let tableUndecided = FindingCode("table-undecided")
}

extension EvaluationError {
  /// A column of a table gave what has no place in an order.
  static func noOrder(_ value: Value) -> EvaluationError {
    EvaluationError(
      .noMatchingOverload,
      Text(
        en: "the column gives `\(value.quotation)`, which cells cannot be compared with",
        ru: "столбец даёт `\(value.quotation)`, с этим ячейки не сравнить"))
  }
}

// MARK: - Measures

extension Finding {
  static func tableMissesMeasure(
    _ table: String, _ measure: String, at subject: MeasureIndex, _ index: TableIndex
  ) -> Self {
    Finding(
      .error, .tableCaseMissing, at: .measure(subject),
      Text(
        en: "no row of the table `\(table)` applies to \(measure)",
        ru: "ни одна строка таблицы `\(table)` не подходит для \(measure)"),
      help: Text(
        en: "add a row for it; a last row of `any` takes whatever is left",
        ru: "добавьте для него строку; последняя строка из `any` берёт всё остальное"),
      related: [
        .init(
          .table(index),
          Text(en: "the table `\(table)` is here", ru: "таблица `\(table)` находится здесь"))
      ])
  }

  static func tableConflict(
    _ table: DecisionTable, _ measure: String, at subject: MeasureIndex, _ index: TableIndex,
    _ first: Int, _ second: Int
  ) -> Self {
    Finding(
      .error, .tableCaseOverlap, at: .measure(subject),
      Text(
        en: "rows \(first + 1) and \(second + 1) of the table `\(table.id)` both apply to "
          + "\(measure)\(table.hit.demand.en)",
        ru: "для \(measure) подходят сразу строки \(first + 1) и \(second + 1) таблицы "
          + "`\(table.id)`\(table.hit.demand.ru)"),
      help: table.hit.mend, related: rows(of: index, first, second))
  }

  static func tableError(
    _ table: String, _ error: EvaluationError, for measure: String, others: Int,
    at element: Element, use: Element?, subject: Element
  ) -> Self {
    let rest = Text.andMoreMeasures(others)
    return Finding(
      .error, .tableError, at: element,
      Text(
        en: "the table `\(table)` cannot be decided for \(measure)\(rest.en): \(error.message.en)",
        ru: "таблица `\(table)` не даёт ответа для \(measure)\(rest.ru): \(error.message.ru)"),
      help: error.code != .noSuchKey
        ? nil
        : Text(
          en: "give what is missing, or something in its place: `measure.?cost.orValue(0.0)`",
          ru: "укажите недостающее или замену ему: `measure.?cost.orValue(0.0)`"),
      related: [
        use.map { .init($0, .usesVariable) },
        .init(subject, Text(en: "asked for this measure", ru: "о ней спрашивает это мероприятие")),
      ].compactMap { $0 })
  }

  static func tableOverrun(_ table: String, limit: Int, at element: Element) -> Self {
    Finding(
      .error, .ruleTooCostly, at: element,
      Text(
        en: "deciding the table `\(table)` costs more than \(limit) units",
        ru: "применить таблицу `\(table)` стоит больше \(limit) единиц"),
      help: Text(
        en: "let its columns ask less: `after` in place of `ancestors`",
        ru: "пусть её столбцы спрашивают меньше: `after` вместо `ancestors`"))
  }

  private static func rows(of table: TableIndex, _ first: Int, _ second: Int) -> [Related] {
    [first, second].map { row in
      Related(
        .tableRow(table, row),
        Text(en: "row \(row + 1) is here", ru: "строка \(row + 1) находится здесь"))
    }
  }
}

// MARK: - Tables

extension Finding {
  static func tableMissesCase(
    _ table: DecisionTable, _ index: TableIndex, _ example: TableCoverage.Example
  ) -> Self {
    let shown = table.words(of: example)
    return Finding(
      .warning, .tableCaseMissing, at: .table(index),
      Text(
        en: "no row of the table `\(table.id)` covers the case \(shown)",
        ru: "ни одна строка таблицы `\(table.id)` не охватывает случай \(shown)"),
      help: Text(
        en: "add a row for it; a last row of `any` takes whatever is left",
        ru: "добавьте для него строку; последняя строка из `any` берёт всё остальное"))
  }

  static func tableRowsOverlap(
    _ table: DecisionTable, _ index: TableIndex, _ first: Int, _ second: Int,
    _ example: TableCoverage.Example
  ) -> Self {
    let shown = table.words(of: example)
    return Finding(
      .warning, .tableCaseOverlap, at: .tableRow(index, second),
      Text(
        en: "rows \(first + 1) and \(second + 1) of the table `\(table.id)` both apply in the case "
          + "\(shown)\(table.hit.demand.en)",
        ru: "в случае \(shown) подходят сразу строки \(first + 1) и \(second + 1) таблицы "
          + "`\(table.id)`\(table.hit.demand.ru)"),
      help: table.hit.mend,
      related: [
        .init(
          .tableRow(index, first),
          Text(en: "row \(first + 1) is here", ru: "строка \(first + 1) находится здесь"))
      ])
  }

  static func tableRowUnreached(
    _ table: DecisionTable, _ index: TableIndex, _ row: Int, isPossible: Bool
  ) -> Self {
    Finding(
      .warning, .tableRowUnreached, at: .tableRow(index, row),
      Text(
        en: "row \(row + 1) of the table `\(table.id)` never counts",
        ru: "строка \(row + 1) таблицы `\(table.id)` никогда не срабатывает"),
      help: isPossible
        ? Text(
          en: "rows above it take all its cases: move it up, or remove it",
          ru: "все её случаи забирают строки выше: поднимите её или уберите")
        : Text(
          en: "its cells never hold together: change them, or remove it",
          ru: "её ячейки не бывают верны вместе: измените их или уберите строку"))
  }

  static func tableUndecided(
    _ table: DecisionTable, _ index: TableIndex, isTooLarge: Bool
  ) -> Self {
    Finding(
      .warning, .tableUndecided, at: .table(index),
      Text(
        en: "whether the table `\(table.id)` covers all cases cannot be told: "
          + (isTooLarge ? "there are too many" : "some only come to rows with conditions"),
        ru: "охватывает ли таблица `\(table.id)` все случаи, сказать нельзя: "
          + (isTooLarge ? "их слишком много" : "часть достаётся только строкам с условиями")),
      help: Text(
        en: "the measures there are have been checked; a last row of `any` covers all others",
        ru: "имеющиеся мероприятия проверены; последняя строка из `any` охватит и все другие"))
  }
}

extension DecisionTable {
  /// A case in words: `measure.cost = 5, measure.kind = "event"`.
  fileprivate func words(of example: TableCoverage.Example) -> String {
    let parts = zip(inputs, example).compactMap { input, point in
      point.map { "\(input.program.expression.description) = \($0.value.quotation)" }
    }
    return parts.isEmpty ? "`*`" : "`\(parts.joined(separator: ", "))`"
  }
}

extension DecisionTable.Hit {
  /// What rows must not do, after a comma.
  fileprivate var demand: Text {
    switch self {
    case .unique: Text(en: ", and only one may", ru: ", а может только одна")
    case .any:
      Text(en: ", and they say different things", ru: ", а говорят они разное")
    case .collect:
      Text(
        en: ", and which quorum is larger depends on how many people there are",
        ru: ", а какой кворум больше, зависит от числа людей")
    case .first: Text(verbatim: "")
    }
  }

  fileprivate var mend: Text? {
    switch self {
    case .unique:
      Text(
        en: "narrow one of them, or write `hit: first`",
        ru: "сузьте одну из них или напишите `hit: first`")
    case .any:
      Text(
        en: "let them give the same, or write `hit: first`",
        ru: "пусть они дают одно и то же, или напишите `hit: first`")
    case .collect:
      Text(
        en: "write both as numbers or both as percentages",
        ru: "запишите оба числами или оба процентами")
    case .first: nil
    }
  }
}
