// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that users of Vekha don't build it.
let package = Package(
  name: "vekha-benchmarks",
  dependencies: [.package(name: "vekha", path: "..")],
  targets: [
    .executableTarget(
      name: "yaml-outline", dependencies: [.product(name: "YAMLSource", package: "vekha")]),
    .executableTarget(
      name: "yaml-read", dependencies: [.product(name: "YAMLSource", package: "vekha")]),
  ]
)
