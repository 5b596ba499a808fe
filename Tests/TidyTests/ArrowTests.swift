import Testing

/// Which target may import which: the arrows of the architecture, one way only.
@Suite struct `The arrows between targets` {
  private static let core = [
    "Bilingual", "CEL", "CivilTime", "RoadmapModel", "RoadmapProof", "RoadmapEngine",
    "SourceDiagnostics", "YAMLSource", "RoadmapLanguage",
  ]

  static let arrows: [String: Set<String>] = [
    "Bilingual": [],
    "CLibYAML": [],
    "CStoreShim": [],
    "CVekhaBuild": [],
    "SourceDiagnostics": ["Bilingual", "Synchronization"],
    "YAMLSource": ["Bilingual", "CLibYAML", "SourceDiagnostics"],
    "CivilTime": ["Bilingual"],
    "CEL": ["Bilingual", "Glibc", "Synchronization"],
    "cel-rows": ["Bilingual", "CEL", "Foundation"],
    "RoadmapModel": ["Bilingual", "CivilTime", "CEL", "Synchronization"],
    "RoadmapProof": ["Bilingual", "CEL", "CivilTime", "RoadmapModel"],
    "RoadmapLanguage": [
      "Bilingual", "CEL", "CivilTime", "RoadmapModel", "RoadmapProof", "SourceDiagnostics",
      "YAMLSource",
    ],
    "RoadmapEngine": ["Bilingual", "CEL", "CivilTime", "RoadmapModel"],
    "RoadmapJournal": [
      "Bilingual", "CivilTime", "Crypto", "FoundationEssentials", "RoadmapEngine", "RoadmapModel",
      "Synchronization",
    ],
    "JournalSQLite": [
      "Bilingual", "CStoreShim", "Dispatch", "GRDB", "GRDBSQLite", "Glibc", "RoadmapJournal",
      "Synchronization",
    ],
    "RoadmapDocuments": [
      "Bilingual", "CEL", "CivilTime", "RoadmapEngine", "RoadmapModel", "RoadmapProof",
      "SourceDiagnostics",
    ],
    "RoadmapService": [
      "Bilingual", "CEL", "CivilTime", "Glibc", "RoadmapEngine", "RoadmapJournal",
      "RoadmapLanguage",
      "RoadmapModel", "SourceDiagnostics", "YAMLSource",
    ],
    "RoadmapEditor": [
      "Bilingual", "CEL", "CivilTime", "Foundation", "Glibc", "RoadmapLanguage", "RoadmapModel",
      "RoadmapProof", "RoadmapService", "SourceDiagnostics", "Synchronization", "YAMLSource",
    ],
    "vekha": [
      "ArgumentParser", "Bilingual", "CEL", "CVekhaBuild", "CivilTime", "Glibc", "JournalSQLite",
      "RoadmapDocuments", "RoadmapEditor", "RoadmapEngine", "RoadmapJournal", "RoadmapLanguage",
      "RoadmapModel", "RoadmapProof", "RoadmapService", "SourceDiagnostics", "Synchronization",
    ],
  ]

  private static func imports(of file: Repository.File) -> [String] {
    file.lines.compactMap { line in
      let words = line.split(separator: " ").filter {
        !["public", "internal", "package", "private", "fileprivate", "@testable"].contains($0)
      }
      guard words.count >= 2, words[0] == "import",
        line.first?.isLetter == true || line.first == "@"
      else { return nil }
      return words[1].split(separator: ".").first.map(String.init)
    }
  }

  @Test func `every import of a source file is in the table`() throws {
    var strays: [String] = []
    for file in try Repository.files(in: "Sources", ending: ".swift") {
      let target = file.path.split(separator: "/")[1]
      let allowed = try #require(Self.arrows[String(target)], "\(target) is not in the table")
      strays += Self.imports(of: file).filter { !allowed.contains($0) }.map {
        "\(file.path): \($0)"
      }
    }
    #expect(strays == [])
  }

  @Test func `no target reaches itself by way of others`() {
    for target in Self.arrows.keys {
      var reached: Set<String> = []
      var queue = Array(Self.arrows[target] ?? [])
      while let next = queue.popLast() {
        guard reached.insert(next).inserted else { continue }
        queue += Self.arrows[next] ?? []
      }
      #expect(!reached.contains(target))
    }
  }

  @Test func `the core knows neither Foundation nor where files are`() throws {
    let banned: Set = ["Foundation", "FoundationEssentials", "Glibc", "Darwin", "Dispatch"]
    for target in Self.core {
      for file in try Repository.files(in: "Sources/\(target)", ending: ".swift") {
        #expect(banned.isDisjoint(with: Self.imports(of: file)), "\(file.path)")
      }
    }
  }

  @Test func `every folder of sources is a target, and every target is in the table`() throws {
    let manifest = try #require(
      try Repository.files(in: ".", ending: "Package.swift").first { $0.path == "./Package.swift" })
    let folders = Set(
      try Repository.files(in: "Sources").map { String($0.path.split(separator: "/")[1]) })
    for folder in folders {
      #expect(Self.arrows[folder] != nil, "\(folder)")
      #expect(manifest.text.contains("\"\(folder)\""), "\(folder)")
    }
  }
}
