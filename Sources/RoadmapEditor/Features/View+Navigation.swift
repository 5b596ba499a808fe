import RoadmapLanguage
import SourceDiagnostics

extension View {
  /// Where what is named at a position is declared; of a path, the file.
  func definition(at position: TextPosition) -> JSON? {
    guard let occurrence = occurrence(at: position) else { return nil }
    if occurrence.entity.kind == .file {
      let folder = FileURI.folder(of: snapshot.paths.first ?? path)
      let start = TextPosition(line: 0, character: 0)
      return [
        "uri": .string(FileURI.uri(folder + occurrence.entity.name)),
        "range": TextRange(start: start, end: start).json,
      ]
    }
    return index.declaration(of: occurrence.entity).flatMap { location($0.span) }
  }

  /// Every place where that is named, in all roadmaps that the file belongs to.
  static func references(
    at position: TextPosition, in views: [View], withDeclaration: Bool
  ) -> [JSON] {
    var seen: Set<JSON> = []
    var found: [JSON] = []
    for view in views {
      guard let entity = view.occurrence(at: position)?.entity else { continue }
      for occurrence in view.index.occurrences(of: entity)
      where withDeclaration || !occurrence.isDeclaration {
        if let location = view.location(occurrence.span), seen.insert(location).inserted {
          found.append(location)
        }
      }
    }
    return found
  }

  /// The places in this file where that is named.
  func highlights(at position: TextPosition) -> [JSON] {
    guard let entity = occurrence(at: position)?.entity else { return [] }
    return index.occurrences(of: entity).filter { $0.span.file == file }.compactMap { occurrence in
      range(occurrence.span).map { range in
        ["range": range.json, "kind": occurrence.isDeclaration ? 3 : 2]
      }
    }
  }
}
