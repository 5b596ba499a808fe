/// Letters that are typed for one another.
enum TermLetters {
  private static let latinLookalikes: [Character: Character] = [
    "a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "k": "к", "m": "м", "o": "о", "p": "р",
    "t": "т", "x": "х", "y": "у",
  ]

  /// `word` with ё as е, and with the Latin letters of a Russian word as Russian ones.
  static func normalized(_ word: String) -> String {
    // Nearly every word is as it should be.
    if word.unicodeScalars.allSatisfy({ ("а"..."я").contains($0) }) { return word }
    let isMixed = word.contains(where: isCyrillic) && word.contains { $0.isASCII }
    return String(
      word.map { letter in
        if letter == "ё" { return "е" }
        return isMixed ? latinLookalikes[letter] ?? letter : letter
      })
  }

  static func isCyrillic(_ letter: Character) -> Bool {
    letter.unicodeScalars.allSatisfy { (0x400...0x52F).contains($0.value) }
  }

  private static let romanNumerals: WordTable<Int> = [
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
    "xi": 11, "xii": 12, "і": 1, "іі": 2, "ііі": 3, "п": 2, "ш": 3, "l": 1, "ll": 2, "lll": 3,
  ]

  /// The value of a Roman numeral, 1 through 12, of whichever letters it was typed with.
  static func roman(_ word: String) -> Int? { romanNumerals[word] }

  /// How many letters must be changed, added, dropped or swapped with the next one to turn
  /// `first` into `second`; at most `limit`, else nil.
  static func distance(_ first: String, _ second: String, limit: Int) -> Int? {
    let (first, second) = (Array(first), Array(second))
    guard abs(first.count - second.count) <= limit, first.count <= 40 else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for i in first.indices {
      var row = [i + 1]
      for j in second.indices {
        let change = last[j] + (first[i] == second[j] ? 0 : 1)
        var best = min(change, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[second.count] <= limit ? last[second.count] : nil
  }
}
