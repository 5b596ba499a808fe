// Reads a YAML file into a tree and prints the CPU seconds of each round; the yardstick is
// libyaml-scan, which only drains libyaml's events over the same file.
//
//   swift run -c release yaml-read FILE [ROUNDS]
import Bilingual
import Glibc
import SourceDiagnostics
import YAMLSource

func cpuSeconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

guard CommandLine.arguments.count > 1 else {
  print("usage: yaml-read FILE [ROUNDS]")
  exit(64)
}
let path = CommandLine.arguments[1]
let rounds = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 1 : 1
guard let file = fopen(path, "rb") else {
  perror(path)
  exit(66)
}
fseek(file, 0, SEEK_END)
let size = ftell(file)
rewind(file)
let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
  count = fread(buffer.baseAddress, 1, size, file)
}
fclose(file)

for _ in 0..<rounds {
  let start = cpuSeconds()
  var files = SourceFiles()
  var symbols = SymbolTable()
  var diagnostics = Diagnostics()
  let id = files.add(path: path, bytes: bytes)
  let tree = YAMLReader().read(id, of: files, into: &symbols, diagnostics: &diagnostics)
  let seconds = cpuSeconds() - start
  let figures = "\(tree?.count ?? 0) nodes, \(symbols.count) texts, \(seconds) s"
  print(figures)
  if !diagnostics.isEmpty {
    print(TextRenderer(files: files, language: .en, color: false).render(diagnostics))
  }
}
var usage = rusage()
getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
print("peak memory: \(usage.ru_maxrss) KiB for a file of \(size / 1024) KiB")
