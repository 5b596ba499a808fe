import CVekhaBuild
import Glibc
import SourceDiagnostics

/// What the program knows of itself.
enum ProgramFacts {
  /// The version of the program, by the rules of semantic versioning.
  static let version = "0.1.0"
  /// The version of the language that it reads.
  static let languageVersion = 1

  /// The commit that it was built from; nil where the build was not told.
  static var commit: String? {
    let commit = String(cString: vekha_commit())
    return commit.isEmpty ? nil : commit
  }

  /// The version, the commit and the language, in a line.
  static var versionLine: String {
    let commit = commit ?? say(en: "not recorded", ru: "не записан")
    return say(
      en: "\(version) (commit \(commit), language version \(languageVersion))",
      ru: "\(version) (коммит \(commit), версия языка \(languageVersion))")
  }

  /// docs/diagnostics.md as it stood when the program was built.
  static var reference: CodeReference {
    let page = UnsafeBufferPointer(start: vekha_reference(), count: vekha_reference_size())
    return CodeReference(page: String(decoding: page, as: UTF8.self))
  }

  /// The folder in which the program works, as an absolute path.
  static var workingFolder: String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }
}
