public import Bilingual
public import CivilTime

/// A compiled definition: what a roadmap says, resolved and dense.
public struct Roadmap: Sendable {
  /// What the roadmap says of itself.
  public struct Heading: Hashable, Sendable {
    /// The id.
    public var id = ""
    /// The title that documents print.
    public var title = ""
    /// The span of time that it covers.
    public var period: Period?
    /// The language of its terms and printed documents.
    public var language: Language?
    /// How many people may be absent, whoever they are, so that approvals still can be given: 0
    /// through 2.
    public var resilience = 0
    /// The working days by which days are counted.
    public var calendar = WorkingCalendar.weekdays
    /// How disputed words of terms are read.
    public var policies = TermPolicies()
    /// When people are reminded of terms, and who sets these.
    public var timers = Timers()

    /// Creates an empty heading.
    public init() {}
  }

  /// What the roadmap says of itself.
  public let heading: Heading
  /// The people, in the order written.
  public let people: [Person]
  /// The roles, in the order written.
  public let roles: [Role]
  /// The external documents, in the order written.
  public let documents: [ExternalDocument]
  /// The kinds of measures, in the order written.
  public let kinds: [Kind]
  /// The lifecycles, in the order written.
  public let lifecycles: [Lifecycle]
  /// The routes, in the order written.
  public private(set) var routes: [Route]
  /// The sections, in the order of the document.
  public let sections: [Section]
  /// The measures, in the order of the document.
  public private(set) var measures: Measures
  /// The texts of the measures.
  public let texts: TextTable
  /// The rules, in the order written.
  public var rules: [Rule] = []
  /// The named expressions that rules and tables use, in the order written.
  public var variables: [Variable] = []
  /// The decision tables, in the order written.
  public var tables: [DecisionTable] = []
  /// Where these choose.
  public var tableUses = TableUses()
  /// The rules about who does which duties, in the order written.
  public var dutyRules: [DutyRule] = []
  /// The rules that this program cannot read; only a stored definition may have some.
  public var unreadableRules: [UnreadableRule] = []
  /// Who stands in for whom by dated acts, in the order written.
  public var substitutions: [Substitution] = []
  /// Who may do what no measure gives a right to.
  public var powers = Powers()
  /// The conditions of transitions, in the order written.
  public var guards: [TransitionGuard] = []
  /// Who holds each role, in the order of ``people``.
  public let holders: Rows<PersonIndex>
  /// The parts of each measure, in the order of the document.
  public let parts: Rows<MeasureIndex>

  /// Creates a roadmap from its tables and derives who holds what and what is part of what.
  public init(
    heading: Heading, people: [Person], roles: [Role], documents: [ExternalDocument],
    kinds: [Kind], lifecycles: [Lifecycle], routes: [Route], sections: [Section],
    measures: Measures, texts: TextTable
  ) {
    self.heading = heading
    self.people = people
    self.roles = roles
    self.documents = documents
    self.kinds = kinds
    self.lifecycles = lifecycles
    self.routes = routes
    self.sections = sections
    self.measures = measures
    self.texts = texts
    holders = Self.holders(of: roles.count, among: people)
    parts = Self.parts(among: measures)
  }

  /// Adds routes, and lets measures take these and others in place of those of their lifecycles.
  public mutating func reroute(
    _ overrides: [MeasureIndex: [RouteOverride]], adding newRoutes: [Route]
  ) {
    routes += newRoutes
    measures.override(overrides)
  }

  private static func holders(of roleCount: Int, among people: [Person]) -> Rows<PersonIndex> {
    var pairs: [(row: Int32, value: PersonIndex)] = []
    for (position, person) in people.enumerated() {
      for role in person.roles { pairs.append((role.raw, PersonIndex(position))) }
    }
    return Rows(rowCount: roleCount, pairs: pairs)
  }

  private static func parts(among measures: Measures) -> Rows<MeasureIndex> {
    var pairs: [(row: Int32, value: MeasureIndex)] = []
    for (position, entry) in measures.entries.enumerated() {
      if let parent = entry.parent { pairs.append((parent.raw, MeasureIndex(position))) }
    }
    return Rows(rowCount: measures.count, pairs: pairs)
  }
}
