public import Bilingual

/// The names of `candidates` that `name` was probably meant to be, best first, at most 3.
///
/// A name is near that differs by a few typing mistakes, by case, by letters that look alike in
/// Latin and Cyrillic, or by the layout of the keyboard. The order does not depend on that of the
/// candidates.
public func nearestNames(to name: String, in candidates: some Sequence<String>) -> [String] {
  rankedNames(to: name, in: candidates).map(\.name)
}

/// A help text that proposes what `name` was probably meant to be; nil when nothing is near.
public func didYouMean(_ name: String, in candidates: some Sequence<String>) -> Text? {
  NearNames(to: name, in: candidates).help
}

/// What a name was probably meant to be, found once for all that is to be told of it.
public struct NearNames: Sendable {
  private let name: String
  private let ranked: [RankedName]

  /// Looks for the names among `candidates` that are near `name`.
  public init(to name: String, in candidates: some Sequence<String>) {
    self.name = name
    ranked = rankedNames(to: name, in: candidates)
  }

  /// The nearest names, in the order of their bytes; several where they are equally near.
  private var nearest: [String] {
    ranked.filter { $0.mistakes == ranked.first?.mistakes }.map(\.name)
  }

  /// A help text that proposes the nearest names; nil when nothing is near.
  public var help: Text? {
    guard let best = ranked.first else { return nil }
    return Text(
      en: "did you mean \(alternatives(nearest, or: "or"))?",
      ru: "может быть, \(alternatives(nearest, or: "или"))?"
    ).appending(KeyboardSlip(from: best.name, to: name)?.explanation ?? Text(verbatim: ""))
  }

  /// Puts the name that was surely meant in its place; nil where that is not sure.
  public var mend: Mend? { Mend.spelling(of: name, near: ranked) }

  /// What a person may choose to put in its place: the names that ``help`` proposes.
  public var choices: [Mend] { nearest.map { .replace(name, with: $0) } }
}

/// A name and the number of mistakes that lead from it to what was written.
struct RankedName {
  let name: String
  let mistakes: Int

  /// Whether it comes before `other`: fewer mistakes, then the order of the bytes.
  func precedes(_ other: Self) -> Bool {
    guard mistakes == other.mistakes else { return mistakes < other.mistakes }
    return name.utf8.lexicographicallyPrecedes(other.name.utf8)
  }
}

func rankedNames(
  to name: String, in candidates: some Sequence<String>
) -> [RankedName] {
  let slips = KeyboardSlips(to: name)
  var distance = EditDistance(from: name)
  var limit = distance.plausibleMistakes
  var best: [RankedName] = []
  for candidate in candidates where !candidate.utf8.elementsEqual(name.utf8) {
    guard
      let mistakes = slips.mayComeFrom(candidate)
        ? 0 : distance.mistakes(in: candidate, limit: limit)
    else { continue }
    let ranked = RankedName(name: candidate, mistakes: mistakes)
    guard !best.contains(where: { $0.name.utf8.elementsEqual(candidate.utf8) }) else { continue }
    best.insert(ranked, at: best.firstIndex { ranked.precedes($0) } ?? best.endIndex)
    if best.count > 3 { best.removeLast() }
    if best.count == 3, let worst = best.last { limit = min(limit, worst.mistakes) }
  }
  return best
}

private func alternatives(_ names: [String], or word: String) -> String {
  let quoted = names.map { "`\($0)`" }
  guard quoted.count > 1, let last = quoted.last else { return quoted.joined() }
  return quoted.dropLast().joined(separator: ", ") + " \(word) " + last
}

extension KeyboardSlip {
  fileprivate var explanation: Text {
    switch self {
    case .otherLayout:
      return Text(
        en: " it is typed in the other keyboard layout", ru: " набрано в другой раскладке")
    case .lookAlike(let scalar, let letter):
      let isLatin = scalar.isASCII
      return Text(
        en: " letter \(letter), `\(scalar)`, is \(isLatin ? "Latin" : "Cyrillic")",
        ru: " буква \(letter), `\(scalar)`, — \(isLatin ? "латинская" : "кириллическая")")
    }
  }
}
