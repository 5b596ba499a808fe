public import SourceDiagnostics
import YAMLSource

/// Where everything that a roadmap names is declared and used, for editors.
///
/// It is made on request from the trees of a compiled roadmap, so that checking pays nothing for
/// it; what a file with mistakes names is in it as well.
public struct SymbolIndex: Sendable {
  /// Every occurrence, by where it stands.
  public let occurrences: [Mention]
  /// Every expression, by where it stands.
  public let expressions: [ExpressionSite]
  /// The terms in words, by where they stand.
  public let terms: [(span: SourceSpan, words: String)]
  private let places: [Entity: [Int]]

  /// Finds all occurrences in the files of `compiled`.
  public init(of compiled: CompiledRoadmap) {
    var indexer = Indexer(compiled)
    indexer.run()
    let sorted = indexer.occurrences.enumerated().sorted { left, right in
      (left.element.span, left.offset) < (right.element.span, right.offset)
    }.map(\.element)
    occurrences = sorted
    expressions = indexer.expressions
    terms = indexer.terms
    var places: [Entity: [Int]] = [:]
    for (position, occurrence) in sorted.enumerated() {
      places[occurrence.entity, default: []].append(position)
    }
    self.places = places
  }

  /// The occurrence whose name holds the character at `offset`, or ends there.
  public func occurrence(at offset: UInt32, in file: SourceFileID) -> Mention? {
    let end = occurrences.partitioned { ($0.span.file, $0.span.start) <= (file, offset) }
    var ending: Mention?
    for occurrence in occurrences[..<end].reversed().prefix(4)
    where occurrence.span.file == file && offset <= occurrence.span.end {
      if offset < occurrence.span.end { return occurrence }
      if ending == nil { ending = occurrence }
    }
    return ending
  }

  /// Every place where `entity` is declared or used.
  public func occurrences(of entity: Entity) -> [Mention] {
    (places[entity] ?? []).map { occurrences[$0] }
  }

  /// Where `entity` is declared; the first place where it is so twice.
  public func declaration(of entity: Entity) -> Mention? {
    occurrences(of: entity).first { $0.isDeclaration }
  }

  /// The declarations of `file`, by where they stand.
  public func declarations(in file: SourceFileID) -> [Mention] {
    let start = occurrences.partitioned { $0.span.file < file }
    let end = occurrences.partitioned { $0.span.file <= file }
    return occurrences[start..<end].filter(\.isDeclaration)
  }

  /// The names of all that is declared of one kind, by where they stand; those of one lifecycle or
  /// route where `owner` is given.
  public func names(of kind: EntityKind, owner: String? = nil) -> [Mention] {
    occurrences.filter { occurrence in
      occurrence.isDeclaration && occurrence.entity.kind == kind
        && (owner.map { occurrence.entity.owner.utf8.elementsEqual($0.utf8) } ?? true)
    }
  }

  /// The expression that holds the character at `offset`, and which of its bytes.
  public func expression(
    at offset: UInt32, in file: SourceFileID
  ) -> (site: ExpressionSite, byte: Int)? {
    for site in expressions where site.span?.file == file {
      if let byte = site.byte(at: offset) { return (site, byte) }
    }
    return nil
  }
}

extension Array {
  /// How many elements at the beginning pass `isBefore`; none of the others does.
  fileprivate func partitioned(_ isBefore: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
