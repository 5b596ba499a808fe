public import CivilTime

/// Another route for one transition of one measure.
public struct RouteOverride: Hashable, Sendable {
  /// The transition of the measure's lifecycle.
  public let transition: TransitionIndex
  /// The route that it takes instead.
  public let route: RouteIndex

  /// Creates an override.
  public init(transition: TransitionIndex, route: RouteIndex) {
    self.transition = transition
    self.route = route
  }
}

/// All measures of a roadmap, parts among them, as columns in the order of the document.
public struct Measures: Sendable {
  /// What the roadmap says of one measure.
  public struct Entry: Sendable {
    /// The id, unique in the roadmap.
    public var id = TextID.empty
    /// The number that the document prints beside it; empty where it prints none.
    public var number = TextID.empty
    /// The number with those of its section and parents, such as `1.1.6`; empty without a number.
    public var fullNumber = TextID.empty
    /// The text of the measure.
    public var title = TextID.empty
    /// The words of the document for when; empty where it has none.
    public var term = TextID.empty
    /// The reading of the term as dates.
    public var due: Period?
    /// How long it takes at least, 0 days or more; `nil` where the roadmap does not say.
    public var takes: DayCount?
    /// The kind; `nil` only in a definition that has errors.
    public var kind: KindIndex?
    /// The lifecycle: its own or its kind's; `nil` only in a definition that has errors.
    public var lifecycle: LifecycleIndex?
    /// The section that it stands in.
    public var section = SectionIndex(raw: 0)
    /// What it costs, where the roadmap says so.
    public var cost: Amount?
    /// The measure that it is a part of.
    public var parent: MeasureIndex?
    /// Whether something that it refers to could not be resolved, so that checks which need all
    /// of it must hold back.
    public var isIncomplete = false

    /// Creates an empty entry.
    public init() {}
  }

  /// The entries, in the order of the document.
  public private(set) var entries: [Entry] = []
  /// The owners of each measure, the lead first.
  public private(set) var owners = Rows<PersonIndex>()
  /// What each measure waits for, in the order written.
  public private(set) var dependencies = Rows<Dependency>()
  /// The external documents that each measure waits for.
  public private(set) var awaits = Rows<DocumentIndex>()
  /// The routes that measures take in place of those of their lifecycles.
  public private(set) var routeOverrides: [MeasureIndex: [RouteOverride]] = [:]

  /// The different lags of dependencies.
  public private(set) var lags: [Lag] = []
  /// The windows that external documents open for measures.
  public private(set) var windows: [MeasureIndex: [AwaitedWindow]] = [:]
  /// The turns of recurring measures.
  public private(set) var occurrences: [MeasureIndex: Occurrence] = [:]
  private var lagPositions: [Lag: Int32] = [:]

  /// Creates an empty table.
  public init() {}

  /// Creates a dependency of a measure of this table.
  public mutating func dependency(
    on predecessor: MeasureIndex, reaches: StateIndex? = nil,
    kind: Dependency.Kind = .finishStart, lag: Lag?
  ) -> Dependency {
    guard let lag else { return Dependency(on: predecessor, reaches: reaches, kind: kind) }
    let position = lagPositions[lag] ?? Int32(truncatingIfNeeded: lags.count)
    if Int(position) == lags.count {
      lags.append(lag)
      lagPositions[lag] = position
    }
    return Dependency(on: predecessor, reaches: reaches, kind: kind, lag: position, lag)
  }

  /// The lag of a dependency of this table; `nil` where it has none.
  public func lag(of dependency: Dependency) -> Lag? {
    let position = Int(dependency.lag)
    return lags.indices.contains(position) ? lags[position] : nil
  }

  /// Lets a document open a window for the measure that is appended next.
  public mutating func addWindow(_ window: AwaitedWindow) {
    windows[MeasureIndex(owners.count), default: []].append(window)
  }

  /// Makes a measure one turn of a recurring measure.
  public mutating func mark(_ measure: MeasureIndex, as occurrence: Occurrence) {
    occurrences[measure] = occurrence
  }

  /// Appends a measure with its lists.
  public mutating func append(
    _ entry: Entry, owners people: some Sequence<PersonIndex>,
    after: some Sequence<Dependency>, awaits documents: some Sequence<DocumentIndex>,
    routes: [RouteOverride] = []
  ) {
    for person in people { _ = addOwner(person) }
    for dependency in after { addDependency(dependency) }
    for document in documents { _ = addAwaited(document) }
    append(entry, routes: routes)
  }

  /// Adds an owner to the measure that is appended next; answers whether it is a new one.
  public mutating func addOwner(_ person: PersonIndex) -> Bool { owners.addOnce(person) }

  /// Adds a dependency to the measure that is appended next.
  public mutating func addDependency(_ dependency: Dependency) { dependencies.append(dependency) }

  /// Adds a document that the measure that is appended next waits for; answers whether it is new.
  public mutating func addAwaited(_ document: DocumentIndex) -> Bool { awaits.addOnce(document) }

  /// Appends a measure with the owners, dependencies and documents added since the one before.
  public mutating func append(_ entry: Entry, routes: [RouteOverride] = []) {
    entries.append(entry)
    endLists(isIncomplete: entry.isIncomplete, routes: routes)
  }

  /// Takes all measures of an empty table at once, in the order of the document; their lists
  /// follow, those of each ended by ``endLists(isIncomplete:routes:)``.
  public mutating func take(_ entries: consuming [Entry]) { self.entries = entries }

  /// Ends the lists of the next measure of those taken: the owners, dependencies and documents
  /// added since the one before. What could not be resolved in them makes it incomplete.
  public mutating func endLists(isIncomplete: Bool, routes: [RouteOverride] = []) {
    let measure = MeasureIndex(owners.count)
    if !routes.isEmpty { routeOverrides[measure] = routes }
    if isIncomplete { entries[measure.position].isIncomplete = true }
    owners.endRow()
    dependencies.endRow()
    awaits.endRow()
  }

  /// Gives measures the routes that they take in place of those of their lifecycles.
  mutating func override(_ routes: [MeasureIndex: [RouteOverride]]) {
    routeOverrides.merge(routes) { _, new in new }
  }

  /// Makes room for `count` measures.
  public mutating func reserve(_ count: Int) {
    entries.reserveCapacity(count)
    owners.reserve(rows: count, values: count * 2)
    dependencies.reserve(rows: count, values: count * 2)
    awaits.reserve(rows: count, values: 0)
  }

  /// The number of measures, parts among them.
  @inlinable
  public var count: Int { entries.count }

  /// The indices of all measures, in the order of the document.
  @inlinable
  public var indices: some Sequence<MeasureIndex> {
    (0..<entries.count).lazy.map { MeasureIndex($0) }
  }

  /// What the roadmap says of the measure at `index`.
  @inlinable
  public subscript(index: MeasureIndex) -> Entry { entries[index.position] }
}
