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
    version: ProgramFacts.versionLine,
    groupedSubcommands: groups)

  /// The commands by what they are for, each in the order of use.
  private static let groups = [
    CommandGroup(
      name: say(en: "Write and check", ru: "Написать и проверить"),
      subcommands: [
        Init.self, Validate.self, Explain.self, Fmt.self, Eval.self, Graph.self, Diff.self,
      ]),
    CommandGroup(
      name: say(en: "Plan and prove", ru: "Рассчитать и доказать"),
      subcommands: [Prove.self, Schedule.self, WhatIf.self, Simulate.self, Term.self]),
    CommandGroup(
      name: say(en: "Carry out", ru: "Исполнение"),
      subcommands: [
        Start.self, Status.self, Next.self, Due.self, Why.self, Advance.self, Attach.self,
        Content.self, Receive.self, Extend.self, Tick.self,
      ]),
    CommandGroup(
      name: say(en: "Approve", ru: "Согласование"),
      subcommands: [
        Approve.self, Return.self, Reject.self, Abstain.self, Retract.self, Withdraw.self,
      ]),
    CommandGroup(
      name: say(en: "Act for others", ru: "За других"),
      subcommands: [Substitute.self, Delegate.self, Absent.self, Revoke.self]),
    CommandGroup(
      name: say(en: "Outside of the usual course", ru: "В особых случаях"),
      subcommands: [
        Waive.self, Skip.self, Suspend.self, Resume.self, Cancel.self, Reopen.self,
      ]),
    CommandGroup(
      name: say(en: "Journal and evidence", ru: "Журнал и подписи"),
      subcommands: [History.self, Audit.self, Key.self, Doctor.self]),
    CommandGroup(
      name: say(en: "Editors", ru: "Редакторы"), subcommands: [Schema.self, Lsp.self]),
  ]

  static func main() {
    signal(SIGPIPE, SIG_DFL)
    do {
      try Speech.check()
      let arguments = Speech.otherArguments
      try Usage.checkCommand(in: arguments)
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch let failure as Failure {
      Console.report(failure)
      Glibc.exit(failure.exit)
    } catch {
      Usage.end(with: error)
    }
  }
}
