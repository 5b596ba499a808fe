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
    .library(name: "YAMLSource", targets: ["Bilingual", "SourceDiagnostics", "YAMLSource"])
  ],
  targets: [
    .target(name: "Bilingual", swiftSettings: strict),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "SourceDiagnostics", dependencies: ["Bilingual"], swiftSettings: strict),
    .target(
      name: "YAMLSource", dependencies: ["Bilingual", "CLibYAML", "SourceDiagnostics"],
      swiftSettings: strict),
    .testTarget(name: "BilingualTests", dependencies: ["Bilingual"], swiftSettings: strict),
    .testTarget(
      name: "SourceDiagnosticsTests", dependencies: ["Bilingual", "SourceDiagnostics"],
      swiftSettings: strict),
    .testTarget(
      name: "YAMLSourceTests", dependencies: ["Bilingual", "SourceDiagnostics", "YAMLSource"],
      exclude: ["Fixtures"], swiftSettings: strict),
  ]
)
