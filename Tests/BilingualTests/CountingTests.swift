import Bilingual
import Testing

@Test(arguments: [
  (0, "0 steps", "0 этапов"), (1, "1 step", "1 этап"), (2, "2 steps", "2 этапа"),
  (5, "5 steps", "5 этапов"), (11, "11 steps", "11 этапов"), (14, "14 steps", "14 этапов"),
  (21, "21 steps", "21 этап"), (22, "22 steps", "22 этапа"), (111, "111 steps", "111 этапов"),
])
func `a counted noun takes the form of its number`(count: Int, en: String, ru: String) {
  let steps = CountedNoun(en: "step", "steps", ru: "этап", "этапа", "этапов")
  #expect(steps(count) == Text(en: en, ru: ru))
}
