// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that users of Vekha don't build it.
let package = Package(
  name: "vekha-benchmarks",
  dependencies: [.package(name: "vekha", path: "..")],
  targets: [
    .target(name: "CBareInsert", linkerSettings: [.linkedLibrary("sqlite3")]),
    .executableTarget(
      name: "journal-bench",
      dependencies: [
        "CBareInsert", .product(name: "JournalSQLite", package: "vekha"),
        .product(name: "RoadmapJournal", package: "vekha"),
      ]),
    .executableTarget(
      name: "yaml-read", dependencies: [.product(name: "YAMLSource", package: "vekha")]),
  ]
)
