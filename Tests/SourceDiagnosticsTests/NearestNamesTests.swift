import Bilingual
import SourceDiagnostics
import Testing

@Test(arguments: [
  ("coordinatr", ["coordinator", "monitoring"], ["coordinator"]),
  ("ponomrayova", ["ponomareva", "osotova"], ["ponomareva"]),
  ("oredr", ["order", "plan"], ["order"]),
  ("приказх", ["приказ", "план"], ["приказ"]), ("Приказ", ["приказ"], ["приказ"]),
  ("пиказ", ["приказ", "показ", "указ"], ["показ", "приказ"]), ("x", ["y", "z"], []),
  ("ab", ["ac", "b", "cd"], ["ac", "b"]), ("plan", ["plan"], []), ("event", [], []),
  ("step-1", ["step-4", "step-3", "step-2", "step-5"], ["step-2", "step-3", "step-4"]),
  ("кщгеуы", ["routes", "rules"], ["routes"]), ("ghbrfp", ["приказ"], ["приказ"]),
  ("соordinator", ["coordinator"], ["coordinator"]), ("сору", ["copy"], ["copy"]),
  ("abc", ["abd", "abd"], ["abd"]), ("", ["a"], []), ("a", [""], []),
])
func `the nearest names are those a person may have meant`(
  name: String, candidates: [String], expected: [String]
) {
  #expect(nearestNames(to: name, in: candidates) == expected)
  #expect(nearestNames(to: name, in: candidates.reversed()) == expected)
}

@Test(arguments: [
  ("coordinatr", ["coordinator"], "did you mean `coordinator`?", "может быть, `coordinator`?"),
  (
    "step-1", ["step-2", "step-3"], "did you mean `step-2` or `step-3`?",
    "может быть, `step-2` или `step-3`?"
  ),
  (
    "кщгеуы", ["routes"], "did you mean `routes`? it is typed in the other keyboard layout",
    "может быть, `routes`? набрано в другой раскладке"
  ),
  (
    "plаn", ["plan"], "did you mean `plan`? letter 3, `а`, is Cyrillic",
    "может быть, `plan`? буква 3, `а`, — кириллическая"
  ),
  (
    "oрган", ["орган"], "did you mean `орган`? letter 1, `o`, is Latin",
    "может быть, `орган`? буква 1, `o`, — латинская"
  ),
])
func `a proposal says how the name came out wrong`(
  name: String, candidates: [String], en: String, ru: String
) {
  #expect(didYouMean(name, in: candidates) == Text(en: en, ru: ru))
}

@Test func `nothing is proposed where nothing is near`() {
  #expect(didYouMean("absolutely", in: ["different"]) == nil)
}

@Test func `among many names the nearest one is found`() {
  let names = (0..<20_000).map { "мероприятие-\($0)" }
  #expect(nearestNames(to: "мерприятие-17000", in: names).first == "мероприятие-17000")
}

@Test func `mistakes are counted as in the plain definition`() {
  let words = [
    "", "a", "b", "ab", "ba", "abc", "acb", "bac", "abcd", "badc", "aabb", "abab", "cabd",
  ]
  .map { "xyzxyzxyz" + $0 + "q" }
  for name in words {
    for word in words where word != name {
      let isNear = plainDistance(Array(name.unicodeScalars), Array(word.unicodeScalars)) <= 3
      #expect(nearestNames(to: name, in: [word]).isEmpty != isNear, "\(name) \(word)")
    }
  }
}

/// The distance with its whole table.
private func plainDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var table = [[Int]](
    repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
  for row in 0...left.count {
    for column in 0...right.count {
      if row == 0 || column == 0 {
        table[row][column] = row + column
        continue
      }
      let cost = left[row - 1] == right[column - 1] ? 0 : 1
      table[row][column] = min(
        table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + cost)
      if row > 1, column > 1, left[row - 1] == right[column - 2],
        left[row - 2] == right[column - 1]
      {
        table[row][column] = min(table[row][column], table[row - 2][column - 2] + 1)
      }
    }
  }
  return table[left.count][right.count]
}
