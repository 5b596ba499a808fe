import Bilingual
import Synchronization

/// A pattern that was compiled, or why it could not be.
enum CompiledPattern: Sendable {
  case pattern(Regex)
  case failure(Value)

  init(_ text: String) {
    do {
      self = .pattern(try Regex(text))
    } catch {
      self = .failure(
        .invalid(
          en: "\(Value.quoted(text)) is not a pattern: \(error.message.en)",
          ru: "\(Value.quoted(text)) — не шаблон: \(error.message.ru)"))
    }
  }

  func test(_ body: (Regex) -> Value) -> Value {
    switch self {
    case .pattern(let regex): body(regex)
    case .failure(let error): error
    }
  }
}

/// The patterns used last, for those that are not literals.
enum PatternCache {
  private static let capacity = 64
  private static let cache = Mutex<[StringKey: CompiledPattern]>([:])

  static func compile(_ text: String) -> CompiledPattern {
    if let known = cache.withLock({ $0[StringKey(text)] }) { return known }
    let compiled = CompiledPattern(text)
    cache.withLock { patterns in
      if patterns.count >= capacity { patterns.removeAll(keepingCapacity: true) }
      patterns[StringKey(text)] = compiled
    }
    return compiled
  }
}

extension Library {
  static let patterns: [Function] = [
    global(
      "regex.extract", [("regex_extract", [.string, .string], .optional(.string))],
      cost: .pattern, .binary(extract)),
    global(
      "regex.extractAll", [("regex_extract_all", [.string, .string], .list(.string))],
      cost: .pattern, .binary(extractAll)),
    global(
      "regex.replace", [("regex_replace", [.string, .string, .string], .string)], cost: .pattern,
      .ternary { replace($0, $1, $2, .int(-1)) }),
    global(
      "regex.replace", [("regex_replace_count", [.string, .string, .string, .int], .string)],
      cost: .pattern, .any { replace($0[0], $0[1], $0[2], $0[3]) }),
  ]

  private static func extract(_ text: Value, _ pattern: Value) -> Value {
    captures("regex.extract", text, pattern) { text, matches in
      guard let first = matches.first else { return .optional(.none) }
      return first.captured(in: text).map { .optional(OptionalValue(.string($0))) }
        ?? .optional(.none)
    }
  }

  private static func extractAll(_ text: Value, _ pattern: Value) -> Value {
    captures("regex.extractAll", text, pattern) { text, matches in
      .list(matches.compactMap { $0.captured(in: text).map(Value.string) })
    }
  }

  /// Calls `body` with every match, where the pattern has at most one group.
  private static func captures(
    _ name: String, _ text: Value, _ pattern: Value, _ body: (String, [RegexMatch]) -> Value
  ) -> Value {
    guard case .string(let text) = text, case .string(let pattern) = pattern else {
      return .noOverload(name, text, pattern)
    }
    return PatternCache.compile(pattern).test { regex in
      guard regex.groups <= 1 else {
        return .invalid(
          en: "the pattern has \(regex.groups) groups, at most one is allowed",
          ru: "групп в шаблоне \(regex.groups), а допустимо не больше одной")
      }
      return body(text, regex.allMatches(in: text))
    }
  }

  private static func replace(
    _ text: Value, _ pattern: Value, _ replacement: Value, _ count: Value
  ) -> Value {
    guard case .string(let text) = text, case .string(let pattern) = pattern,
      case .string(let replacement) = replacement, case .int(let count) = count
    else { return .noOverload("regex.replace", text, pattern, replacement, count) }
    return PatternCache.compile(pattern).test { regex in
      guard let template = Template(replacement, groups: regex.groups) else {
        return .invalid(
          en: "\(Value.quoted(replacement)) refers to a group that the pattern lacks",
          ru: "\(Value.quoted(replacement)) ссылается на группу, которой нет в шаблоне")
      }
      let matches = regex.allMatches(in: text)
      let used = count < 0 ? matches[...] : matches.prefix(Int(clamping: count))
      return template.apply(text, used)
    }
  }
}

extension RegexMatch {
  /// The text of the only group; of the whole match where there is no group.
  fileprivate func captured(in text: String) -> String? {
    guard groups.count > 1 else { return text.bytes(in: range) }
    return groups[1].map { text.bytes(in: $0) }
  }
}

extension String {
  /// The text between two byte offsets.
  func bytes(in range: Range<Int>) -> String {
    withBytes { bytes in
      String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
  }
}

/// The replacement text of `regex.replace`, where `\1` stands for the first group.
private struct Template {
  private var parts: [(text: [UInt8], group: Int?)] = []

  init?(_ text: String, groups: Int) {
    var literal: [UInt8] = []
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      guard byte == 0x5C else {
        literal.append(byte)
        continue
      }
      guard let next = bytes.popFirst() else { return nil }
      if next == 0x5C {
        literal.append(next)
      } else if next.isDigit, Int(next - 0x30) <= groups {
        parts.append((literal, Int(next - 0x30)))
        literal = []
      } else {
        return nil
      }
    }
    parts.append((literal, nil))
  }

  func apply(_ text: String, _ matches: ArraySlice<RegexMatch>) -> Value {
    let source = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    for match in matches {
      result += source[position..<match.range.lowerBound]
      for part in parts {
        result += part.text
        guard let group = part.group, let range = match.groups[group] else { continue }
        result += source[range]
      }
      position = match.range.upperBound
      if result.count > Arithmetic.largest { return .tooLarge }
    }
    result += source[position...]
    return .string(String(decoding: result, as: UTF8.self))
  }
}

extension Regex {
  /// The number of groups, without the whole match.
  fileprivate var groups: Int { captureNames.count - 1 }
}
