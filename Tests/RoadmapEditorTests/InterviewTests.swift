import Bilingual
import RoadmapLanguage
import SourceDiagnostics
import Testing

@testable import RoadmapEditor

/// The draft that comes of these answers, and how many were needed.
private func draft(_ answers: [String], in language: Language) -> (RoadmapDraft?, asked: Int) {
  var rest = answers[...]
  let interview = Interview(in: language, year: 2027) { _, usual in
    rest.popFirst().map { $0.isEmpty ? usual : $0 }
  }
  let draft = interview.draft()
  return (draft, answers.count - rest.count)
}

@Test(arguments: [
  (
    ["", "", "", "", "Ann \"A\" Lee", "Bob Lee", "", "", "Do: it # now", "by 31 March 2027", ""],
    Language.en
  ),
  (
    ["Карта", "ru", "2027", "2028", "Иванова", "", "Раздел", "Дело", "", "Ещё", "май 2027", ""], .ru
  ),
  (["T", "de", "en", "x", "2027", "2020", "2027", "", "!", "", "S", "M", "whenever", "", ""], .en),
])
func `answers make a roadmap without problems`(answers: [String], language: Language) throws {
  let (draft, asked) = draft(answers, in: language)
  #expect(asked == answers.count)
  let yaml = try #require(draft).yaml
  let compiled = compile(
    LoadedFile(name: "a.yaml", shownPath: "a.yaml", bytes: Array(yaml.utf8)))
  #expect(compiled.problems.isEmpty, "\(yaml)")
  guard case .formatted(let bytes) = Formatting.of(Array(yaml.utf8), path: "a.yaml") else {
    Issue.record("not formatted")
    return
  }
  #expect(String(decoding: bytes, as: UTF8.self) == yaml)
}

@Test func `an interview that breaks off gives nothing`() {
  for count in 0..<8 {
    let answers = Array(["", "", "", "", "Ann", "", "", "M"].prefix(count))
    #expect(draft(answers, in: .en).0 == nil)
  }
}
