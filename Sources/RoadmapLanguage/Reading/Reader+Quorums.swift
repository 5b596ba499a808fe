import Bilingual
import RoadmapModel
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A quorum that is neither a word, a number, a percentage, a weight nor groups.
  static let invalidQuorum = DiagnosticCode("invalid-quorum")
}

/// How many must agree in a step, or the table that says so.
struct QuorumChoice {
  var quorum: Quorum?
  var table: TableIndex?
  /// Whether somebody in it could not be resolved.
  var isIncomplete = false
}

extension Reader {
  /// Reads how many must agree in a step: a word, a number, a percentage, a weight, groups, or a
  /// table that chooses.
  mutating func quorumChoice(_ place: Place) -> QuorumChoice {
    let tree = tree(place)
    guard tree.kind(tree.resolved(place.node)) == .mapping else {
      return QuorumChoice(quorum: plainQuorum(place))
    }
    let shape = RecordShape.quorumForm
    guard let record = record(place, as: shape) else { return QuorumChoice(isIncomplete: true) }
    let present = shape.keys.filter { isPresent(record, shape.slot(of: $0.word)) }
    guard present.count == 1 else {
      if present.count > 1 || entries(place).isEmpty {
        report(.otherThanOneForm(at: span(place)))
      }
      return QuorumChoice(isIncomplete: true)
    }
    if let table = value(record, shape.slot(of: .table)) {
      return QuorumChoice(table: self.table(table, giving: .quorum).index)
    }
    if let weight = value(record, shape.slot(of: .weight)) {
      return QuorumChoice(quorum: number(weight).map { .weight($0) })
    }
    guard let each = value(record, shape.slot(of: .each)) else {
      return QuorumChoice(isIncomplete: true)
    }
    return groups(each)
  }

  /// Reads a quorum where no table can choose it.
  mutating func quorum(_ place: Place) -> Quorum? {
    let choice = quorumChoice(place)
    if choice.table != nil { report(.tableInTable(at: span(place))) }
    return choice.isIncomplete ? nil : choice.quorum
  }

  private mutating func plainQuorum(_ place: Place) -> Quorum? {
    guard symbol(place) != nil else { return nil }
    let word = text(place)
    switch word {
    case "all": return .all
    case "any": return .any
    default: break
    }
    let (rest, isMore) = Self.withoutMore(word)
    let isPercent = rest.utf8.last == UInt8(ascii: "%")
    let digits = isPercent ? rest.dropLast() : rest
    let isPlain = !digits.isEmpty && digits.utf8.allSatisfy { (48...57).contains($0) }
    if isPlain, let number = Int(digits), number >= 1 {
      switch (isMore, isPercent) {
      case (false, false): return .count(number)
      case (false, true) where number <= 100: return .percent(number)
      case (true, true) where number <= 99: return .moreThan(number)
      default: break
      }
    }
    report(.invalidQuorum(word, at: span(place)))
    return nil
  }

  /// What stands behind `>` or `more than`, and whether one of them is there.
  private static func withoutMore(_ word: String) -> (rest: Substring, isMore: Bool) {
    for mark in ["more than ", ">"] where word.utf8.starts(with: mark.utf8) {
      return (word.dropFirst(mark.count).drop { $0 == " " }, true)
    }
    return (word[...], false)
  }

  /// Reads groups: a list of whom, or how many of whom.
  private mutating func groups(_ place: Place) -> QuorumChoice {
    let tree = tree(place)
    var found: [(place: Place, value: Quorum.Group)] = []
    var isWhole = true
    if tree.kind(tree.resolved(place.node)) == .mapping {
      for (name, value) in entries(place) {
        let members = principals(name)
        let count = number(value)
        isWhole = isWhole && members.isWhole && count != nil
        for member in members.values { found.append((name, .init(member, count: count ?? 1))) }
      }
    } else {
      for item in items(place) {
        let members = principals(item)
        isWhole = isWhole && members.isWhole
        for member in members.values { found.append((item, .init(member))) }
      }
    }
    let groups = once(found, in: .each)
    if groups.isEmpty, isWhole { report(.noGroups(at: span(place))) }
    return QuorumChoice(
      quorum: groups.isEmpty ? nil : .each(groups), isIncomplete: !isWhole || groups.isEmpty)
  }

  /// Reads a weight or a number of people of a group.
  private mutating func number(_ place: Place) -> Int? {
    if let number = tree(place).integer(place.node), (1...Int64(Quorum.largest)).contains(number) {
      return Int(number)
    }
    report(.invalidQuorum(text(place), at: span(place)))
    return nil
  }
}

extension Diagnostic {
  fileprivate static func invalidQuorum(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidQuorum, at: span,
      message: Text(en: "`\(text)` is no quorum", ru: "`\(text)` — не кворум"),
      help: didYouMean(text, in: ["all", "any"])
        ?? Text(
          en:
            "write `all`, `any`, a whole number from 1 to \(Quorum.largest), a percentage from 1% "
            + "to 100%, or `more than 50%`",
          ru: "напишите `all`, `any`, целое число от 1 до \(Quorum.largest), процент от 1% до 100% "
            + "или `more than 50%`"))
  }

  fileprivate static func otherThanOneForm(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidQuorum, at: span,
      message: Text(
        en: "a quorum is a weight, groups or a table's choice, one of these",
        ru: "кворум — это вес, группы или выбор по таблице, что-то одно"),
      help: Text(
        en: "write `weight: 5`, `each: [role:lawyer, role:accountant]` or `table: ID`",
        ru: "напишите `weight: 5`, `each: [role:lawyer, role:accountant]` или `table: ID`"))
  }

  fileprivate static func noGroups(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidQuorum, at: span,
      message: Text(
        en: "`each` names no group, so nobody would have to agree",
        ru: "в `each` нет ни одной группы: соглашаться было бы некому"),
      help: Text(en: "name roles or people", ru: "назовите роли или людей"))
  }

  fileprivate static func tableInTable(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidQuorum, at: span,
      message: Text(
        en: "a row of a table gives a quorum itself, not another table",
        ru: "строка таблицы сама даёт кворум, а не другую таблицу"))
  }
}
