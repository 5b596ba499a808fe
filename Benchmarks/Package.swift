// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that users of Vekha don't build it.
let package = Package(
  name: "vekha-benchmarks",
  dependencies: [.package(name: "vekha", path: "..")],
  targets: [
    .executableTarget(
      name: "engine-bench", dependencies: [.product(name: "RoadmapEngine", package: "vekha")])
  ]
)
