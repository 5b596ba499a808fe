// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "cel-benchmark",
  dependencies: [.package(name: "vekha", path: "../..")],
  targets: [
    .executableTarget(
      name: "cel-bench", dependencies: [.product(name: "CEL", package: "vekha")],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
