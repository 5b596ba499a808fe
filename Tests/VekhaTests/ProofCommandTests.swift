import Foundation
import Testing

@Suite struct `A proof in a file` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.bringRoadmaps()
    for person in ["ana", "dana"] { try place.vekha("key new --out \(person).key") }
    let keys = try ["ana", "dana"].map { try place.vekha("key show \($0).key").out.dropLast() }
    // The library's people get keys where their names stand.
    let text = try place.read(Workplace.library)
    let signed = text.replacing("{name: Ana", with: "{keys: \"\(keys[0])\", name: Ana")
      .replacing("{name: Dana", with: "{keys: \"\(keys[1])\", name: Dana")
    try place.write(signed, to: Workplace.library)
    try place.vekha("start library-opening.yaml --as dana --key dana.key")
    try place.vekha("audit --write-checkpoint point")
    try place.vekha("advance opening-plan drop --as dana")
    try place.vekha("advance founding-order --as dana")
    try place.attachText(to: "founding-order", by: "dana")
    try place.vekha("advance founding-order --as dana --key dana.key")
    _ = try place.run([
      "approve", "founding-order", "--as", "ana", "--key", "ana.key", "--remarks", "«да»\n\u{7}",
    ])
  }

  @Test func `is checked without the store, and compared with what was kept`() throws {
    #expect(try place.vekha("audit --export proof --checkpoint point").exit == 0)
    try place.vekha("audit --export part --only founding-order --checkpoint point")
    try FileManager.default.removeItem(at: place.folder.appending(path: ".vekha"))
    for file in ["proof", "part"] {
      let answer = try place.vekha("audit --verify \(file) --checkpoint point")
      #expect(answer.exit == 0 && answer.out.contains("the proof holds"), "\(answer)")
      #expect(answer.err == "")
      #expect(try place.vekha("audit --verify \(file)").err.contains("nothing was compared"))
      let data = try place.vekha("audit --verify \(file) --format json").json()
      #expect(data["holds"] as? Bool == true && data["signatures"] as? Int == 3)
      #expect(data["complete"] as? Bool == (file == "proof"))
      #expect(try place.vekha("audit --verify \(file) --lang ru").out.contains("верно"))
    }
    let text = try place.read("proof")
    try place.write(text.replacing("approve", with: "reject"), to: "proof")
    let forged = try place.vekha("audit --verify proof")
    #expect(forged.exit == 1 && forged.out == "", "\(forged)")
    #expect(try place.vekha("audit --verify point").exit == 66)
  }

  @Test(arguments: [
    "--verify proof --store x", "--verify proof --run x", "--verify proof --export y",
    "--only founding-order", "--key ana.key", "--signed-by ed25519:x",
  ])
  func `options without effect are refused`(words: String) throws {
    try place.vekha("audit --export proof")
    #expect(try place.vekha("audit \(words)").exit == 64)
  }

  @Test func `is checked by a few lines of Python, too`() throws {
    place.environment["PATH"] = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    guard try place.shell("python3 -c 'import cryptography'").exit == 0 else {
      return print("skipped: python3 with `cryptography` is not here")
    }
    let script = Workplace.package.appending(path: "docs/verify_proof.py").path
    try place.vekha("audit --export proof")
    try place.vekha("audit --export part --only founding-order")
    let whole = try place.shell("python3 '\(script)' proof point")
    #expect(whole.exit == 0 && whole.out.contains("6 of 6 events, 3 signatures"), "\(whole)")
    let part = try place.shell("python3 '\(script)' part")
    #expect(part.exit == 0, "\(part)")
    let text = try place.read("proof")
    try place.write(text.replacing("approve", with: "reject"), to: "proof")
    #expect(try place.shell("python3 '\(script)' proof").exit == 1)
  }
}
