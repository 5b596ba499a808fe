// swift-tools-version: 6.2
import PackageDescription

/// A library of Vekha.
func vekha(_ name: String) -> Target.Dependency { .product(name: name, package: "vekha") }

// A package of its own, so that users of Vekha don't build it.
let package = Package(
  name: "vekha-benchmarks",
  dependencies: [.package(name: "vekha", path: "..")],
  targets: [
    .executableTarget(name: "engine-bench", dependencies: [vekha("RoadmapEngine")]),
    .executableTarget(name: "yaml-read", dependencies: [vekha("YAMLSource")]),
    .executableTarget(
      name: "long-run",
      dependencies: [
        vekha("JournalSQLite"), vekha("RoadmapEngine"), vekha("RoadmapJournal"),
        vekha("RoadmapService"),
      ]),
  ]
)
