import Bilingual
import RoadmapProof
public import RoadmapModel
public import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A version of the language that this program does not know.
  static let unsupportedVersion = DiagnosticCode("unsupported-version")
}

/// A roadmap that has been read and checked.
public struct CompiledRoadmap: Sendable {
  /// What the files say, as far as they could be understood; fit to be run only when there are no
  /// errors among ``diagnostics``.
  public let roadmap: Roadmap
  /// Where everything stands.
  public let map: SourceMap
  /// The files, for showing problems.
  public let files: SourceFiles
  /// Every problem.
  public let problems: Diagnostics
  /// The files as read: path within the root file's folder and bytes, the root file first.
  public let sources: [(path: String, bytes: [UInt8])]

  /// Whether the roadmap may not be run.
  public var hasErrors: Bool { problems.hasErrors }

  /// Every problem, sorted by file and position.
  public var diagnostics: [Diagnostic] { problems.sorted() }
}

/// Compiles a roadmap: reads its files, resolves what they name, and proves what can be proved.
///
/// Never stops at the first problem, never traps, and says the same at every run.
///
/// - Parameters:
///   - root: the root file.
///   - folder: where included files come from.
///   - proving: whether to prove the roadmap, too. A run that has been started is pinned to what it
///     was: only reading it must succeed, so that a check of a newer program never strands it.
/// - Returns: the roadmap, with every problem found.
public func compile(
  _ root: LoadedFile, from folder: any IncludeFolder = NoIncludes(), proving: Bool = true
) -> CompiledRoadmap {
  compile(root, from: folder, proving: proving, limits: .standard)
}

/// Compiles a roadmap that was compiled before, of which `known` has the trees, and reads again
/// only the files that have changed.
public func compile(
  _ root: LoadedFile, from folder: any IncludeFolder, known: inout TreeCache
) -> CompiledRoadmap {
  let taken = known
  known = .empty()
  var reader = Reader(known: taken)
  let compiled = compile(root, from: folder, proving: true, with: &reader)
  known = reader.known
  known.give(back: reader.symbols)
  return compiled
}

/// Compiles a roadmap whose files keep within `limits`.
func compile(
  _ root: LoadedFile, from folder: any IncludeFolder, proving: Bool = true, limits: YAMLLimits
) -> CompiledRoadmap {
  var reader = Reader(limits: limits)
  return compile(root, from: folder, proving: proving, with: &reader)
}

private func compile(
  _ root: LoadedFile, from folder: any IncludeFolder, proving: Bool, with reader: inout Reader
) -> CompiledRoadmap {
  reader.checksTerms = proving
  let roots = reader.readFiles(root, from: folder)
  var roadmap = reader.readRoadmap(roots, from: folder, proving: proving)
  reader.finishMap()
  let map = reader.map
  if !reader.diagnostics.hasErrors {
    let limit = proving ? Rule.totalCostLimit : Int.max
    let findings =
      resolveTables(in: &roadmap, costLimit: limit) + (proving ? checkTables(of: roadmap) : [])
    for finding in findings { reader.report(Diagnostic(finding, of: roadmap, map)) }
  }
  // Of a roadmap that is not understood, rules would tell what is not so.
  let rules = proving && !reader.diagnostics.hasErrors ? decideRules(of: roadmap) : []
  for finding in proving ? prove(roadmap) + rules : [] {
    reader.report(Diagnostic(finding, of: roadmap, map))
  }
  if proving { reader.obeyIgnores() }
  return CompiledRoadmap(
    roadmap: roadmap, map: map, files: reader.files, problems: reader.diagnostics,
    sources: reader.loaded)
}

extension Diagnostic {
  /// A finding about a roadmap, with the places where its elements stand.
  fileprivate init(_ finding: Finding, of roadmap: Roadmap, _ map: SourceMap) {
    let span = map.span(of: finding.element, in: roadmap)
    let related = finding.related.map { related in
      RelatedLocation(
        span: map.span(of: related.element, in: roadmap), message: related.message)
    }
    self.init(
      DiagnosticCode(finding.code.name), finding.severity == .error ? .error : .warning, at: span,
      message: finding.message, help: finding.help,
      related: related.filter { note in
        // What the message says of its own place need not be said again.
        note.span != span || !finding.message.en.contains(note.message.en)
      },
      mend: finding.code == .redundantDependency ? .removeItem : nil)
  }
}

extension Reader {
  /// Reads what the files declare: first all names, then what refers to them.
  ///
  /// Where the roadmap is not proved, conditions that cannot be read are kept as such instead of
  /// being reported, so that a newer program that understands expressions otherwise can still open
  /// a run; nothing in it moves past what cannot be judged.
  mutating func readRoadmap(
    _ roots: [Place], from folder: any IncludeFolder, proving: Bool
  ) -> Roadmap {
    var records: [(shape: RecordShape, record: Record)] = []
    for (position, root) in roots.enumerated() {
      let isRoot = root.tree == 0 && position == 0
      let shape = isRoot ? RecordShape.rootFile : .includedFile
      if let record = record(root, as: shape) { records.append((shape, record)) }
    }
    for (shape, record) in records { checkVersion(value(record, shape.slot(of: .vekha))) }
    declareAll(records)
    if let (shape, record) = records.first {
      readHeading(value(record, shape.slot(of: .roadmap)))
      readPowers(value(record, shape.slot(of: .powers)))
    }
    var sites = Sites(nodeCount: trees.reduce(0) { $0 + $1.count })
    for (shape, record) in records {
      findSections(value(record, shape.slot(of: .sections)), under: nil, into: &sites)
    }
    readCalendar(from: folder)
    prepareTerms()
    let draft = readMeasures(sites)
    checkCalendarYears()
    var roadmap = Roadmap(
      heading: heading, people: people.values, roles: roles.values, documents: documents.values,
      kinds: kinds.values, lifecycles: lifecycles.values, routes: routes.values,
      sections: sections, measures: draft.table, texts: draft.texts)
    boundsCosts = proving
    if proving { names = KnownNames(roadmap) }
    roadmap.substitutions = substitutions
    roadmap.powers = powers
    roadmap.variables = readVariables(of: roadmap, proving: proving)
    roadmap.tableUses = tableUses
    roadmap.tables = readTables(of: roadmap)
    let rules = records.map { shape, record in value(record, shape.slot(of: .rules)) }
    readConditions(rules, of: &roadmap, proving: proving)
    let separations = records.map { shape, record in value(record, shape.slot(of: .separations)) }
    let bindings = records.map { shape, record in value(record, shape.slot(of: .bindings)) }
    roadmap.dutyRules = readDutyRules(separations, bindings)
    return roadmap
  }

  /// Declares the names of all files before anything is read that may refer to them.
  private mutating func declareAll(_ records: [(shape: RecordShape, record: Record)]) {
    let places = { (self: Reader, word: Word) in
      records.map { self.value($0.record, $0.shape.slot(of: word)) }
    }
    for place in places(self, .roles) { declareRoles(place) }
    for place in places(self, .documents) { declareDocuments(place) }
    let people = places(self, .people).flatMap { declare($0, in: \.people) }
    readPeople(people)
    let routes = places(self, .routes).flatMap { declare($0, in: \.routes) }
    for place in places(self, .variables) { declareVariables(place) }
    let tables = places(self, .tables).flatMap { declare($0, in: \.tables) }
    readTableDrafts(tables)
    readRoutes(routes)
    resolveTableOutputs()
    let lifecycles = places(self, .lifecycles).flatMap { declare($0, in: \.lifecycles) }
    readLifecycles(lifecycles)
    let kinds = places(self, .kinds).flatMap { declare($0, in: \.kinds) }
    readKinds(kinds)
  }

  private mutating func checkVersion(_ place: Place?) {
    guard let place, tree(place).integer(place.node) != 1 else { return }
    report(
      Diagnostic(
        .unsupportedVersion, at: span(place),
        message: Text(
          en: "version \(text(place)) of the language is not known here",
          ru: "версия языка \(text(place)) здесь неизвестна"),
        help: Text(
          en: "this program reads `vekha: 1`", ru: "эта программа читает `vekha: 1`")))
  }

  mutating func finishMap() {
    map.trees = trees
    map.symbols = symbols
    map.files = files
    map.people = people.places
    map.roles = roles.places
    map.documents = documents.places
    map.kinds = kinds.places
    map.lifecycles = lifecycles.places
    map.routes = routes.places
    map.tables = tables.places
  }
}
