// swift-tools-version: 6.2
import PackageDescription

// Built with `script/fuzz-json` only: SwiftPM renames `main` to `json_fuzz_main`, which the target
// defines and hands to libFuzzer.
let package = Package(
  name: "vekha-fuzz-json",
  dependencies: [.package(name: "vekha", path: "../..")],
  targets: [
    .executableTarget(
      name: "json_fuzz", dependencies: [.product(name: "RoadmapJournal", package: "vekha")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ]
)
