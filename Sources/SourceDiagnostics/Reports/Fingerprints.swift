/// Names problems so that the name outlives the moving of lines.
///
/// A fingerprint is made of the code, the path and the words that the file has at the place; of
/// problems that agree in all of these, of the number in the order of the file as well. The same
/// problem of a file that two roadmaps include has one fingerprint.
public struct Fingerprints: Sendable {
  private var known: [LocatedDiagnostic: String] = [:]
  private var counts: [String: Int] = [:]

  /// Creates a book without names.
  public init() {}

  /// The fingerprint of a problem: 32 hexadecimal digits.
  public mutating func callAsFunction(_ problem: LocatedDiagnostic) -> String {
    if let fingerprint = known[problem] { return fingerprint }
    var hash = StableHash()
    hash.combine(problem.code.name)
    hash.combine(problem.place.path)
    hash.combine(problem.words)
    let occurrence = counts[hash.digits, default: 0]
    counts[hash.digits] = occurrence + 1
    hash.combine(String(occurrence))
    known[problem] = hash.digits
    return hash.digits
  }
}

/// A problem and its name in ``Fingerprints``.
public struct ReportedDiagnostic: Hashable, Sendable {
  /// The problem.
  public let problem: LocatedDiagnostic
  /// Its name: 32 hexadecimal digits.
  public let fingerprint: String

  /// Creates a problem with its name.
  public init(_ problem: LocatedDiagnostic, fingerprint: String) {
    self.problem = problem
    self.fingerprint = fingerprint
  }
}

extension [ReportedDiagnostic] {
  /// Each problem once: two roadmaps that include a file both tell what is wrong with it.
  func once() -> Self {
    var seen: Set<ReportedDiagnostic> = []
    return filter { seen.insert($0).inserted }
  }
}
