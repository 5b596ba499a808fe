import Bilingual
import RoadmapJournal
import RoadmapService

extension SigningKey {
  /// Reads the key in a file, for a command.
  static func reading(_ path: String) throws -> SigningKey {
    do throws(FileProblem) {
      return try SigningKey(path: path)
    } catch {
      throw Failure(
        error.message,
        help: Text(
          en: "`vekha key new --out FILE` makes a key",
          ru: "ключ создаёт `vekha key new --out FILE`"),
        exit: ExitStatus.input)
    }
  }
}
