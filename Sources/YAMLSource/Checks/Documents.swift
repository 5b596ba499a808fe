import Bilingual
import SourceDiagnostics

extension Diagnostic {
  static func emptyFile(_ file: SourceFileID) -> Self {
    Diagnostic(
      .emptyFile, in: file,
      message: Text(en: "the file has no content", ru: "в файле нет содержимого"),
      help: Text(
        en: "a file needs at least one key, such as `vekha: 1`",
        ru: "в файле нужен хотя бы один ключ, например `vekha: 1`"))
  }

  static func multipleDocuments(at span: SourceSpan) -> Self {
    Diagnostic(
      .multipleDocuments, at: span,
      message: Text(
        en: "a second document starts here", ru: "здесь начинается второй документ"),
      help: Text(
        en: "keep one document a file: remove `---` or move what follows to another file",
        ru:
          "в файле должен быть один документ: уберите `---` или вынесите продолжение в другой файл"
      ))
  }
}
