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

@Test func `a hundred thousand names are searched at once`() {
  let names = (0..<100_000).map { "мероприятие-\($0)" }
  var nearest: [String] = []
  let time = ContinuousClock().measure { nearest = nearestNames(to: "мерприятие-70000", in: names) }
  #expect(nearest.first == "мероприятие-70000")
  #expect(time < .seconds(5))
}
