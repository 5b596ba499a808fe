/// Texts of people as Markdown shows them: nothing in them is markup but their backticks.
public enum MarkdownText {
  /// The text as a line of prose: what stands between backticks is code.
  public static func line(_ text: String) -> String { escaped(text, isCell: false) }

  /// The text as a cell of a table.
  public static func cell(_ text: String) -> String { escaped(text, isCell: true) }

  private static func escaped(_ text: String, isCell: Bool) -> String {
    // A backtick without a partner is a character like others.
    let ticks = text.unicodeScalars.count { $0 == "`" } / 2 * 2
    var seen = 0
    var result = ""
    for scalar in text.unicodeScalars {
      let isCode = seen % 2 == 1
      switch scalar {
      case "`" where seen < ticks:
        seen += 1
        result += "`"
      case "|" where isCell: result += "\\|"
      case "\n", "\r": result += " "
      case "&" where !isCode: result += "&amp;"
      case "<" where !isCode: result += "&lt;"
      case "\\", "`", "*", "_", "[", "]", "#", "~", "@", "$", ">":
        result += isCode ? String(scalar) : "\\" + String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
