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
  let ranked = rankedNames(to: name, in: candidates)
  guard let best = ranked.first else { return nil }
  let names = ranked.filter { $0.mistakes == best.mistakes }.map(\.name)
  return Text(
    en: "did you mean \(alternatives(names, or: "or"))?",
    ru: "может быть, \(alternatives(names, or: "или"))?"
  ).appending(KeyboardSlip(from: best.name, to: name)?.explanation ?? Text(verbatim: ""))
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
