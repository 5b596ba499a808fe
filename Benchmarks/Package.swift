// swift-tools-version: 6.2
import PackageDescription

/// A library of Vekha.
func vekha(_ name: String) -> Target.Dependency { .product(name: name, package: "vekha") }

// A package of its own, so that users of Vekha don't build it.
let package = Package(
  name: "vekha-benchmarks",
  dependencies: [.package(name: "vekha", path: "..")],
  targets: [
    .target(name: "CBareInsert", linkerSettings: [.linkedLibrary("sqlite3")]),
    .executableTarget(name: "engine-bench", dependencies: [vekha("RoadmapEngine")]),
    .executableTarget(
      name: "journal-bench",
      dependencies: ["CBareInsert", vekha("JournalSQLite"), vekha("RoadmapJournal")]),
    .executableTarget(
      name: "load-bench", dependencies: [vekha("RoadmapProof"), vekha("RoadmapService")]),
    .executableTarget(
      name: "long-run",
      dependencies: [
        vekha("JournalSQLite"), vekha("RoadmapEngine"), vekha("RoadmapJournal"),
        vekha("RoadmapService"),
      ]),
    .executableTarget(
      name: "proof-bench", dependencies: [vekha("RoadmapEngine"), vekha("RoadmapProof")]),
    .executableTarget(name: "wsp-bench", dependencies: [vekha("RoadmapProof")]),
    .executableTarget(
      name: "schedule-bench", dependencies: [vekha("RoadmapProof"), vekha("RoadmapService")]),
    .executableTarget(name: "yaml-outline", dependencies: [vekha("YAMLSource")]),
    .executableTarget(name: "yaml-read", dependencies: [vekha("YAMLSource")]),
  ]
)
