/// A token of a term's text.
struct TermToken: Hashable {
  enum Kind: Hashable {
    /// A whole number and how many digits it was written with.
    case number(Int, digits: Int)
    /// A number with an ending: `25-го`, `3rd`.
    case ordinal(Int)
    /// A word in small letters, ё as е.
    case word(String)
    /// `15.10.2018`, `15.10`, `2018-10-15`.
    case date(day: Int, month: Int, year: Int?)
    /// `10/15/2018`, whose order of day and month depends on the language.
    case slashDate(Int, Int, year: Int)
    /// `10.2018`.
    case month(Int, year: Int)
    /// `10:30`, `21.00`.
    case clock(hour: Int, minute: Int)
    case dash, comma, semicolon, colon, slash, open, close, newline, other
  }

  var kind: Kind
  /// The place in the text, in UTF-8 bytes.
  var range: Range<Int>
  /// Whether white space stood before the token.
  var isSpaced: Bool
}
