import RoadmapJournal

/// What must hold for any bytes: a refusal names a place in the text; what is read is written in one
/// form, which reads as the same value and is written the same again.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do throws(JSONError) {
    let value = try JSONValue(parsing: bytes)
    let canonical = value.canonicalBytes
    let again = try JSONValue(parsing: canonical)
    guard again == value, again.canonicalBytes == canonical, canonical.count <= 6 * bytes.count
    else { fatalError("the canonical form is not canonical") }
  } catch {
    guard (0...count).contains(error.offset) else { fatalError("offset \(error.offset)") }
    guard !error.text.en.isEmpty, !error.text.ru.isEmpty else { fatalError("no words") }
  }
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// The entry point: SwiftPM links the symbol of this name as `main`.
@_cdecl("json_fuzz_main")
public func main(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments, testOneInput)
}
