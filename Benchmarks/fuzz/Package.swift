// swift-tools-version: 6.2
import PackageDescription

// Built with `script/fuzz` only: SwiftPM renames `main` to `yaml_fuzz_main`, which the target
// defines and hands to libFuzzer.
let package = Package(
  name: "vekha-fuzz",
  dependencies: [.package(name: "vekha", path: "../..")],
  targets: [
    .executableTarget(
      name: "yaml_fuzz", dependencies: [.product(name: "YAMLSource", package: "vekha")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ]
)
