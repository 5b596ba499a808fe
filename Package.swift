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

let package = Package(
  name: "vekha",
  products: [
    .library(name: "RoadmapEngine", targets: ["CivilTime", "RoadmapEngine", "RoadmapModel"])
  ],
  targets: [
    .target(name: "Bilingual", swiftSettings: strict),
    .target(name: "CivilTime", dependencies: ["Bilingual"], swiftSettings: strict),
    .target(
      name: "RoadmapModel", dependencies: ["Bilingual", "CivilTime"], swiftSettings: strict),
    .target(
      name: "RoadmapEngine", dependencies: ["Bilingual", "CivilTime", "RoadmapModel"],
      swiftSettings: strict),
    .target(
      name: "RoadmapSamples", dependencies: ["RoadmapModel"], path: "Tests/RoadmapSamples",
      swiftSettings: strict),
    .testTarget(name: "BilingualTests", dependencies: ["Bilingual"], swiftSettings: strict),
    .testTarget(
      name: "CivilTimeTests", dependencies: ["Bilingual", "CivilTime"], swiftSettings: strict),
    .testTarget(
      name: "RoadmapModelTests", dependencies: ["RoadmapModel", "RoadmapSamples"],
      swiftSettings: strict),
    .testTarget(
      name: "RoadmapEngineTests",
      dependencies: ["Bilingual", "CivilTime", "RoadmapEngine", "RoadmapModel", "RoadmapSamples"],
      swiftSettings: strict),
  ]
)
