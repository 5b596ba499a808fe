import ArgumentParser
import Bilingual
import RoadmapService

extension Vekha {
  /// `vekha content MEASURE NAME`: write out what is attached to a measure.
  struct Content: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        en: "Write out a file or a field of a measure, checked against its digest.",
        ru: "Выдать файл или поле мероприятия, сверив с контрольной суммой."))

    @Argument(help: .measure, completion: .measures) var measure: String

    @Argument(
      help: help(
        en: "The name under which it is attached.", ru: "Имя, под которым оно приложено."))
    var name: String

    @Option(
      help: help(
        en: "Which revision, from 1, if not the present one.",
        ru: "Какая редакция, начиная с 1, если не нынешняя.", valueName: "number"))
    var revision: Int?

    @Option(
      help: help(
        en: "The file to write it to.", ru: "Файл, в который его записать.", valueName: "path"),
      completion: .file())
    var out: String?

    @OptionGroup var place: RunOptions

    func run() throws {
      let session = try place.openForReading()
      let bytes = try answering { () throws(ServiceError) in
        try session.content(of: measure, named: name, revision: revision)
      }
      if let out { try writeFile(bytes, to: out) } else { Console.write(bytes) }
    }
  }
}
