import Foundation
import Testing

@Suite struct `The first roadmap` {
  @Test(arguments: ["minimal", "order-plan-event", "opening"], ["en", "ru"])
  func `from a template has no problems, and is laid out as usual`(
    template: String, language: String
  ) throws {
    let place = try Workplace()
    let answer = try place.vekha("init --template \(template) --lang \(language)")
    #expect(answer.exit == 0, "\(answer.err)")
    let check = try place.vekha("validate --strict roadmap.yaml")
    #expect(check.exit == 0 && check.err.isEmpty, "\(check.err)")
    #expect(try place.vekha("fmt --check roadmap.yaml").exit == 0)
  }

  @Test func `never takes the place of another, unless that is asked for`() throws {
    let place = try Workplace()
    try place.write("mine", to: "a.yaml")
    let refused = try place.vekha("init a.yaml --template minimal")
    #expect(refused.exit == 64)
    #expect(refused.err.contains("--force"))
    #expect(try place.read("a.yaml") == "mine")
    #expect(try place.vekha("init a.yaml --template minimal --force").exit == 0)
    #expect(try place.vekha("validate --strict a.yaml").exit == 0)
  }

  @Test func `is not asked for where there is no terminal`() throws {
    let place = try Workplace()
    let refused = try place.vekha("init ")
    #expect(refused.exit == 64)
    #expect(refused.err.contains("--template"))
    #expect(try place.vekha("init --template huge").exit == 64)
  }
}
