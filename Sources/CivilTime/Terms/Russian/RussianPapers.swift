/// Names of papers, put into the nominative: «региональным приказом» is «региональный приказ».
enum RussianPapers {
  /// The nominative and the gender of a word that is the noun of a paper.
  static func noun(_ word: String) -> (nominative: String, gender: RussianWords.Gender)? {
    let parts = word.split(separator: "-").map(String.init)
    if parts.count == 2, let first = noun(parts[0]), let second = noun(parts[1]) {
      return ("\(first.nominative)-\(second.nominative)", first.gender)
    }
    let endings =
      ["", "а", "у", "ом", "ем", "ы", "ам", "ами", "е", "ю", "я", "и", "ой", "ям", "ями"]
      + ["ью", "ь", "о", "ах", "ях", "ов", "ей"]
    for (stem, nominative, gender) in RussianWords.documents where word.hasPrefix(stem) {
      if endings.contains(String(word.dropFirst(stem.count))) { return (nominative, gender) }
    }
    return nil
  }

  /// `text` with its first noun and the adjectives before it in the nominative; as it is where
  /// the noun is unknown, or stands in the plural.
  static func nominative(_ text: String) -> String {
    var words = text.split(separator: " ").map(String.init)
    for index in words.indices.prefix(5) {
      guard let found = noun(words[index].lowercased()) else {
        guard adjective(words[index], .masculine) != nil else { return text }
        continue
      }
      let lowered = words[index].lowercased()
      if found.gender == .masculine, lowered.hasSuffix("и") || lowered.hasSuffix("ы") {
        return text
      }
      guard !lowered.hasSuffix("ам"), !lowered.hasSuffix("ами"), !lowered.hasSuffix("ям"),
        !lowered.hasSuffix("ями")
      else { return text }
      for before in words.indices[..<index] {
        words[before] = adjective(words[before], found.gender) ?? words[before]
      }
      words[index] = withCase(of: words[index], found.nominative)
      return words.joined(separator: " ")
    }
    return text
  }

  private static func withCase(of word: String, _ nominative: String) -> String {
    guard word.first?.isUppercase == true, let first = nominative.first else { return nominative }
    return first.uppercased() + nominative.dropFirst()
  }

  /// The adjective `word` in the nominative of `gender`; nil where it is none.
  private static func adjective(_ word: String, _ gender: RussianWords.Gender) -> String? {
    let hard = ["ым", "ому", "ого", "ой"]
    let soft = ["им", "ему", "его", "ей"]
    guard word.count > 4 else { return nil }
    if let ending = hard.first(where: word.hasSuffix) {
      let velar = "гкхжшщч".contains(word.dropLast(ending.count).last ?? "а")
      let endings: [RussianWords.Gender: String] = [
        .masculine: velar ? "ий" : "ый", .feminine: "ая", .neuter: "ое",
      ]
      return word.dropLast(ending.count) + (endings[gender] ?? "")
    }
    guard let ending = soft.first(where: word.hasSuffix) else { return nil }
    let velar = "гкх".contains(word.dropLast(ending.count).last ?? "а")
    let endings: [RussianWords.Gender: String] = [
      .masculine: "ий", .feminine: velar ? "ая" : "яя", .neuter: velar ? "ое" : "ее",
    ]
    return word.dropLast(ending.count) + (endings[gender] ?? "")
  }
}
