import Bilingual
import CLibYAML
import SourceDiagnostics

/// What libyaml says about a text that breaks the grammar.
struct SyntaxError {
  /// What is wrong, in libyaml's words.
  let problem: String
  /// During what, in libyaml's words; often empty.
  let context: String
  /// The character at which it was noticed.
  let offset: UInt32
  /// The character at which the thing starts that is wrong, where libyaml tells.
  let contextOffset: UInt32?

  init(_ parser: yaml_parser_t) {
    problem = parser.problem.map { String(cString: $0) } ?? ""
    context = parser.context.map { String(cString: $0) } ?? ""
    offset = UInt32(truncatingIfNeeded: parser.problem_mark.index)
    contextOffset =
      parser.context == nil ? nil : UInt32(truncatingIfNeeded: parser.context_mark.index)
  }
}

extension SyntaxError {
  /// What to tell a person about it: a mistake that people often make, or the problem in plain
  /// words.
  func diagnostic(in text: SyntaxText) -> Diagnostic {
    tabMistake(in: text) ?? colonMistake(in: text) ?? quoteMistake(in: text)
      ?? bracketMistake(in: text) ?? indentationMistake(in: text) ?? indicatorMistake(in: text)
      ?? plainWords(in: text)
  }
}
