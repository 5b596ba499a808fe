import Bilingual
import CEL
import RoadmapModel
import RoadmapProof
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A decision table that is not declared.
  static let unknownTable = DiagnosticCode("unknown-table")
  /// A decision table whose parts do not fit together.
  static let invalidTable = DiagnosticCode("invalid-table")
}

/// A place where a table chooses.
struct TableChoice {
  /// The table; nil where it cannot be used, which has been reported.
  let index: TableIndex?
}

extension Reader {
  /// Reads `{table: ID}`; nil where something else stands.
  mutating func tableUse(
    _ place: Place, giving subject: DecisionTable.Subject
  ) -> TableChoice? {
    let tree = tree(place)
    guard tree.kind(tree.resolved(place.node)) == .mapping else { return nil }
    let shape = RecordShape.tableUse
    guard let record = record(place, as: shape), let name = value(record, shape.slot(of: .table))
    else { return TableChoice(index: nil) }
    return self.table(name, giving: subject)
  }

  /// The table that is named to choose.
  mutating func table(_ name: Place, giving subject: DecisionTable.Subject) -> TableChoice {
    guard let index = resolve(name, among: tables, .table).index else {
      return TableChoice(index: nil)
    }
    let table = tables.values[index.position]
    guard table.subject == subject else {
      report(.otherSubject(table.id, gives: table.subject, at: span(name)))
      return TableChoice(index: nil)
    }
    return TableChoice(index: TableIndex(raw: index.raw))
  }

  /// Reads tables once all names are declared, as far as they do not speak of measures.
  mutating func readTableDrafts(_ entries: [(name: Symbol, place: Place, value: Place)]) {
    for entry in entries {
      if let draft = tableDraft(entry) { tables.define(entry.name, draft, at: entry.value) }
    }
  }

  private mutating func tableDraft(
    _ entry: (name: Symbol, place: Place, value: Place)
  ) -> TableDraft? {
    let shape = RecordShape.table
    guard let record = record(entry.value, as: shape, anchor: entry.place) else { return nil }
    let value = { (self: Reader, word: Word) in self.value(record, shape.slot(of: word)) }
    let errors = errorCount
    let hit = value(self, .hit).map { word($0, of: .hit, DecisionTable.Hit.self) } ?? .unique
    let subject = value(self, .then).flatMap { word($0, of: .then, DecisionTable.Subject.self) }
    let inputs = items(value(self, .when))
    let rows = mappings(value(self, .rows)).compactMap { row($0, columns: inputs.count) }
    guard errors == errorCount, let hit, let subject else { return nil }
    if rows.isEmpty || !(1...DecisionTable.mostColumns).contains(inputs.count) {
      report(.emptyTable(columns: inputs.count, at: span(entry.place)))
      return nil
    }
    if hit == .collect, subject == .route, let place = value(self, .hit) {
      report(.collectedRoutes(at: span(place)))
    }
    var draft = TableDraft(
      id: symbols.string(entry.name), hit: hit, subject: subject, inputs: inputs, rows: rows)
    guard subject == .quorum else { return draft }
    for row in draft.rows.indices {
      draft.rows[row].output = quorum(draft.rows[row].then).map { .quorum($0) }
    }
    return draft
  }

  private mutating func row(_ place: Place, columns: Int) -> TableDraft.Row? {
    let shape = RecordShape.tableRow
    guard let record = record(place, as: shape),
      let list = value(record, shape.slot(of: .when)),
      let then = value(record, shape.slot(of: .then))
    else { return nil }
    let cells = items(list)
    guard cells.count == columns else {
      report(.otherColumns(cells.count, of: columns, at: span(list)))
      return nil
    }
    return TableDraft.Row(cells: cells, then: then)
  }

  /// Finds the routes that tables give, once routes are read.
  mutating func resolveTableOutputs() {
    for position in tables.values.indices where tables.values[position].subject == .route {
      var draft = tables.values[position]
      for row in draft.rows.indices {
        guard isRoute(draft.rows[row].then) else { continue }
        let route = resolve(draft.rows[row].then, among: routes, .route).index
        draft.rows[row].output = route.map { .route($0) }
      }
      tables.redefine(at: position, draft)
    }
  }

  /// Whether a row names something; reports a quorum where a route should stand.
  private mutating func isRoute(_ place: Place) -> Bool {
    let tree = tree(place)
    guard tree.kind(tree.resolved(place.node)) == .mapping else { return true }
    report(.quorumForRoute(at: span(place)))
    return false
  }

  /// Reads the columns and cells of all tables, once all else is read that they may speak of.
  mutating func readTables(of roadmap: Roadmap) -> [DecisionTable] {
    guard !tables.values.isEmpty else { return [] }
    let environment = Rule.environment(
      for: .measure, using: roadmap.variables,
      sizes: boundsCosts ? SizeLimits(of: roadmap) : SizeLimits())
    let errors = errorCount
    let found = tables.values.map { table($0, in: environment, roadmap.variables) }
    return errors == errorCount ? found.compactMap { $0 } : []
  }

  private mutating func table(
    _ draft: TableDraft, in environment: Environment, _ variables: [Variable]
  ) -> DecisionTable? {
    var inputs: [DecisionTable.Input] = []
    for place in draft.inputs {
      guard let program = expression(text(place), at: 0, of: place, in: environment),
        isOfDefinition(program, place, variables)
      else { return nil }
      inputs.append(DecisionTable.Input(program))
    }
    var rows: [DecisionTable.Row] = []
    for row in draft.rows {
      let cells = zip(row.cells, inputs).compactMap { cell($0, of: $1, in: environment, variables) }
      guard cells.count == inputs.count, let output = row.output else { continue }
      rows.append(DecisionTable.Row(cells: cells, output: output))
    }
    guard rows.count == draft.rows.count else { return nil }
    return DecisionTable(
      id: draft.id, hit: draft.hit, subject: draft.subject, inputs: inputs, rows: rows)
  }

  private mutating func cell(
    _ place: Place, of input: DecisionTable.Input, in environment: Environment,
    _ variables: [Variable]
  ) -> DecisionTable.Cell? {
    let whole = text(place)
    if CellReader.isCondition(whole) {
      guard let program = condition(place, in: environment),
        isOfDefinition(program, place, variables)
      else { return nil }
      return .condition(program)
    }
    var reader = CellReader(whole, type: input.program.resultType, least: input.least)
    switch reader.read() {
    case .success(let cell):
      if case .values(let set) = cell {
        if let literal = names?.unknown(in: set, of: input.program).first {
          report(.unknownLiteral(literal, at: span(place)))
        }
      }
      return cell
    case .failure(let problem):
      report(.invalidCell(problem, at: span(of: problem.range, in: place)))
      return nil
    }
  }
}

extension Reader {
  /// Whether an expression asks for nothing that only a run knows; reports it otherwise, since
  /// tables choose before there is a run.
  private mutating func isOfDefinition(
    _ program: Program, _ place: Place, _ variables: [Variable]
  ) -> Bool {
    guard ConditionNeeds(of: [program], using: variables).run else { return true }
    report(.tableOfRun(at: span(place)))
    return false
  }
}

extension UnknownReference {
  static let table = UnknownReference(
    code: .unknownTable, noun: Text(en: "no table named", ru: "нет таблицы"),
    mend: Text(en: "declare it under `tables:`", ru: "объявите её в `tables:`"))
}

extension Diagnostic {
  fileprivate static func tableOfRun(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidTable, at: span,
      message: Text(
        en: "a table chooses before there is a run, and this is known only in one",
        ru: "таблица выбирает до исполнения, а это становится известно только в его ходе"),
      help: Text(
        en: "ask for what the roadmap says, or write a rule `for: transition`",
        ru: "спросите о том, что сказано в дорожной карте, или напишите правило `for: transition`"))
  }

  fileprivate static func otherSubject(
    _ table: String, gives subject: DecisionTable.Subject, at span: SourceSpan
  ) -> Diagnostic {
    let isRoute = subject == .route
    return Diagnostic(
      .invalidTable, at: span,
      message: Text(
        en: "the table `\(table)` gives \(isRoute ? "routes" : "quorums"), "
          + "and here stands a \(isRoute ? "quorum" : "route")",
        ru: "таблица `\(table)` даёт \(isRoute ? "маршруты" : "кворумы"), "
          + "а здесь нужен \(isRoute ? "кворум" : "маршрут")"),
      help: Text(
        en: "name a table with `then: \(isRoute ? "quorum" : "route")`",
        ru: "назовите таблицу, где `then: \(isRoute ? "quorum" : "route")`"))
  }

  fileprivate static func quorumForRoute(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidTable, at: span,
      message: Text(
        en: "here must stand the id of a route: the table gives routes",
        ru: "здесь должен стоять идентификатор маршрута: таблица даёт маршруты"))
  }

  fileprivate static func emptyTable(columns: Int, at span: SourceSpan) -> Diagnostic {
    let most = DecisionTable.mostColumns
    return Diagnostic(
      .invalidTable, at: span,
      message: columns > most
        ? Text(
          en: "a table has at most \(most) columns, this one has \(columns)",
          ru: "в таблице не больше \(most) столбцов, а здесь \(columns)")
        : Text(
          en: "a table needs a column and a row", ru: "таблице нужны хотя бы столбец и строка"))
  }

  fileprivate static func collectedRoutes(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidTable, at: span,
      message: Text(
        en: "`collect` joins quorums; a transition takes one route",
        ru: "`collect` объединяет кворумы, а маршрут у перехода один"),
      help: Text(
        en: "write `first`, `unique` or `any`, and give routes with all the steps",
        ru: "напишите `first`, `unique` или `any` и дайте маршруты со всеми этапами"))
  }

  fileprivate static func otherColumns(
    _ cells: Int, of columns: Int, at span: SourceSpan
  ) -> Diagnostic {
    let shown = CountedNoun(en: "cell", "cells", ru: "ячейка", "ячейки", "ячеек")(cells)
    let needed = CountedNoun(en: "column", "columns", ru: "столбец", "столбца", "столбцов")(columns)
    return Diagnostic(
      .invalidTable, at: span,
      message: Text(
        en: "this row has \(shown.en), and the table \(needed.en)",
        ru: "в этой строке \(shown.ru), а в таблице \(needed.ru)"),
      help: Text(
        en: "a cell that does not matter is `any`", ru: "неважная ячейка записывается как `any`"))
  }
}
