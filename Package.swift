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

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")

/// The commit that the program tells as its own: what VEKHA_COMMIT says, else none.
let commit = (Context.environment["VEKHA_COMMIT"] ?? "").filter { $0.isLetter || $0.isNumber }

/// A target of the product.
func part(
  _ name: String, _ dependencies: [Target.Dependency], path: String? = nil
) -> Target {
  .target(name: name, dependencies: dependencies, path: path, swiftSettings: strict)
}

/// The tests of a target, in the folder `Tests/` and its name with `Tests` after it.
func tests(
  of name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "vekha",
  products: [
    .executable(name: "vekha", targets: ["vekha"]),
    .executable(name: "cel-rows", targets: ["cel-rows"]),
    .library(name: "CEL", targets: ["CEL"]),
    .library(name: "YAMLSource", targets: ["Bilingual", "SourceDiagnostics", "YAMLSource"]),
    .library(name: "RoadmapEngine", targets: ["CivilTime", "RoadmapEngine", "RoadmapModel"]),
    .library(name: "RoadmapProof", targets: ["RoadmapProof"]),
    .library(name: "RoadmapJournal", targets: ["RoadmapJournal"]),
    .library(name: "JournalSQLite", targets: ["JournalSQLite"]),
    .library(name: "RoadmapService", targets: ["RoadmapLanguage", "RoadmapService"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    part("Bilingual", []),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    part("SourceDiagnostics", ["Bilingual"]),
    part("YAMLSource", ["Bilingual", "CLibYAML", "SourceDiagnostics"]),
    part("CivilTime", ["Bilingual"]),
    part("CEL", ["Bilingual"]),
    .executableTarget(name: "cel-rows", dependencies: ["Bilingual", "CEL"], swiftSettings: strict),
    part("RoadmapModel", ["Bilingual", "CEL", "CivilTime"]),
    part("RoadmapProof", ["Bilingual", "CEL", "CivilTime", "RoadmapModel"]),
    part(
      "RoadmapLanguage",
      [
        "Bilingual", "CEL", "CivilTime", "RoadmapModel", "RoadmapProof", "SourceDiagnostics",
        "YAMLSource",
      ]),
    part("RoadmapEngine", ["Bilingual", "CEL", "CivilTime", "RoadmapModel"]),
    part("RoadmapJournal", ["Bilingual", "CivilTime", "RoadmapEngine", "RoadmapModel", crypto]),
    .target(name: "CStoreShim"),
    part("JournalSQLite", ["Bilingual", "CStoreShim", "RoadmapJournal", grdb, sqlite]),
    part(
      "RoadmapDocuments",
      ["Bilingual", "CEL", "CivilTime", "RoadmapModel", "RoadmapProof", "SourceDiagnostics"]),
    part(
      "RoadmapService",
      [
        "Bilingual", "CEL", "CivilTime", "RoadmapEngine", "RoadmapJournal", "RoadmapLanguage",
        "RoadmapModel", "SourceDiagnostics", "YAMLSource",
      ]),
    part(
      "RoadmapEditor",
      [
        "Bilingual", "CEL", "CivilTime", "RoadmapLanguage", "RoadmapModel", "RoadmapProof",
        "RoadmapService", "SourceDiagnostics", "YAMLSource",
      ]),
    .target(name: "CVekhaBuild", cSettings: [.define("VEKHA_COMMIT", to: "\"\(commit)\"")]),
    .executableTarget(
      name: "vekha",
      dependencies: [
        "Bilingual", "CEL", "CVekhaBuild", "CivilTime", "JournalSQLite", "RoadmapDocuments",
        "RoadmapEditor", "RoadmapEngine", "RoadmapJournal", "RoadmapLanguage", "RoadmapModel",
        "RoadmapProof", "RoadmapService",
        "SourceDiagnostics", argumentParser,
      ], swiftSettings: strict),

    part("RoadmapSamples", ["CivilTime", "RoadmapModel"], path: "Tests/RoadmapSamples"),
    part("Conformance", ["Bilingual", "RoadmapJournal"], path: "Tests/Conformance"),
    .executableTarget(
      name: "journal-hammer", dependencies: ["Bilingual", "JournalSQLite", "RoadmapJournal"],
      path: "Tests/Faults/journal-hammer", swiftSettings: strict),
    tests(of: "Bilingual", ["Bilingual"]),
    tests(of: "SourceDiagnostics", ["Bilingual", "SourceDiagnostics"]),
    tests(
      of: "YAMLSource", ["Bilingual", "SourceDiagnostics", "YAMLSource"], exclude: ["Fixtures"]),
    tests(of: "CivilTime", ["Bilingual", "CivilTime"]),
    tests(of: "CEL", ["Bilingual", "CEL", "cel-rows"]),
    tests(of: "RoadmapModel", ["CivilTime", "RoadmapModel", "RoadmapSamples"]),
    tests(
      of: "RoadmapProof",
      ["Bilingual", "CivilTime", "RoadmapModel", "RoadmapProof", "RoadmapSamples"]
    ),
    tests(
      of: "RoadmapLanguage",
      [
        "Bilingual", "CivilTime", "RoadmapLanguage", "RoadmapModel", "RoadmapProof",
        "RoadmapSamples", "RoadmapService", "SourceDiagnostics", "YAMLSource",
      ], exclude: ["Fixtures"]),
    tests(
      of: "RoadmapEngine",
      [
        "Bilingual", "CEL", "CivilTime", "RoadmapEngine", "RoadmapModel", "RoadmapProof",
        "RoadmapSamples",
      ]),
    tests(
      of: "RoadmapJournal",
      [
        "Bilingual", "CivilTime", "Conformance", "RoadmapEngine", "RoadmapJournal", "RoadmapModel",
        "RoadmapSamples",
      ], exclude: ["Fixtures"]),
    tests(
      of: "JournalSQLite",
      ["Bilingual", "Conformance", "JournalSQLite", "RoadmapJournal", grdb, sqlite]),
    tests(
      of: "RoadmapService",
      [
        "Bilingual", "CEL", "CivilTime", "RoadmapEngine", "RoadmapJournal", "RoadmapLanguage",
        "RoadmapModel", "RoadmapService", "SourceDiagnostics",
      ]),
    tests(
      of: "RoadmapEditor",
      [
        "Bilingual", "CEL", "RoadmapEditor", "RoadmapLanguage", "RoadmapModel",
        "SourceDiagnostics", "YAMLSource",
      ]),
    tests(
      of: "Vekha",
      [
        "CivilTime", "JournalSQLite", "RoadmapEngine", "RoadmapJournal", "RoadmapModel",
        "RoadmapService", grdb,
      ]),
    tests(
      of: "ShippedFiles",
      [
        "Bilingual", "CEL", "CivilTime", "RoadmapEngine", "RoadmapLanguage", "RoadmapModel",
        "SourceDiagnostics",
      ]),
    tests(of: "Tidy", []),
  ]
)
