// Feeds libFuzzer's inputs to the compiler of roadmaps and stops at the first broken promise.
import FuzzDriver
import RoadmapLanguage
import SourceDiagnostics

@_cdecl("roadmap_fuzz_main")
func main(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  fuzz(count, arguments, test)
}

/// Compiles the input and shows its problems: none without a position in the file.
@_cdecl("LLVMFuzzerTestOneInput")
func test(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  let root = LoadedFile(name: "input.yaml", shownPath: "input.yaml", bytes: bytes)
  let compiled = compile(root)
  for diagnostic in compiled.diagnostics {
    let range = compiled.files.byteRange(of: diagnostic.span)
    guard range.upperBound <= bytes.count else { fatalError("a problem outside of the file") }
    _ = TextRenderer(files: compiled.files, language: .ru, color: false).render(diagnostic)
  }
  return 0
}
