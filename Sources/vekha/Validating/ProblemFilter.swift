import ArgumentParser
import Bilingual
import RoadmapLanguage
import RoadmapService
import SourceDiagnostics

/// Which problems `validate` reports.
struct ProblemFilter: ParsableArguments {
  @Option(
    help: help(
      en: "Report only problems with these codes; may be repeated.",
      ru: "Показать замечания только с этими кодами; можно повторять.", valueName: "code,…"),
    completion: .codes)
  var select: [String] = []

  @Option(
    help: help(
      en: "Do not report problems with these codes; may be repeated.",
      ru: "Не показывать замечания с этими кодами; можно повторять.", valueName: "code,…"),
    completion: .codes)
  var ignore: [String] = []

  @Option(
    help: help(
      en: "Do not report the problems that this file knows.",
      ru: "Не показывать замечания, известные этому файлу.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Option(
    help: help(
      en: "Write the problems found to this file, for --baseline, and end well.",
      ru: "Записать найденные замечания в этот файл для --baseline и завершиться успешно.",
      valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  @Option(
    help: help(
      en: "Report only problems that were not there in this Git revision.",
      ru: "Показать только замечания, которых не было в этой ревизии Git.", valueName: "rev"))
  var diff: String?

  /// Takes out of a validation what is not to be reported.
  func apply(to validation: inout Validation) throws {
    let (selected, ignored) = (try Self.codes(select), try Self.codes(ignore))
    validation.keep { reported in
      let code = reported.problem.code.name
      return (selected.isEmpty || selected.contains(code)) && !ignored.contains(code)
    }
    if let diff { try removeOld(of: &validation, GitRevision(diff)) }
    if let baseline { try removeKnown(of: &validation, baseline) }
  }

  private static func codes(_ lists: [String]) throws -> Set<String> {
    let known = DiagnosticCode.all.map(\.name)
    let codes = lists.flatMap { $0.split { $0 == "," || $0 == " " }.map(String.init) }
    for code in codes where !known.contains(code) {
      throw Failure(
        Text(en: "no problem has the code `\(code)`", ru: "нет замечаний с кодом `\(code)`"),
        help: didYouMean(code, in: known)
          ?? Text(
            en: "`vekha explain` lists the codes", ru: "коды перечисляет `vekha explain`"),
        exit: ExitStatus.usage)
    }
    return Set(codes)
  }

  private func removeOld(of validation: inout Validation, _ revision: GitRevision) throws {
    do throws(GitProblem) {
      let old = try Validation(validation.checked.map(\.file), in: revision)
      let fingerprints = Set(old.reported.map(\.fingerprint))
      validation.keep { !fingerprints.contains($0.fingerprint) }
    } catch {
      throw Failure(error)
    }
  }

  private func removeKnown(of validation: inout Validation, _ path: String) throws {
    let known = try Self.baseline(at: path)
    let found = Set(validation.reported.map(\.fingerprint))
    let mended = known.fingerprints.count { !found.contains($0) }
    validation.keep { !known.fingerprints.contains($0.fingerprint) }
    guard mended > 0, select.isEmpty, ignore.isEmpty, diff == nil else { return }
    Console.note(
      say(
        en: "not found any more, of what `\(path)` knows: \(mended); write it anew",
        ru: "уже не найдено из известного файлу `\(path)`: \(mended); запишите его заново"))
  }

  private static func baseline(at path: String) throws -> Baseline {
    let bytes: [UInt8]
    do throws(FileProblem) {
      bytes = try LoadedFile(path: path).bytes
    } catch {
      throw Failure(error.message, exit: ExitStatus.input)
    }
    do throws(Baseline.Mistake) {
      return try Baseline(text: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw Failure(
        Text(
          en: "line \(error.line) of `\(path)` is not that of a baseline",
          ru: "строка \(error.line) в `\(path)` не похожа на список известных замечаний"),
        help: Text(
          en: "`vekha validate --write-baseline FILE` writes one",
          ru: "такой файл пишет `vekha validate --write-baseline ФАЙЛ`"),
        exit: ExitStatus.input)
    }
  }

  func validate() throws {
    guard baseline != nil, writeBaseline != nil else { return }
    throw ValidationError(
      say(
        en: "`--baseline` and `--write-baseline` cannot go together",
        ru: "`--baseline` и `--write-baseline` не сочетаются"))
  }
}

extension Failure {
  /// The failure of reading the past of a file.
  init(_ problem: GitProblem) {
    switch problem {
    case .noGit:
      self.init(
        problem.message,
        help: Text(
          en: "install Git, as `apt install git` does", ru: "установите Git: `apt install git`"),
        exit: ExitStatus.input)
    case .noRepository, .missing: self.init(problem.message, exit: ExitStatus.input)
    case .unknownRevision:
      self.init(
        problem.message,
        help: Text(
          en: "in CI, fetch it first: a shallow clone has only the newest commit",
          ru: "в CI сначала получите её: в неглубоком клоне есть только последний коммит"),
        exit: ExitStatus.usage)
    }
  }
}
