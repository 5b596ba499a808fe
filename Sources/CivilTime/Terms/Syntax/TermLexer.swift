/// Splits the text of a term into tokens; all spaces, dashes and letter variants become one.
struct TermLexer {
  private let scalars: [Unicode.Scalar]
  private let offsets: [Int]
  private var index = 0
  private var tokens: [TermToken] = []
  private var isSpaced = false

  private init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      scalars.append(scalar)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.scalars = scalars
    self.offsets = offsets
  }

  static func tokens(of text: String) -> [TermToken] {
    var lexer = TermLexer(text)
    while lexer.index < lexer.scalars.count { lexer.next() }
    return lexer.tokens
  }

  private func scalar(_ ahead: Int = 0) -> Unicode.Scalar? {
    index + ahead < scalars.count ? scalars[index + ahead] : nil
  }

  private mutating func emit(_ kind: TermToken.Kind, from start: Int) {
    tokens.append(
      TermToken(kind: kind, range: offsets[start]..<offsets[index], isSpaced: isSpaced))
    isSpaced = false
  }

  private mutating func next() {
    guard let scalar = scalar() else { return }
    if scalar.isTermSpace {
      isSpaced = true
      index += 1
    } else if scalar.isInvisible {
      index += 1
    } else if scalar == "<", let end = endOfTag() {
      isSpaced = true
      index = end
    } else if scalar.isTermDigit {
      number()
    } else if scalar.isTermLetter {
      word()
    } else {
      punctuation(scalar)
    }
  }

  /// Where an HTML tag ends that begins here; remnants of tags are common in copied tables.
  private func endOfTag() -> Int? {
    guard let first = scalar(1), first == "/" || first.properties.isAlphabetic else { return nil }
    let end = scalars[index...].prefix(200).firstIndex(of: ">")
    return end.map { $0 + 1 }
  }

  private mutating func punctuation(_ scalar: Unicode.Scalar) {
    let start = index
    index += 1
    switch scalar {
    case "-", "‐", "‑", "‒", "–", "—", "―", "−", "－", "…", "÷", "~": emit(.dash, from: start)
    case ",": emit(.comma, from: start)
    case ";": emit(.semicolon, from: start)
    case ":": emit(.colon, from: start)
    case "/", "\\": emit(.slash, from: start)
    case "(", "[": emit(.open, from: start)
    case ")", "]": emit(.close, from: start)
    case "\n", "\r", "\u{2028}", "\u{2029}", "\u{0B}", "\u{0C}": emit(.newline, from: start)
    case ".":
      guard self.scalar() == "." else { return }
      while self.scalar() == "." { index += 1 }
      emit(.dash, from: start)
    case "«", "»", "\"", "“", "”", "„", "'", "’", "*", "•", "·", "!": break
    default: emit(.other, from: start)
    }
  }

  // MARK: Words

  private mutating func word() {
    let start = index
    if let roman = scalar()?.romanNumeral {
      index += 1
      return emit(.number(roman, digits: 1), from: start)
    }
    var letters = ""
    while let scalar = scalar() {
      if scalar == "\u{306}", letters.last == "и" {
        letters.removeLast()
        letters.append("й")
      } else if scalar.isTermLetter {
        letters += scalar.smallLetters
      } else if !scalar.isInvisible, scalar != "\u{308}" {
        break
      }
      index += 1
    }
    let word = TermLetters.normalized(letters)
    emit(.word(word), from: start)
    // The dot of an abbreviation belongs to it.
    if scalar() == ".", scalar(1) != "." { index += 1 }
  }

  // MARK: Numbers

  private mutating func number() {
    let start = index
    let first = digits()
    if first.count == 4, isoDate(first.value, from: start) { return }
    if first.count <= 2, dottedDate(first.value, from: start) { return }
    if first.count <= 2, slashedDate(first.value, from: start) { return }
    if first.count <= 2, clock(first.value, from: start) { return }
    if ordinalEnding() { return emit(.ordinal(first.value), from: start) }
    emit(.number(first.value, digits: first.count), from: start)
  }

  /// The digits that come next; a number of more than nine is no number of ours, and is 0.
  private mutating func digits() -> (value: Int, count: Int) {
    var value = 0
    var count = 0
    while let scalar = scalar(), scalar.isTermDigit {
      value = count < 9 ? value * 10 + Int(scalar.value - 48) : 0
      count += 1
      index += 1
    }
    return (count > 9 ? 0 : value, count)
  }

  /// Reads `digits` after `mark`, or moves nothing.
  private mutating func digits(after mark: Unicode.Scalar) -> (value: Int, count: Int)? {
    guard scalar() == mark, scalar(1)?.isTermDigit == true else { return nil }
    index += 1
    return digits()
  }

  private mutating func isoDate(_ year: Int, from start: Int) -> Bool {
    let back = index
    if let month = digits(after: "-"), month.count == 2, let day = digits(after: "-"),
      day.count == 2, scalar() != "-"
    {
      emit(.date(day: day.value, month: month.value, year: year), from: start)
      return true
    }
    index = back
    return false
  }

  private mutating func dottedDate(_ first: Int, from start: Int) -> Bool {
    let back = index
    guard let second = digits(after: ".") else { return false }
    if second.count == 4 {
      emit(.month(first, year: second.value), from: start)
      return true
    }
    let afterSecond = index
    if second.count <= 2, let third = digits(after: "."), third.count == 4 || third.count == 2 {
      let year = third.count == 4 ? third.value : third.value + (third.value < 70 ? 2000 : 1900)
      if scalar() == "." { index += 1 }
      emit(.date(day: first, month: second.value, year: year), from: start)
      return true
    }
    index = afterSecond
    if second.count == 2, !isFollowedByHour, (1...12).contains(second.value),
      (1...31).contains(first)
    {
      if scalar() == ".", scalar(1) != "." { index += 1 }
      emit(.date(day: first, month: second.value, year: nil), from: start)
      return true
    }
    if second.count == 2, first < 25, second.value < 60 {
      emit(.clock(hour: first, minute: second.value), from: start)
      return true
    }
    index = back
    return false
  }

  /// Whether «ч.» or «час» follows, which makes `10.30` an hour.
  private var isFollowedByHour: Bool {
    let rest = scalars[index...].drop { $0.isTermSpace }
    return rest.first == "ч" || rest.first == "Ч"
  }

  private mutating func slashedDate(_ first: Int, from start: Int) -> Bool {
    let back = index
    guard let second = digits(after: "/"), second.count <= 2, let third = digits(after: "/"),
      third.count == 4
    else {
      index = back
      return false
    }
    emit(.slashDate(first, second.value, year: third.value), from: start)
    return true
  }

  private mutating func clock(_ hour: Int, from start: Int) -> Bool {
    let back = index
    guard hour < 25, let minute = digits(after: ":"), minute.count == 2, minute.value < 60 else {
      index = back
      return false
    }
    emit(.clock(hour: hour, minute: minute.value), from: start)
    return true
  }

  private static let ordinalEndings: [String] = [
    "го", "ого", "его", "му", "ому", "ый", "ий", "ой", "й", "ая", "я", "ое", "е", "ом", "м", "ые",
    "ых", "х", "ую", "ю",
  ]
  private static let englishEndings = ["st", "nd", "rd", "th"]

  /// Passes over the ending of an ordinal: `-го`, `th`.
  private mutating func ordinalEnding() -> Bool {
    let hasDash = scalar().map { "-‐‑–".unicodeScalars.contains($0) } ?? false
    let start = index + (hasDash ? 1 : 0)
    let letters = scalars[start...].prefix { $0.properties.isAlphabetic }
    let ending = String(String.UnicodeScalarView(letters)).lowercased()
    let endings = hasDash ? Self.ordinalEndings : Self.englishEndings + ["го", "й", "ый"]
    guard endings.contains(ending) else { return false }
    index = start + letters.count
    return true
  }
}

extension Unicode.Scalar {
  var isTermSpace: Bool {
    if isCommonLetter { return false }
    return properties.isWhitespace
      && !"\n\r\u{2028}\u{2029}\u{0B}\u{0C}".unicodeScalars.contains(self)
  }

  /// Soft hyphens and other marks that are not seen.
  var isInvisible: Bool {
    switch self {
    case "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{301}": true
    default: false
    }
  }

  var isTermDigit: Bool { ("0"..."9").contains(self) }

  /// Whether it is a letter of nearly all terms, which needs no table of properties.
  private var isCommonLetter: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0x410...0x44F: true
    default: false
    }
  }

  var isTermLetter: Bool { isCommonLetter || properties.isAlphabetic }

  /// The letter as a small one.
  var smallLetters: String {
    switch value {
    case 0x61...0x7A, 0x430...0x44F: String(self)
    case 0x41...0x5A, 0x410...0x42F: Unicode.Scalar(value + 0x20).map { String($0) } ?? ""
    default: properties.lowercaseMapping
    }
  }

  /// The value of a single sign for a Roman numeral, such as `Ⅳ`.
  var romanNumeral: Int? {
    switch value {
    case 0x2160...0x216B: Int(value - 0x2160) + 1
    case 0x2170...0x217B: Int(value - 0x2170) + 1
    default: nil
    }
  }
}
