import Bilingual
import RoadmapModel

extension FindingCode {
  /// A step in which only whoever asked may decide, so that people approve their own work; an
  /// error where the route forbids that.
  public static let onlyRequester = FindingCode("only-requester")
}

extension Facts {
  /// The finding for a step that leaves nobody but the requester.
  func onlyRequester(_ step: StepIndex, _ found: RouteCase, isForbidden: Bool) -> Finding {
    let name = stepName(step, found)
    let scope = scope(found)
    let route = roadmap.routes[found.use.route.position]
    let word = route[step].excluded.contains(.requester) ? "not" : "separate"
    let message =
      isForbidden
      ? Text(
        en: "in \(name.en) only whoever asks could decide\(scope.en), and `\(word)` forbids it",
        ru: "на \(name.ru)\(scope.ru) решать может только сам запросивший, а `\(word)` "
          + "это запрещает")
      : Text(
        en: "in \(name.en) whoever asks decides alone, and so approves their own work",
        ru: "на \(name.ru) запросивший решает один и сам согласует свою работу")
    return Finding(
      isForbidden ? .error : .warning, .onlyRequester,
      at: place(found, or: .stepBy(found.use.route, step)), message,
      help: Text(
        en: "let somebody else decide in it, too",
        ru: "пусть на этом этапе решает и кто-нибудь другой"),
      related: notes(found, .stepBy(found.use.route, step), stepNote(step, found)))
  }
}
