import Bilingual
import RoadmapModel
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// An id or name with characters that ids may not have.
  static let invalidID = DiagnosticCode("invalid-id")
  /// A person's id that the language uses as a word.
  static let reservedID = DiagnosticCode("reserved-id")
  /// An id that is declared twice.
  static let duplicateID = DiagnosticCode("duplicate-id")
}

extension Reader {
  /// Declares the names of one mapping, so that references may stand before what they refer to;
  /// answers the entries that are new.
  mutating func declare<Value>(
    _ place: Place?, in table: WritableKeyPath<Reader, Declared<Value>>
  ) -> [(name: Symbol, place: Place, value: Place)] {
    var new: [(name: Symbol, place: Place, value: Place)] = []
    var names: Set<Symbol> = []
    let arePeople = self[keyPath: table].word == .people
    for (key, value) in entries(place) {
      guard let name = name(key) else { continue }
      defer { names.insert(name) }
      let isReserved = arePeople && Self.isReserved(text(key))
      if isReserved { report(.reservedID(person: text(key), at: span(key))) }
      if !isWellFormedID(name) { report(.invalidID(text(key), at: span(key))) }
      if let first = self[keyPath: table].declare(name, at: key) {
        // A key that stands twice in one mapping has been reported as such.
        if !names.contains(name) {
          report(.duplicateID(text(key), at: span(key), first: span(first)))
        }
        continue
      }
      new.append((name, key, value))
    }
    return new
  }

  private static func isReserved(_ name: String) -> Bool {
    ["owner", "lead", "requester"].contains(name)
  }

  /// Whether an id has 1 to 128 bytes and is made of letters, digits, `-`, `_` and `.`.
  func isWellFormedID(_ name: Symbol) -> Bool {
    symbols.withBytes(name) { bytes in
      guard !bytes.isEmpty, bytes.count <= 128 else { return false }
      if bytes.allSatisfy(\.isPlainIDByte) { return true }
      guard bytes.allSatisfy({ $0 >= 0x80 || $0.isPlainIDByte }) else { return false }
      return String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || $0.isASCII
          || $0.properties.generalCategory == .nonspacingMark
      }
    }
  }
}

extension UInt8 {
  fileprivate var isPlainIDByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }
}

extension Diagnostic {
  static func invalidID(_ name: String, at span: SourceSpan) -> Diagnostic {
    let isTooLong = name.utf8.count > 128
    let message =
      name.isEmpty
      ? Text(en: "an id cannot be empty", ru: "идентификатор не может быть пустым")
      : isTooLong
        ? Text(
          en: "this id has \(name.utf8.count) bytes, the most is 128",
          ru: "длина этого идентификатора — \(name.utf8.count) байт, а можно не больше 128")
        : Text(en: "`\(name)` cannot be an id", ru: "`\(name)` не может быть идентификатором")
    return Diagnostic(.invalidID, at: span, message: message, help: idHelp(name, isTooLong))
  }

  private static func idHelp(_ name: String, _ isTooLong: Bool) -> Text {
    let rule = Text(
      en: "ids are made of letters, digits, `-`, `_` and `.`",
      ru: "идентификатор состоит из букв, цифр и знаков `-`, `_`, `.`")
    let words = name.split { $0 == " " || $0 == "\u{A0}" }
    guard words.count > 1, !isTooLong else { return rule }
    let joined = words.joined(separator: "-")
    return rule.appending(
      Text(en: "; write `\(joined)`", ru: "; напишите `\(joined)`"))
  }

  static func reservedID(step name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .reservedID, at: span,
      message: Text(
        en: "a step cannot be called `\(name)`: the language uses this word in `separate`",
        ru: "этап не может называться `\(name)`: это слово языка для `separate`"),
      help: Text(en: "choose another id", ru: "выберите другой идентификатор"))
  }

  static func reservedID(person name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .reservedID, at: span,
      message: Text(
        en: "a person cannot be called `\(name)`: the language uses this word in `by`",
        ru: "участник не может называться `\(name)`: это слово языка для `by`"),
      help: Text(en: "choose another id", ru: "выберите другой идентификатор"))
  }

  static func duplicateID(_ name: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      .duplicateID, at: span,
      message: Text(
        en: "the id `\(name)` is declared twice", ru: "идентификатор `\(name)` объявлен дважды"),
      help: Text(en: "give one of them another id", ru: "дайте одному из них другой идентификатор"),
      related: [
        RelatedLocation(
          span: first,
          message: Text(
            en: "`\(name)` is declared first here", ru: "впервые `\(name)` объявлен здесь"))
      ])
  }
}
