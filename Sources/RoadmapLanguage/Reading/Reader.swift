import RoadmapModel
import RoadmapProof
import SourceDiagnostics
import YAMLSource

/// A node of one of the files that make up a roadmap.
struct Place: Hashable, Sendable {
  /// The position of the file's tree among those read.
  let tree: Int32
  /// The node in that tree.
  let node: NodeID
}

/// Reads the files of one roadmap into a model, keeping where everything stands.
///
/// Reading never stops at the first problem: what cannot be understood is reported and left out,
/// and whatever depended on it is marked as incomplete so that nothing is reported twice.
struct Reader {
  var files = SourceFiles()
  var symbols = SymbolTable()
  var trees: [YAMLTree] = []
  var diagnostics = Diagnostics()
  /// The number of errors reported by the reader itself.
  private(set) var errorCount = 0
  /// How many known names may still be compared with unknown ones.
  private(set) var comparisonsLeft = 1_000_000
  let limits: YAMLLimits
  /// Where aliases stand that lead nowhere.
  var brokenAliases: Set<SourceSpan> = []
  var map = SourceMap()
  /// The files that were read, by their paths within the root file's folder.
  var loaded: [(path: String, bytes: [UInt8])] = []

  var people = Declared<Person>(.people)
  var roles = Declared<Role>(.roles)
  /// Who stands in for whom.
  var substitutions: [Substitution] = []
  var powers = Powers()
  var documents = Declared<ExternalDocument>(.documents)
  var kinds = Declared<Kind>(.kinds)
  var lifecycles = Declared<Lifecycle>(.lifecycles)
  var routes = Declared<Route>(.routes)
  /// What expressions may compare ids with, once that is read.
  var names: KnownNames?
  var variables = Declared<Place>(.variables)
  /// The variables that could be compiled, by name.
  var compiledVariables: [String: Variable] = [:]
  var tables = Declared<TableDraft>(.tables)
  var tableUses = TableUses()
  /// The tables that choose the routes of the lifecycle that is being read.
  var pendingTables: [TransitionIndex: TableIndex] = [:]
  var sections: [Section] = []
  var heading = Roadmap.Heading()
  var terms = TermReadings()
  /// Whether conditions are held to what they may cost at worst; those of a stored definition have
  /// been.
  var boundsCosts = true
  /// Whether what is wrong with terms is reported.
  var checksTerms = true
  /// Whether the roles of all people could be read, so that it is known who holds which.
  var holdersAreKnown = true
  /// Whose each key is, and where it stands.
  var keyHolders: [PublicKey: (person: String, place: Place)] = [:]

  /// The trees of files that were read before.
  var known: TreeCache

  init(limits: YAMLLimits = .standard, known: TreeCache = TreeCache()) {
    self.limits = limits
    self.known = known
    symbols = self.known.takeSymbols()
    for word in Word.allCases { _ = symbols.intern(word.rawValue) }
  }

  func tree(_ place: Place) -> YAMLTree { trees[Int(place.tree)] }

  func span(_ place: Place) -> SourceSpan { tree(place).span(place.node) }

  /// The text of a scalar, or the empty text where there is none.
  func text(_ place: Place) -> String {
    guard let symbol = trees[Int(place.tree)].scalar(place.node) else { return "" }
    return symbols.string(symbol)
  }

  /// The text of a single value; `nil` for a list, a mapping and null.
  func symbol(_ place: Place) -> Symbol? {
    trees[Int(place.tree)].filledScalar(place.node)
  }

  /// The text of a name that the author chose, which may read like null.
  func name(_ key: Place) -> Symbol? { trees[Int(key.tree)].scalar(key.node) }

  /// The items of a list, or the one value that stands for a list of one.
  func items(_ place: Place?) -> [Place] {
    guard let place else { return [] }
    let tree = tree(place)
    guard tree.kind(place.node) == .sequence else { return [place] }
    return tree.items(of: place.node).map { Place(tree: place.tree, node: $0) }
  }

  /// The entries of a mapping whose names the author chose.
  func entries(_ place: Place?) -> [(name: Place, value: Place)] {
    guard let place else { return [] }
    let tree = tree(place)
    guard tree.kind(place.node) == .mapping else { return [] }
    return tree.entries(of: place.node).map { entry in
      (Place(tree: place.tree, node: entry.key), Place(tree: place.tree, node: entry.value))
    }
  }

  /// The names to compare an unknown one with; none once that was done too often to stay quick.
  mutating func comparable(_ names: [Symbol]) -> [String] {
    guard comparisonsLeft > 0 else { return [] }
    comparisonsLeft -= max(names.count, 100)
    return names.map(symbols.string)
  }

  /// Reports a problem, unless it is the consequence of one that YAML has at the same place.
  mutating func report(_ diagnostic: Diagnostic) {
    if brokenAliases.contains(diagnostic.span) {
      errorCount += 1
      return
    }
    if diagnostic.severity == .error { errorCount += 1 }
    diagnostics.append(diagnostic)
  }
}
