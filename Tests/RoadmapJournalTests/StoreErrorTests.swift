import Bilingual
import RoadmapJournal
import Testing

@Suite struct `What a store says of its failures` {
  static let cases: [(StoreError, Int32, String)] = [
    (.missing(path: "s.db"), 66, "there is no store at `s.db`"),
    (.unreadable(path: "s.db", detail: "denied"), 66, "the store `s.db` cannot be opened: denied"),
    (.notOurs(path: "s.db"), 74, "`s.db` is not a store of Vekha"),
    (
      .newerSchema(found: 3, known: 1), 74,
      "the store has version 3, this program knows versions up to 1: update it"
    ),
    (.corrupt(Text(en: "bent", ru: "погнуто")), 74, "the store is damaged: bent"),
    (.readOnly(path: "s.db"), 74, "the store `s.db` can be read but not written"),
    (
      .full, 74,
      "no space is left for the store; nothing was written this time, free some and try again"
    ),
    (
      .ioError(.notWritten, detail: "x"), 74,
      "the store's disk failed (x); nothing was written this time"
    ),
    (
      .busy(seconds: 10), 75,
      "others kept the store busy for 10 seconds; nothing was written this time, try again"
    ),
    (
      .busy(seconds: .nan), 75,
      "others kept the store busy for 0 seconds; nothing was written this time, "
        + "try again"
    ),
    (.nameTaken("run"), 1, "there is already a run named `run`"),
    (.conflict(actual: 1), 1, "the journal has changed: it has 1 event now"),
  ]

  @Test(arguments: cases)
  func `an error has a text and an exit status`(error: StoreError, status: Int32, text: String) {
    #expect(error.category.exitStatus == status)
    #expect(error.text.en == text)
  }

  static let others: [StoreError] = [
    .orphanedLog(path: "p"), .stopped, .tooLarge, .unexpected(detail: "d"), .badName("n"),
    .ioError(.unknown, detail: "d"), .noFirstEvent, .noSuchJournal(.random()),
    .noSuchDefinition(Digest(of: [])), .unsafeSetting(name: "a", expected: "b", found: "c"),
    .requestReused(.random()),
  ]

  @Test(arguments: cases.map(\.0) + others)
  func `every error speaks both languages`(error: StoreError) {
    #expect(error.text.en != error.text.ru)
    #expect(error.text.en.unicodeScalars.allSatisfy { !("а"..."я").contains($0) })
    #expect(error.text.ru.unicodeScalars.contains { ("а"..."я").contains($0) })
  }

  @Test func `an unknown outcome says so and how to find out`() {
    let text = StoreError.ioError(.unknown, detail: "fsync").text
    #expect(text.en.contains("unknown") && text.en.contains("same request id"))
    #expect(text.ru.contains("неизвестно") && text.ru.contains("тем же идентификатором"))
  }
}
