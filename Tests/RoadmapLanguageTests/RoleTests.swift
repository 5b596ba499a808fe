import Bilingual
import Testing

@testable import RoadmapLanguage

@Suite struct `What the value of a key means` {
  @Test func `is known for every key that takes ids, so that editors find them`() {
    var checked = 0
    for record in RecordName.allCases {
      for key in record.shape.keys where key.value.takesIDs {
        checked += 1
        #expect(record.role(of: key.word) != .plain, "\(record).\(key.word.rawValue)")
      }
    }
    #expect(checked > 20)
  }

  @Test func `is known for every key whose value speaks CEL`() {
    for record in RecordName.allCases {
      for key in record.shape.keys where key.meaning.en.contains("CEL") {
        #expect(record.role(of: key.word) != .plain, "\(record).\(key.word.rawValue)")
      }
    }
  }
}

extension Shape {
  fileprivate var takesIDs: Bool {
    switch self {
    case .reference, .numbered: true
    case .list(let item), .oneOrMore(let item), .named(let item): item.takesIDs
    case .either(let short, let long): short.takesIDs || long.takesIDs
    case .text, .flag, .integer, .record: false
    }
  }
}
