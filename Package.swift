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
  products: [.library(name: "CEL", targets: ["CEL"])],
  targets: [
    .target(name: "Bilingual", swiftSettings: strict),
    .target(name: "CEL", dependencies: ["Bilingual"], swiftSettings: strict),
    .executableTarget(name: "cel-rows", dependencies: ["CEL", "Bilingual"], swiftSettings: strict),
    .testTarget(name: "BilingualTests", dependencies: ["Bilingual"], swiftSettings: strict),
    .testTarget(
      name: "CELTests", dependencies: ["CEL", "Bilingual", "cel-rows"], swiftSettings: strict),
  ]
)
