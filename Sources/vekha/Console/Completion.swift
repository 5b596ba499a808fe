import ArgumentParser
import Bilingual
import JournalSQLite
import RoadmapJournal
import RoadmapLanguage
import RoadmapModel
import RoadmapService
import SourceDiagnostics

// What a shell proposes where somebody has typed a part of a word. Where nothing is known, nothing
// is proposed, and nothing is said.

extension CompletionKind {
  /// The codes of problems.
  static var codes: CompletionKind { .list(DiagnosticCode.all.map(\.name)) }

  /// Files of YAML.
  static var roadmaps: CompletionKind { .file(extensions: ["yaml", "yml"]) }

  /// The ids of the measures of the run.
  static var measures: CompletionKind {
    .custom { words, _, _ in
      guard let roadmap = KnownRoadmap(words: words).roadmap else { return [] }
      return roadmap.measures.indices.map { roadmap.id(of: $0) }
    }
  }

  /// The ids of the people of the run, or of the roadmap that is to be started.
  static var people: CompletionKind {
    .custom { words, _, _ in KnownRoadmap(words: words).roadmap?.people.map(\.id) ?? [] }
  }
}

/// The roadmap that a half-typed command is about.
private struct KnownRoadmap {
  /// The words of the command line.
  let words: [String]

  /// That of the run in the store, or of the file that is named.
  var roadmap: Roadmap? {
    if words.contains("start"), let file = words.first(where: RoadmapFile.exists) {
      return try? RoadmapFile(path: file).compiled().roadmap
    }
    guard let path = StorePath(named: value(of: "--store")).existing,
      let store = try? SQLiteJournalStore(path: path, access: .readOnly, wait: .seconds(1)),
      let session = try? RunSession.open(value(of: "--run"), in: store)
    else { return nil }
    return session.roadmap
  }

  private func value(of option: String) -> String? {
    guard let index = words.firstIndex(of: option), words.indices.contains(index + 1) else {
      return nil
    }
    return words[index + 1]
  }
}
