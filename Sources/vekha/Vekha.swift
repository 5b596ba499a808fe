import ArgumentParser
import Glibc

/// The command line: checks roadmaps and carries them out.
@main
struct Vekha: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vekha",
    abstract: say(
      en: "Check roadmaps written in YAML, and carry them out step by step.",
      ru: "Проверка дорожных карт, записанных в YAML, и их исполнение шаг за шагом."),
    version: "0.1.0",
    subcommands: [Validate.self])

  static func main() {
    signal(SIGPIPE, SIG_DFL)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      Console.report(failure)
      Glibc.exit(failure.exit)
    } catch {
      Usage.end(with: error)
    }
  }
}
