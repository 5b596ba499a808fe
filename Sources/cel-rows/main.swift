import Foundation

// cel-rows DIR [--fails]: runs every row of the folder's .jsonl files.

let arguments = CommandLine.arguments.dropFirst()
let showsFailures = arguments.contains("--fails")
guard let folder = arguments.first(where: { !$0.hasPrefix("--") }) else {
  FileHandle.standardError.write(Data("usage: cel-rows DIR [--fails]\n".utf8))
  exit(64)
}
let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
  .filter { $0.hasSuffix(".jsonl") }.sorted()
guard !names.isEmpty else {
  FileHandle.standardError.write(Data("cel-rows: no .jsonl files in \(folder)\n".utf8))
  exit(66)
}

var passed = 0
var total = 0
for name in names {
  let report = FileReport(path: folder + "/" + name)
  passed += report.passed
  total += report.total
  print("\(name.dropLast(6)) \(report.passed)/\(report.total)")
  if showsFailures { report.failures.forEach { print("  \($0)") } }
}
print("total \(passed)/\(total)")
exit(passed == total && total > 0 ? 0 : 1)
