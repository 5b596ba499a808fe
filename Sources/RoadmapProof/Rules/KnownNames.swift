public import Bilingual
public import CEL
public import RoadmapModel

/// A text in an expression that names nothing of the roadmap.
public struct UnknownLiteral: Sendable {
  /// The text.
  public let text: String
  /// Where it stands, in bytes of the expression.
  public let range: Range<Int>
  /// What is missing: `no kind is named`.
  public let complaint: Text
  /// What there is.
  public let known: [String]
}

/// What expressions compare ids with.
public struct KnownNames: Sendable {
  private let roadmap: Roadmap

  /// Knows the names of a roadmap.
  public init(_ roadmap: Roadmap) { self.roadmap = roadmap }

  /// The texts that an expression compares with an id, and that are the id of nothing.
  ///
  /// The empty text, which stands for none, is never one of them.
  public func unknown(in program: Program) -> [UnknownLiteral] {
    program.literalComparisons.compactMap { comparison in
      guard !comparison.literal.isEmpty, let (complaint, known) = names(for: comparison),
        !known.contains(where: { $0.utf8.elementsEqual(comparison.literal.utf8) })
      else { return nil }
      return UnknownLiteral(
        text: comparison.literal, range: comparison.range.start..<comparison.range.end,
        complaint: complaint, known: known)
    }
  }

  /// The single texts of a cell that its column, where that is an id, can never be.
  ///
  /// - Parameters:
  ///   - cell: what the cell holds for.
  ///   - column: what the column asks.
  /// - Returns: the texts, without places.
  public func unknown(in cell: ValueSet, of column: Program) -> [UnknownLiteral] {
    let field = column.expression.description.split(separator: ".").map(String.init)
    guard field.count == 2, field[0] == "measure" else { return [] }
    return cell.stretches.compactMap { stretch in
      guard case .text(let point) = stretch.first, stretch.end == stretch.first.next,
        !point.text.isEmpty,
        let (complaint, known) = names(of: (Records.record, field[1]), literal: point.text),
        !known.contains(where: { $0.utf8.elementsEqual(point.text.utf8) })
      else { return nil }
      return UnknownLiteral(text: point.text, range: 0..<0, complaint: complaint, known: known)
    }
  }

  private func names(for comparison: LiteralComparison) -> (Text, [String])? {
    names(of: (comparison.record, comparison.field), literal: comparison.literal)
  }

  /// What a field may be equal to; nil where that is anything.
  private func names(
    of field: (record: String, name: String), literal: String
  ) -> (Text, [String])? {
    switch (field.record, field.name) {
    case (Records.record, "kind"), (Records.kind, "id"), (Records.kind, "follows"):
      (Text(en: "no kind is named", ru: "нет вида"), roadmap.kinds.map(\.id))
    case (Records.record, "lifecycle"), (Records.kind, "lifecycle"):
      (
        Text(en: "no lifecycle is named", ru: "нет жизненного цикла"),
        roadmap.lifecycles.map(\.id)
      )
    case (Records.record, "awaits"):
      (Text(en: "no document is named", ru: "нет документа"), roadmap.documents.map(\.id))
    case (Records.person, "id"):
      (Text(en: "no person is named", ru: "нет участника"), roadmap.people.map(\.id))
    case (Records.person, "roles"):
      (Text(en: "no role is named", ru: "нет роли"), roadmap.roles.map(\.id))
    case (Records.record, "id"):
      (
        Text(en: "no measure is named", ru: "нет мероприятия"),
        roadmap.measures(named: literal).isEmpty
          ? roadmap.measures.indices.prefix(2_000).map { roadmap.id(of: $0) }
          : [literal]
      )
    default: nil
    }
  }

  /// The names of record types that expressions see.
  private enum Records {
    static let record = "Measure"
    static let kind = "Kind"
    static let person = "Person"
  }
}
