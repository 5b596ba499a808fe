import CEL
import Foundation

// cel-bench RULES.json: times each rule and prints JSON, nanoseconds of CPU time an evaluation.

guard CommandLine.arguments.count > 1,
  let data = FileManager.default.contents(atPath: CommandLine.arguments[1]),
  let suite = Suite(data)
else {
  FileHandle.standardError.write(Data("usage: cel-bench RULES.json\n".utf8))
  exit(64)
}
let only = CommandLine.arguments.count > 2 ? CommandLine.arguments[2] : nil

var report: [String: [String: Double]] = [:]
for rule in suite.rules where only == nil || rule.name == only {
  let measurement = try Measurement(rule, in: suite)
  report[rule.name] = [
    "evaluate": measurement.evaluateNanoseconds, "compile": measurement.compileNanoseconds,
    "evaluateRecords": measurement.recordNanoseconds,
  ]
}
report["records"] = ["milliseconds": RecordScan.milliseconds(measures: 100_000)]
let json = try JSONSerialization.data(withJSONObject: report, options: [.sortedKeys])
print(String(decoding: json, as: UTF8.self))
