// swift-tools-version: 6.2
import PackageDescription

/// What every target of ours is built with: unused or hidden dependencies do not pass.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")

let package = Package(
  name: "vekha",
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .target(name: "Bilingual", swiftSettings: strict),
    .target(
      name: "RoadmapJournal", dependencies: ["Bilingual", crypto], swiftSettings: strict),
    .target(name: "CStoreShim"),
    .target(
      name: "JournalSQLite",
      dependencies: ["Bilingual", "CStoreShim", "RoadmapJournal", grdb, sqlite],
      swiftSettings: strict),
    .target(
      name: "Conformance", dependencies: ["Bilingual", "RoadmapJournal"], path: "Tests/Conformance",
      swiftSettings: strict),
    .executableTarget(
      name: "journal-hammer", dependencies: ["Bilingual", "JournalSQLite", "RoadmapJournal"],
      path: "Tests/Faults/journal-hammer", swiftSettings: strict),
    .testTarget(name: "BilingualTests", dependencies: ["Bilingual"], swiftSettings: strict),
    .testTarget(
      name: "RoadmapJournalTests", dependencies: ["Bilingual", "Conformance", "RoadmapJournal"],
      swiftSettings: strict),
    .testTarget(
      name: "JournalSQLiteTests",
      dependencies: ["Conformance", "JournalSQLite", "RoadmapJournal", grdb],
      swiftSettings: strict),
  ]
)
