import ArgumentParser
import RoadmapLanguage
import SourceDiagnostics

extension CompletionKind {
  /// The codes of problems.
  static var codes: CompletionKind { .list(DiagnosticCode.all.map(\.name)) }
}
