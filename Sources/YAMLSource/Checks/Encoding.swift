import Bilingual
import SourceDiagnostics

/// An encoding that is not UTF-8, as the first bytes of a file give it away.
enum ForeignEncoding: String {
  case utf32LittleEndian = "UTF-32LE"
  case utf32BigEndian = "UTF-32BE"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"

  /// Recognises a byte order mark, or the zeros beside a first character that is ASCII.
  init?(of bytes: UnsafeBufferPointer<UInt8>) {
    let first = (0..<4).map { $0 < bytes.count ? bytes[$0] : nil }
    switch (first[0], first[1], first[2], first[3]) {
    case (0xFF, 0xFE, 0, 0): self = .utf32LittleEndian
    case (0, 0, 0xFE, 0xFF): self = .utf32BigEndian
    case (0xFF, 0xFE, _, _): self = .utf16LittleEndian
    case (0xFE, 0xFF, _, _): self = .utf16BigEndian
    case (.some(1...), 0, 0, 0): self = .utf32LittleEndian
    case (0, 0, 0, .some(1...)): self = .utf32BigEndian
    case (.some(1...), 0, _, _): self = .utf16LittleEndian
    case (0, .some(1...), _, _): self = .utf16BigEndian
    default: return nil
    }
  }
}

/// The first place of a text that libyaml refuses to decode.
enum UnreadablePlace {
  /// A byte that is part of no character.
  case invalidByte(UInt8, offset: UInt32)
  /// A character that may not stand in YAML.
  case forbidden(Unicode.Scalar, offset: UInt32)

  /// Looks for it from the start; nil when all of the text may be read.
  init?(in text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var offset: UInt32 = 0
    while let decoded = decodeUTF8(text, at: index) {
      switch decoded {
      case .invalid(let byte):
        self = .invalidByte(byte, offset: offset)
        return
      case .scalar(let scalar, _) where !Self.isAllowed(scalar):
        self = .forbidden(scalar, offset: offset)
        return
      case .scalar: break
      }
      index += decoded.width
      offset += 1
    }
    return nil
  }

  /// Production 1 of YAML 1.2, `c-printable`.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD,
      0x10000...0x10FFFF:
      true
    default: false
    }
  }
}

extension Diagnostic {
  static func foreignEncoding(_ encoding: ForeignEncoding, of file: SourceFileID) -> Self {
    Diagnostic(
      .invalidEncoding, in: file,
      message: Text(
        en: "the file is in \(encoding.rawValue), not in UTF-8",
        ru: "файл в кодировке \(encoding.rawValue), а нужна UTF-8"),
      help: saveAsUTF8)
  }

  static func unreadable(
    _ place: UnreadablePlace, of file: SourceFileID, in text: UnsafeBufferPointer<UInt8>
  ) -> Self {
    switch place {
    case .invalidByte(let byte, let offset):
      let hex = hexadecimal(UInt32(byte), digits: 2)
      return Diagnostic(
        .invalidEncoding, at: SourceSpan(file: file, start: offset, end: offset + 1),
        message: Text(
          en: "the byte 0x\(hex) is not UTF-8", ru: "байт 0x\(hex) не относится к UTF-8"),
        help: looksLikeWindows1251(text) ? saveWindows1251AsUTF8 : saveAsUTF8)
    case .forbidden(let scalar, let offset):
      let name = "U+\(hexadecimal(scalar.value, digits: 4))"
      return Diagnostic(
        .controlCharacter, at: SourceSpan(file: file, start: offset, end: offset + 1),
        message: Text(
          en: "the control character \(name) may not stand in YAML",
          ru: "управляющему символу \(name) не место в YAML"),
        help: Text(
          en: "remove it; it is invisible and often comes along with copied text",
          ru: "удалите его: он невидим и часто попадает вместе со скопированным текстом"))
    }
  }

  /// Whether the bytes above ASCII are nearly all letters of Windows-1251.
  private static func looksLikeWindows1251(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let high = text.prefix(1 << 16).filter { $0 >= 0x80 }
    let letters = high.count { $0 >= 0xC0 || $0 == 0xA8 || $0 == 0xB8 }
    return high.count > 3 && letters >= high.count / 10 * 9
  }

  private static let saveWindows1251AsUTF8 = Text(
    en: "save the file as UTF-8; it looks like Windows-1251",
    ru: "сохраните файл в кодировке UTF-8; похоже, он в Windows-1251")

  private static let saveAsUTF8 = Text(
    en: "save the file as UTF-8", ru: "сохраните файл в кодировке UTF-8")

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
