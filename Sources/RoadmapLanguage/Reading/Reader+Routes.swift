import Bilingual
import RoadmapModel
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A route, or a group of parallel steps, without a step.
  static let emptyRoute = DiagnosticCode("empty-route")
  /// A step that its route does not have.
  static let unknownStep = DiagnosticCode("unknown-step")
  /// A separation of duties that names fewer than two parties.
  static let loneSeparation = DiagnosticCode("lone-separation")
}

extension Reader {
  /// Reads routes once all people and roles are read.
  mutating func readRoutes(_ entries: [(name: Symbol, place: Place, value: Place)]) {
    for entry in entries {
      guard let (route, chosen) = route(entry) else { continue }
      if chosen.contains(where: { $0 != nil }) {
        tableUses.quorums[RouteIndex(routes.values.count)] = chosen
      }
      routes.define(entry.name, route, at: entry.value)
    }
  }

  /// A route, and the tables that choose quorums of its steps.
  private mutating func route(
    _ entry: (name: Symbol, place: Place, value: Place)
  ) -> (Route, tables: [TableIndex?])? {
    let shape = RecordShape.route
    guard let record = record(entry.value, as: shape, anchor: entry.place) else { return nil }
    let errors = errorCount
    let id = symbols.string(entry.name)
    let title = value(record, shape.slot(of: .title)).map(text)
    guard let list = value(record, shape.slot(of: .steps)) else { return nil }
    var draft = RouteDraft()
    draft.delegability = delegability(value(record, shape.slot(of: .delegate)))?.value
    for item in items(list) { readStage(item, into: &draft) }
    if items(list).isEmpty { report(.emptyRoute(at: span(list))) }
    let separate = value(record, shape.slot(of: .separate))
    let separations = separations(separate, in: draft)
    let bind = value(record, shape.slot(of: .bind))
    let bindings = bindings(bind, in: draft)
    let signatures = signatures(value(record, shape.slot(of: .signatures)))
    let afterReturn = afterReturn(value(record, shape.slot(of: .afterReturn)))
    guard !draft.steps.isEmpty else { return nil }
    let route = Route(
      id: id, title: title ?? id, steps: draft.steps, stages: draft.stages,
      separations: separations, bindings: bindings,
      signatures: isPresentButUnread(record, shape, .signatures) ? .throughout : signatures,
      afterReturn: afterReturn,
      isIncomplete: errors != errorCount || isPresentButUnread(record, shape, .separate)
        || isPresentButUnread(record, shape, .bind))
    return (route, draft.tables)
  }

  private mutating func readStage(_ place: Place, into draft: inout RouteDraft) {
    let tree = tree(place)
    let isParallel = tree.entries(of: tree.resolved(place.node)).contains { entry in
      tree.scalar(entry.key).map { $0.id == Word.parallel.symbolID } ?? false
    }
    let start = draft.steps.count
    if isParallel {
      guard let record = record(place, as: .parallel) else { return }
      let list = value(record, RecordShape.parallel.slot(of: .parallel))
      for item in items(list) { readStep(item, into: &draft) }
      if let list, items(list).isEmpty { report(.emptyRoute(at: span(list))) }
    } else {
      readStep(place, into: &draft)
    }
    draft.stages.append(start..<draft.steps.count)
  }

  /// Reads a step; one with errors is kept as incomplete, so that the others keep their positions.
  private mutating func readStep(_ place: Place, into draft: inout RouteDraft) {
    let shape = RecordShape.step
    let errors = errorCount
    guard tree(place).kind(tree(place).resolved(place.node)) == .mapping,
      let record = record(place, as: shape)
    else { return draft.addUnreadable() }
    let by = principals(value(record, shape.slot(of: .by)))
    let excluded = value(record, shape.slot(of: .not)).map { principals($0) }
    let choice = value(record, shape.slot(of: .quorum)).map { quorumChoice($0) } ?? QuorumChoice()
    let quorum =
      choice.table.map { tables.values[$0.position].firstQuorum ?? .all } ?? choice.quorum
    let voices = voices(record, by: by.values, not: excluded?.values ?? [], choice)
    let within = value(record, shape.slot(of: .within)).flatMap { duration($0) }
    let acting = acting(in: record, else: draft.delegability)
    let covers = value(record, shape.slot(of: .covers)).map { self.covers($0) }
    guard let idPlace = value(record, shape.slot(of: .id)), let name = symbol(idPlace) else {
      return draft.addUnreadable()
    }
    let id = text(idPlace)
    if !isWellFormedID(name) { report(.invalidID(id, at: span(idPlace))) }
    if id == Word.requesterWord { report(.reservedID(step: id, at: span(idPlace))) }
    if let first = draft.places[name] {
      report(.duplicateID(id, at: span(idPlace), first: span(first)))
    }
    let title = value(record, shape.slot(of: .title)).map(text)
    let isIncomplete =
      errors != errorCount || !by.isWhole || excluded?.isWhole == false || !voices.isWhole
      || !acting.isWhole || choice.isIncomplete
    var step = Route.Step(
      id: id, title: title ?? id, by: by.values, not: excluded?.values ?? [],
      quorum: quorum ?? .all, within: within, escalate: acting.superiors, covers: covers,
      isIncomplete: isIncomplete)
    step.escalationDecides = acting.superiorsDecide
    step.delegability = acting.delegability
    (step.weights, step.veto, step.chair) = (voices.weights, voices.veto, voices.chair)
    draft.add(name, step, choice.table, at: idPlace)
  }

  /// Reads one set of parties, or a list of such sets.
  private mutating func separations(_ place: Place?, in draft: RouteDraft) -> [[Route.Party]] {
    guard let place else { return [] }
    let lists = items(place)
    let isListOfSets = lists.contains { tree($0).kind(tree($0).resolved($0.node)) == .sequence }
    guard isListOfSets else { return [parties(lists, in: draft, at: place)] }
    return lists.map { parties(items($0), in: draft, at: $0) }
  }

  private mutating func parties(
    _ places: [Place], in draft: RouteDraft, at whole: Place
  ) -> [Route.Party] {
    var found: [(place: Place, value: Route.Party)] = []
    var isUnderstood = true
    for place in places {
      guard let name = symbol(place) else { continue }
      if text(place) == Word.requesterWord {
        found.append((place, .requester))
      } else if let step = draft.indices[name] {
        found.append((place, .step(step)))
      } else if draft.places[name] == nil {
        isUnderstood = false
        let known = draft.steps.map(\.id).filter { !$0.isEmpty }
        report(.unknownStep(text(place), at: span(place), known: known))
      }
    }
    let parties = once(found, in: .separate)
    if parties.count < 2, isUnderstood { report(.loneSeparation(at: span(whole))) }
    return parties
  }
}

/// The steps of a route that is being read.
struct RouteDraft {
  var steps: [Route.Step] = []
  /// The table that chooses the quorum of each step, if one does.
  private(set) var tables: [TableIndex?] = []
  var stages: [Range<Int>] = []
  /// What the route says of delegating votes, for the steps that say nothing.
  var delegability: Delegability?
  private(set) var indices: [Symbol: StepIndex] = [:]
  private(set) var places: [Symbol: Place] = [:]

  mutating func add(
    _ name: Symbol, _ step: Route.Step, _ table: TableIndex?, at place: Place
  ) {
    if indices[name] == nil {
      indices[name] = StepIndex(steps.count)
      places[name] = place
    }
    steps.append(step)
    tables.append(table)
  }

  /// Holds the position of a step that could not be read.
  mutating func addUnreadable() {
    steps.append(Route.Step(id: "", title: "", by: [], quorum: .all, isIncomplete: true))
    tables.append(nil)
  }
}

extension Word {
  /// The symbol of this word in every symbol table of the reader.
  var symbolID: UInt32 {
    UInt32(truncatingIfNeeded: Word.allCases.firstIndex(of: self) ?? 0)
  }

  /// The word for whoever asked for a transition.
  static let requesterWord = "requester"
}

extension Diagnostic {
  fileprivate static func emptyRoute(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .emptyRoute, at: span,
      message: Text(
        en: "there is no step here, so nobody would approve",
        ru: "здесь нет ни одного этапа: согласовать было бы некому"),
      help: Text(
        en: "add a step, or remove the route from its transitions",
        ru: "добавьте этап или уберите маршрут из переходов"))
  }

  static func unknownStep(
    _ name: String, at span: SourceSpan, known steps: [String], orRequester: Bool = true
  ) -> Diagnostic {
    let known = orRequester ? steps + [Word.requesterWord] : steps
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    let near = NearNames(to: name, in: known)
    return Diagnostic(
      .unknownStep, at: span,
      message: Text(
        en: "this route has no step `\(name)`", ru: "в этом маршруте нет этапа `\(name)`"),
      help: near.help
        ?? Text(en: "here may stand \(list)", ru: "здесь могут стоять \(list)"),
      mend: near.mend, choices: near.choices)
  }

  fileprivate static func loneSeparation(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .loneSeparation, at: span,
      message: Text(
        en: "a separation names at least two that must be different people",
        ru: "разделение называет не меньше двух сторон, за которыми стоят разные люди"),
      help: Text(
        en: "name `requester` and a step, or two steps",
        ru: "назовите `requester` и этап или два этапа"))
  }
}
