import CEL
import RoadmapModel
import Testing

@testable import RoadmapEditor

@Suite struct `What expressions may ask for` {
  @Test func `is explained, every variable and every field`() throws {
    var pending: [String] = []
    var seen: Set<String> = ["Variables"]
    for target in Rule.Target.allCases {
      let environment = Rule.environment(for: target, of: nil)
      for variable in environment.variables {
        #expect(FieldMeaning.of(variable.name) != nil, "\(variable.name)")
        pending += record(variable.type)
      }
      while let record = pending.popLast() {
        guard seen.insert(record).inserted else { continue }
        for field in environment.fields(of: .record(record)) {
          #expect(FieldMeaning.of(field.name, in: record) != nil, "\(record).\(field.name)")
          pending += self.record(field.type)
        }
      }
    }
    #expect(seen.count >= 12)
  }

  private func record(_ type: CELType) -> [String] {
    switch type {
    case .record(let name): [name]
    case .list(let item): record(item)
    default: []
    }
  }
}
