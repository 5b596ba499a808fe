// swift-tools-version: 6.2
import PackageDescription

// Built with `script/fuzz` only: SwiftPM renames `main` to `NAME_main`, which each target
// defines and hands to libFuzzer through `FuzzDriver`.
func fuzzer(_ name: String, _ libraries: [String]) -> Target {
  .executableTarget(
    name: name,
    dependencies: ["FuzzDriver"] + libraries.map { .product(name: $0, package: "vekha") },
    swiftSettings: [.unsafeFlags(["-parse-as-library"])])
}

let package = Package(
  name: "vekha-fuzz",
  dependencies: [.package(name: "vekha", path: "../..")],
  targets: [
    .target(name: "FuzzDriver"),
    fuzzer("yaml_fuzz", ["YAMLSource"]),
    fuzzer("roadmap_fuzz", ["RoadmapService", "YAMLSource"]),
    fuzzer("cel_fuzz", ["CEL"]),
    fuzzer("regex_fuzz", ["CEL"]),
    fuzzer("event_fuzz", ["RoadmapEngine", "RoadmapJournal", "RoadmapService"]),
  ]
)
