/// A path as a URI reference: relative, or absolute where the path leads out of the folder.
struct RelativeURI {
  /// The reference, percent-encoded.
  let text: String
  /// Whether it is relative to the folder in which the program works.
  let isRelative: Bool

  /// Makes a reference of a path, seen from the folder `root`, an absolute path.
  init(_ path: String, root: String) {
    var parts: [Substring] = []
    var leads = path.utf8.first == UInt8(ascii: "/")
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil, !leads {
        leads = true
        parts = root.split(separator: "/").dropLast()
      }
    }
    isRelative = !leads
    text = (leads ? "file:///" : "") + parts.map(Self.encoded).joined(separator: "/")
  }

  /// The reference of an absolute path of a folder, with a slash at its end.
  static func folder(_ path: String) -> String {
    let parts = path.split(separator: "/").map(encoded)
    return "file:///" + parts.map { $0 + "/" }.joined()
  }

  /// A part of a path with everything but letters, digits and `-._~` of ASCII percent-encoded.
  private static func encoded(_ part: Substring) -> String {
    var text = ""
    for byte in part.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return text
  }
}
