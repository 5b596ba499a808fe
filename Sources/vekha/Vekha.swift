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
    subcommands: [
      Validate.self, Eval.self, Diff.self, Graph.self, Prove.self, Schedule.self, WhatIf.self,
      Simulate.self,
      Key.self, Start.self, Status.self, Next.self, Due.self, Why.self, Advance.self,
      Approve.self, Return.self, Reject.self, Abstain.self, Retract.self, Withdraw.self,
      Receive.self, Attach.self, Content.self, Extend.self, Waive.self, Skip.self, Suspend.self,
      Resume.self, Cancel.self,
      Reopen.self, Substitute.self, Delegate.self, Absent.self, Revoke.self, Tick.self,
      History.self, Audit.self, Doctor.self, Explain.self, Term.self,
      Init.self, Fmt.self, Schema.self, Lsp.self,
    ])

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
