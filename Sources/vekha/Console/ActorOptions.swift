import ArgumentParser
import Bilingual
import CivilTime
import Glibc
import RoadmapJournal
import RoadmapService

/// Who acts, when, and under which request.
struct ActorOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: help(
      en: "Who acts: a person's id; else VEKHA_AS.",
      ru: "Кто действует: идентификатор участника; иначе VEKHA_AS.", valueName: "person"),
    completion: .people)
  var person: String?

  @Option(
    help: help(
      en: "When the act takes effect, if not now: 2018-09-03 or 2018-09-03T10:00:00Z.",
      ru: "Когда действие вступает в силу, если не сейчас: 2018-09-03 или 2018-09-03T10:00:00Z.",
      valueName: "time"))
  var at: String?

  @Option(
    help: help(
      en: "A name for this command, so that repeating it does nothing twice.",
      ru: "Имя команды: с ним её повтор ничего не сделает дважды.", valueName: "id"))
  var request: String?

  @Option(
    help: help(
      en: "Sign the act with the key in this file; else VEKHA_KEY.",
      ru: "Подписать действие ключом из этого файла; иначе VEKHA_KEY.", valueName: "file"))
  var key: String?

  /// The id of who acts.
  func actor() throws -> String {
    guard let actor = Self.named(person) else {
      throw Failure(
        Text(en: "who is acting?", ru: "кто действует?"),
        help: Text(
          en: "say it with `--as PERSON`, or set VEKHA_AS",
          ru: "укажите `--as PERSON` или задайте VEKHA_AS"), exit: ExitStatus.usage)
    }
    return actor
  }

  /// The person named by an option, else by the environment.
  static func named(_ person: String?) -> String? {
    [person, Environment["VEKHA_AS"]].lazy.compactMap(\.self).first.flatMap {
      $0.isEmpty ? nil : $0
    }
  }

  /// When the act is to take effect, where that was said.
  func effective() throws -> Instant? { try at.map { try Moment.parse($0) } }

  /// The clock, the request and the account.
  func circumstances() throws -> Circumstances {
    let account = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) }
    return Circumstances(
      now: Moment.now, request: try requestID(), account: account, signer: try signer())
  }

  /// The key that signs, where one is named.
  private func signer() throws -> SigningKey? {
    let named = [key, Environment["VEKHA_KEY"]].lazy.compactMap(\.self).first
    guard let path = named, !path.isEmpty else { return nil }
    return try SigningKey.reading(path)
  }

  private func requestID() throws -> RequestID {
    guard let request else { return .random() }
    guard let id = RequestID(request) else {
      throw Failure(
        Text(
          en: "`\(request)` cannot name a request", ru: "`\(request)` не годится как имя запроса"),
        help: Text(
          en: "use 1 to 128 printable ASCII characters without spaces",
          ru: "допустимы от 1 до 128 печатных знаков ASCII без пробелов"), exit: ExitStatus.usage)
    }
    return id
  }
}
