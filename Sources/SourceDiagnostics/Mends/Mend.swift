/// How a machine may mend a problem without a person looking at it: the meaning is plain, and
/// nothing changes but the words that the problem is about.
public enum Mend: Hashable, Sendable {
  /// A word, which stands once in the words of the problem, becomes another one.
  case replace(String, with: String)
  /// The words of the problem are an item of a list, which goes.
  case removeItem
}

extension Mend {
  /// Puts the name that was surely meant in place of `name`; nil where that is not sure.
  ///
  /// Sure is a name that differs by one typing mistake or by slips of the keyboard, when it is the
  /// only such one; never by a digit, and never in short names, where another one may be meant.
  public static func spelling(of name: String, in candidates: some Sequence<String>) -> Mend? {
    spelling(of: name, near: rankedNames(to: name, in: candidates))
  }

  static func spelling(of name: String, near ranked: [RankedName]) -> Mend? {
    let near = ranked.filter { $0.mistakes <= 1 }
    guard let meant = near.first?.name, near.count == 1 else { return nil }
    let isSlip = KeyboardSlip(from: meant, to: name) != nil
    let isLong = name.unicodeScalars.count >= 4 && meant.unicodeScalars.count >= 4
    guard isSlip || isLong, digits(name) == digits(meant) else { return nil }
    return .replace(name, with: meant)
  }

  private static func digits(_ name: String) -> [Unicode.Scalar] {
    name.unicodeScalars.filter { $0.properties.numericType != nil }
  }

  /// What to change in the file for a problem at `span`; nil where that cannot be told for sure.
  public func edit(at span: SourceSpan, in files: SourceFiles) -> TextEdit? {
    guard !span.isWholeFile else { return nil }
    let bytes = files.bytes(span.file)
    let range = files.byteRange(of: span)
    switch self {
    case .replace(let word, let other):
      return Self.replacement(of: word, with: other, in: range, bytes, span.file)
    case .removeItem:
      return ListItem(range, in: bytes)?.removal.map {
        TextEdit(file: span.file, range: $0, replacement: [])
      }
    }
  }

  private static func replacement(
    of word: String, with other: String, in range: Range<Int>, _ bytes: [UInt8],
    _ file: SourceFileID
  ) -> TextEdit? {
    let (old, new) = (Array(word.utf8), Array(other.utf8))
    guard !old.isEmpty, isPlain(other), range.count >= old.count else { return nil }
    let starts = (range.lowerBound...(range.upperBound - old.count)).filter {
      bytes[$0..<($0 + old.count)].elementsEqual(old)
    }
    guard let start = starts.first, starts.count == 1 else { return nil }
    return TextEdit(file: file, range: start..<(start + old.count), replacement: new)
  }

  /// Whether a text means itself wherever YAML may have it.
  private static func isPlain(_ text: String) -> Bool {
    let first = text.unicodeScalars.first
    return first?.properties.isAlphabetic == true || first?.properties.numericType != nil
      ? text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "-._/".unicodeScalars.contains(scalar)
      } : false
  }
}
