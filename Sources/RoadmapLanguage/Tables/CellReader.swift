import Bilingual
import CEL
import CivilTime
import RoadmapModel
import SourceDiagnostics

extension DiagnosticCode {
  /// A cell of a decision table that cannot be read.
  static let invalidCell = DiagnosticCode("invalid-cell")
}

/// What is wrong with a cell, and where in its text.
struct CellProblem: Error {
  let message: Text
  var help: Text?
  let range: Range<Int>
}

/// Reads a cell of a decision table: tests of the value of its column, divided by commas.
///
/// `any`, `*` and `-` stand for every value. A test is a value, a comparison such as `>= 10`, or a
/// stretch such as `10..20`, `[10..20)` and `10..`; `not(…)` turns the tests in it around.
struct CellReader {
  private let bytes: [UInt8]
  private let type: CELType
  private let least: ValuePoint?

  init(_ text: String, type: CELType, least: ValuePoint?) {
    bytes = Array(text.utf8)
    self.type = type
    self.least = least
  }

  /// Whether a text is a condition of its own: it speaks of the measure, the roadmap or variables.
  static func isCondition(_ text: String) -> Bool {
    let words = ["measure.", "roadmap.", "variables."].map { Array($0.utf8) }
    var outside: [UInt8] = [UInt8(ascii: " ")]
    var quote: UInt8?
    for byte in text.utf8 {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else {
        outside.append(byte)
      }
    }
    return outside.indices.dropFirst().contains { start in
      !outside[start - 1].isWordByte && words.contains { outside[start...].starts(with: $0) }
    }
  }

  /// Reads the whole cell.
  mutating func read() -> Result<DecisionTable.Cell, CellProblem> {
    do throws(CellProblem) {
      let whole = trimmed(0..<bytes.count)
      if ["any", "*", "-"].contains(text(whole)) { return .success(.any) }
      guard let least else { throw noOrder(whole) }
      let negation = Array("not(".utf8)
      if bytes[whole].starts(with: negation), bytes[whole].last == UInt8(ascii: ")") {
        let inner = (whole.lowerBound + negation.count)..<(whole.upperBound - 1)
        return .success(.values(try tests(inner).complement(from: least)))
      }
      return .success(.values(try tests(whole)))
    } catch {
      return .failure(error)
    }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let blanks = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A }
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, blanks(bytes[start]) { start += 1 }
    while end > start, blanks(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// The parts of a range between commas that stand in no quotes and parentheses.
  private func split(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    var quote: UInt8?
    for position in range {
      let byte = bytes[position]
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: ",") where depth <= 0:
        parts.append(start..<position)
        start = position + 1
      default: break
      }
    }
    return parts + [start..<range.upperBound]
  }

  private func tests(_ range: Range<Int>) throws(CellProblem) -> ValueSet {
    var result = ValueSet()
    for part in split(range) {
      let part = trimmed(part)
      guard !part.isEmpty else {
        throw missing(part)
      }
      result = result.union(try test(part))
    }
    return result
  }

  private func test(_ range: Range<Int>) throws(CellProblem) -> ValueSet {
    guard let least else { throw noOrder(range) }
    for (symbol, comparison) in Self.comparisons where bytes[range].starts(with: symbol.utf8) {
      let operand = trimmed((range.lowerBound + symbol.utf8.count)..<range.upperBound)
      return comparison(try point(operand), least)
    }
    if let stretch = try stretch(range, least) { return stretch }
    return ValueSet([try point(range)])
  }

  private static let comparisons: [(String, @Sendable (ValuePoint, ValuePoint) -> ValueSet)] = [
    ("<=", { ValueSet(from: $1, through: $0) }), ("<", { ValueSet(from: $1, before: $0) }),
    (">=", { point, _ in ValueSet(from: point) }),
    (">", { point, _ in point.next.map { ValueSet(from: $0) } ?? ValueSet() }),
    ("!=", { ValueSet([$0]).complement(from: $1) }), ("==", { point, _ in ValueSet([point]) }),
    ("=", { point, _ in ValueSet([point]) }),
  ]

  /// `10..20`, whose ends belong to it, `[10..20)`, whose last end does not, `10..` and `..20`.
  private func stretch(_ range: Range<Int>, _ least: ValuePoint) throws(CellProblem) -> ValueSet? {
    guard let dots = dots(in: range) else { return nil }
    var first = range.lowerBound..<dots
    var last = (dots + 2)..<range.upperBound
    let opening = bytes[range].first ?? 0
    let closing = bytes[range].last ?? 0
    let opensOut = opening == UInt8(ascii: "(") || opening == UInt8(ascii: "]")
    let closesOut = closing == UInt8(ascii: ")") || closing == UInt8(ascii: "[")
    if opensOut || opening == UInt8(ascii: "[") { first = (first.lowerBound + 1)..<dots }
    if closesOut || closing == UInt8(ascii: "]") {
      last = last.lowerBound..<max(last.lowerBound, last.upperBound - 1)
    }
    let start = trimmed(first).isEmpty ? nil : try point(trimmed(first))
    let end = trimmed(last).isEmpty ? nil : try point(trimmed(last))
    if let start, let end, end < start {
      throw problem(
        range, en: "`\(text(range))` ends before it begins",
        ru: "промежуток `\(text(range))` кончается раньше, чем начинается")
    }
    guard let from = opensOut ? start.map(\.next) ?? least : start ?? least else {
      return ValueSet()
    }
    guard let end else { return ValueSet(from: from) }
    return closesOut ? ValueSet(from: from, before: end) : ValueSet(from: from, through: end)
  }

  private func dots(in range: Range<Int>) -> Int? {
    var quote: UInt8?
    for position in range.dropLast() {
      let byte = bytes[position]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "."), bytes[position + 1] == UInt8(ascii: ".") {
        return position
      }
    }
    return nil
  }
}

// MARK: - Values

extension CellReader {
  private func point(_ range: Range<Int>) throws(CellProblem) -> ValuePoint {
    guard !range.isEmpty else { throw missing(range) }
    let word = text(range)
    if let point = plainPoint(word) ?? expressionPoint(word) { return point }
    throw problem(
      range, en: "`\(word)` is no \(Self.noun(of: type).en)",
      ru: "`\(word)` — не \(Self.noun(of: type).ru)",
      help: Text(
        en: "a cell holds values as in `<= 10`, `10..20` or `\"a\", \"b\"`, or a condition on "
          + "`measure`",
        ru: "в ячейке стоят значения, например `<= 10`, `10..20` или `\"a\", \"b\"`, или условие "
          + "на `measure`"))
  }

  /// A value as people write it.
  private func plainPoint(_ word: String) -> ValuePoint? {
    switch type {
    case .bool: return ["true": true, "false": false][word].map { .bool($0) }
    case .int: return Int64(word).map { .int($0) }
    case .double:
      let isNumber = word.utf8.allSatisfy { $0.isDigit || [43, 45, 46, 69, 101].contains($0) }
      guard isNumber, let number = Double(word), number.isFinite else { return nil }
      return ValuePoint(.double(number))
    case .string:
      let isWord = word.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
          || "-_.".contains(Character($0))
      }
      return isWord && !word.isEmpty ? .text(TextPoint(word)) : nil
    case .timestamp:
      return CivilDate(iso: word).flatMap { Timestamp(seconds: Int64($0.dayNumber) * 86_400) }
        .map { .moment($0) }
    default: return nil
    }
  }

  /// A value written as an expression that speaks of nothing: `"a b"`, `timestamp("…")`.
  private func expressionPoint(_ word: String) -> ValuePoint? {
    let environment = Environment()
    guard case .success(let program) = environment.compile(word), program.resultType == type else {
      return nil
    }
    return ValuePoint(program.evaluate(Bindings(environment)))
  }

  private func missing(_ range: Range<Int>) -> CellProblem {
    problem(
      range, en: "a value is missing here", ru: "здесь не хватает значения",
      help: Text(en: "write `any` for every value", ru: "для любого значения напишите `any`"))
  }

  private func noOrder(_ range: Range<Int>) -> CellProblem {
    problem(
      range, en: "the values of this column, of type \(type), have no order",
      ru: "значения этого столбца (тип \(type)) не упорядочены",
      help: Text(
        en: "write `any` or a condition on `measure`",
        ru: "напишите `any` или условие на `measure`"))
  }

  private func problem(
    _ range: Range<Int>, en: String, ru: String, help: Text? = nil
  ) -> CellProblem {
    CellProblem(message: Text(en: en, ru: ru), help: help, range: range)
  }

  private static func noun(of type: CELType) -> Text {
    switch type {
    case .bool: Text(en: "truth value", ru: "`true` или `false`")
    case .int: Text(en: "whole number", ru: "целое число")
    case .double: Text(en: "number", ru: "число")
    case .timestamp: Text(en: "date", ru: "дата")
    default:
      Text(en: "word, and other texts stand in quotes", ru: "слово: другой текст пишут в кавычках")
    }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Whether it may be part of a name.
  fileprivate var isWordByte: Bool {
    isDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: ".") || self >= 0x80
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}

extension Diagnostic {
  static func invalidCell(_ problem: CellProblem, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.invalidCell, at: span, message: problem.message, help: problem.help)
  }
}
