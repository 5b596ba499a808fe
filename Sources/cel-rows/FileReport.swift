import Foundation

/// How the rows of one file fared.
struct FileReport {
  private(set) var passed = 0
  private(set) var total = 0
  private(set) var failures: [String] = []

  /// Runs every line of the file; a line that cannot be read has failed.
  init(path: String) {
    guard let content = FileManager.default.contents(atPath: path) else {
      total = 1
      failures = ["the file cannot be read"]
      return
    }
    for line in content.split(separator: UInt8(ascii: "\n")) { run(Data(line)) }
  }

  private mutating func run(_ line: Data) {
    total += 1
    guard let row = Row(line) else {
      failures.append("line \(total) cannot be read")
      return
    }
    if let failure = Runner.failure(of: row) {
      failures.append("\(row.name): \(row.expression): \(failure)")
    } else {
      passed += 1
    }
  }
}
