import Bilingual
import RoadmapService

/// Puts bytes in the place of a file, all or none.
///
/// - Throws: ``Failure`` where the system refuses; the old file is then as it was.
func writeFile(_ bytes: [UInt8], to path: String) throws {
  do throws(FileProblem) {
    try replaceFile(at: path, with: bytes)
  } catch {
    throw Failure(
      Text(
        en: "`\(path)` cannot be written: \(error.reason.en)",
        ru: "`\(path)` не записывается: \(error.reason.ru)"), exit: ExitStatus.store)
  }
}
