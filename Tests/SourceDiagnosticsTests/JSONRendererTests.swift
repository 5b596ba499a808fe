import Bilingual
import Foundation
import SourceDiagnostics
import Testing

@Test func `diagnostics as data have the members of the contract`() {
  var files = SourceFiles()
  let file = files.add(path: "a.yaml", bytes: Array("ключ: 1\nключ: 2\n".utf8))
  var diagnostics = Diagnostics()
  diagnostics.append(
    Diagnostic(
      DiagnosticCode("duplicate-key"), at: SourceSpan(file: file, start: 8, end: 12),
      message: Text(en: "twice", ru: "дважды"), help: Text(en: "keep one", ru: "оставьте один"),
      related: [
        RelatedLocation(
          span: SourceSpan(file: file, start: 0, end: 4), message: Text(en: "first", ru: "впервые"))
      ]))
  #expect(
    JSONRenderer(files: files, language: .ru).render(diagnostics)
      == #"[{"code":"duplicate-key","severity":"error","message":"дважды","path":"a.yaml","#
      + #""start":{"line":2,"column":1},"end":{"line":2,"column":5},"#
      + #""related":[{"path":"a.yaml","start":{"line":1,"column":1},"end":{"line":1,"column":5},"#
      + #""message":"впервые"}],"help":"оставьте один"}]"#)
}

@Test func `no problems are an empty array, and no help is null`() {
  var files = SourceFiles()
  let file = files.add(path: "a.yaml", bytes: [])
  var diagnostics = Diagnostics()
  let renderer = JSONRenderer(files: files, language: .en)
  #expect(renderer.render(diagnostics) == "[]")
  diagnostics.append(
    Diagnostic(DiagnosticCode("x"), .warning, in: file, message: Text(verbatim: "m")))
  #expect(renderer.render(diagnostics).contains(#""start":{"line":1,"column":1}"#))
  #expect(renderer.render(diagnostics).hasSuffix(#""help":null}]"#))
}

@Test(arguments: [
  "", "\"\\/", "\u{0}\u{1B}[2J\u{7F}\u{9B}", "a\r\n\tb", "\u{2028}\u{202E}\u{FEFF}", "план 😀",
  "\u{E0001}\u{10FFFF}",
])
func `a string reads back as it was, and acts upon no terminal`(text: String) throws {
  var writer = JSONWriter()
  writer.array { writer in
    writer.string(text)
    writer.object { writer in
      writer.key(text)
      writer.bool(true)
      writer.key("n")
      writer.null()
    }
  }
  let data = Data(writer.text.utf8)
  let array = try #require(try JSONSerialization.jsonObject(with: data) as? [Any])
  #expect((array.first as? String)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
  let treacherous = writer.text.unicodeScalars.contains { scalar in
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar == "\u{202E}"
  }
  #expect(!treacherous)
}
