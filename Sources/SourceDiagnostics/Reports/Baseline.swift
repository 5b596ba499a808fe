/// Problems that are known and not reported again, so that an old roadmap can start clean.
///
/// A text of one line a problem: its fingerprint, its code and its path, of which only the
/// fingerprint counts; lines that begin with `#` are for people.
public struct Baseline: Sendable {
  /// The fingerprints of the known problems.
  public private(set) var fingerprints: Set<String> = []

  /// Reads a baseline.
  ///
  /// - Throws: ``Mistake`` for the first line that is not one.
  public init(text: String) throws(Mistake) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let words = line.split { $0 == " " || $0 == "\t" }
      guard let first = words.first, first.utf8.first != UInt8(ascii: "#") else { continue }
      guard Self.isFingerprint(first) else { throw Mistake(line: index + 1) }
      fingerprints.insert(String(first))
    }
  }

  /// A line of a baseline that is not one.
  public struct Mistake: Error, Hashable, Sendable {
    /// The line, from 1.
    public let line: Int
  }

  private static func isFingerprint(_ word: Substring) -> Bool {
    word.utf8.count == 32
      && word.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// The text of a baseline that knows these problems.
  public static func text(of reported: [ReportedDiagnostic]) -> String {
    let opening = """
      # Problems that `vekha validate --baseline` knows and does not report again.
      # Written by `vekha validate --write-baseline`; each line: fingerprint, code, path.

      """
    return opening
      + reported.once().map { reported in
        let problem = reported.problem
        return "\(reported.fingerprint) \(problem.code.name) \(displayed(problem.place.path))\n"
      }.joined()
  }
}
