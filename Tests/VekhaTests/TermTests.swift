import Foundation
import Testing

@Suite struct `The explanation of a term` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("2018-12-14 off\n", to: "days.txt")
    try place.write("14.12.2018 off\n", to: "broken.txt")
  }

  @Test func `a term as data has exactly the keys of its contract`() throws {
    let answer = try place.run(["term", "До 15 октября 2018", "--format", "json"])
    #expect(answer.exit == 0 && answer.err.isEmpty)
    #expect(
      answer.out == #"{"class":"deadline","from":null,"to":"2018-10-15","every":null,"#
        + #""after":null,"documents":[],"warnings":[],"words":"no later than 15 October 2018"}"#
        + "\n")
  }

  @Test func `a term is explained in the language that is asked for`() throws {
    let english = try place.run(["term", "До 15 декабря 2018", "--day-off", "previous"])
    #expect(english.out.contains("dates: ../2018-12-14\n"))
    #expect(english.out.contains("rule: a day off: moved to the working day before\n"))
    let russian = try place.run(["term", "Марть 2018", "--lang", "ru"])
    #expect(russian.out.contains("рабочих дней: 20, календарь `ru`\n"))
    #expect(russian.out.contains("предупреждение: слово `марть` прочитано как `март`\n"))
  }

  @Test func `a calendar file and the policies decide where a term ends`() throws {
    let words = ["term", "До 15 декабря 2018", "--format", "json", "--calendar", "days.txt"]
    for (policies, last) in [
      ("--until exclusive", "2018-12-14"), ("--until exclusive --day-off previous", "2018-12-13"),
      ("--day-off next", "2018-12-17"),
    ] {
      let answer = try place.run(words + policies.split(separator: " ").map(String.init))
      #expect(try answer.json()["to"] as? String == last, "\(policies)")
    }
  }

  @Test func `a day settles a missing year and a term counted from an event`() throws {
    let missing = try place.run(["term", "в октябре", "--at", "2018-09-01", "--format", "json"])
    #expect(try missing.json()["from"] as? String == "2018-10-01")
    let whole = try place.vekha("term 2018 --at 2018-09-01 --format json")
    #expect(try whole.json()["to"] as? String == "2018-12-31")
    let words = ["term", "within 10 days of the order", "--at", "2018-10-01", "--format", "json"]
    #expect(try place.run(words).json()["to"] as? String == "2018-10-11")
  }

  @Test func `what stays open is refused with the due of each reading`() throws {
    for (language, word) in [("en", "several ways"), ("ru", "по-разному")] {
      let answer = try place.run(["term", "2011-12", "--lang", language])
      #expect(answer.exit == 1)
      #expect(answer.err.contains(word))
      #expect(answer.err.contains("`due: 2011-12`") && answer.err.contains("`due: 2011/2012`"))
    }
    #expect(try place.run(["term", "xyzzy", "--format", "json"]).json()["class"] is NSNull)
  }

  @Test(arguments: [
    (["term"], 64), (["term", "x", "--at", "2018-02-30"], 64), (["term", "x", "--until", "x"], 64),
    (["term", "2018", "--calendar", "missing.txt"], 66),
    (["term", "2018", "--calendar", "broken.txt"], 66), (["term", ""], 1), (["term", "2018"], 0),
  ])
  func `a call ends with the status of the contract`(words: [String], exit: Int) throws {
    #expect(try place.run(words).exit == Int32(exit))
  }
}
