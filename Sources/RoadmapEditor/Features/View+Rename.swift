import Bilingual
import RoadmapLanguage
import SourceDiagnostics

extension View {
  /// Where the name stands that would be changed, and how it reads now.
  func prepareRename(at position: TextPosition) throws(ResponseError) -> JSON {
    let occurrence = try renamable(at: position)
    guard let range = range(occurrence.span) else { throw .refused(say(.textIsNewer)) }
    return ["range": range.json, "placeholder": .string(occurrence.entity.name)]
  }

  /// The edits that give another id to what is named at a position, in all roadmaps that the file
  /// belongs to.
  static func rename(
    at position: TextPosition, in views: [View], to name: String
  ) throws(ResponseError) -> JSON {
    var edits: [String: [JSON]] = [:]
    var seen: Set<JSON> = []
    for view in views {
      let entity = try view.renamable(at: position).entity
      try view.check(name, for: entity)
      for occurrence in view.index.occurrences(of: entity) {
        // A measure may be called by its number, which stays.
        if occurrence.entity.kind == .measure, !occurrence.isLiteral, !occurrence.isDeclaration {
          continue
        }
        guard occurrence.isLiteral, let range = view.range(occurrence.span),
          let path = view.snapshot.path(of: occurrence.span.file)
        else { throw .refused(view.say(.nameIsNotPlain)) }
        let edit: JSON = ["range": range.json, "newText": .string(name)]
        let key: JSON = [.string(path), edit]
        if seen.insert(key).inserted { edits[FileURI.uri(path), default: []].append(edit) }
      }
    }
    return ["changes": .object(edits.mapValues(JSON.array))]
  }

  private func renamable(at position: TextPosition) throws(ResponseError) -> Mention {
    guard let occurrence = occurrence(at: position) else { throw .refused(say(.noNameHere)) }
    switch occurrence.entity.kind {
    case .file, .section: throw .refused(say(.noNameHere))
    default: break
    }
    guard index.declaration(of: occurrence.entity) != nil else {
      throw .refused(say(.notDeclared(occurrence.entity.name)))
    }
    return occurrence
  }

  /// Refuses a name that is no id, that is taken, or that the language reads otherwise.
  private func check(_ name: String, for entity: Entity) throws(ResponseError) {
    let isWord =
      entity.kind == .person && ["owner", "lead", "requester"].contains(name)
      || entity.kind == .step && name == "requester"
      || ["null", "Null", "NULL"].contains(name)
    let isName = entity.kind == .variable ? Self.isIdentifier(name) : Self.isID(name)
    guard isName, !isWord else { throw .refused(say(.isNoID(name))) }
    let renamed = Entity(entity.kind, name, of: entity.owner)
    guard renamed == entity || index.declaration(of: renamed) == nil else {
      throw .refused(say(.isTaken(name)))
    }
  }

  /// Whether a text may be the name of a variable.
  private static func isIdentifier(_ name: String) -> Bool {
    isID(name) && !["in", "true", "false"].contains(name)
      && name.utf8.first.map { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } == true
      && name.unicodeScalars.allSatisfy { $0.isASCII && $0 != "-" && $0 != "." }
  }

  /// Whether a text is an id of the language that may stand without quotes.
  static func isID(_ name: String) -> Bool {
    guard (1...128).contains(name.utf8.count), name.utf8.first != UInt8(ascii: "-") else {
      return false
    }
    return name.unicodeScalars.allSatisfy { scalar in
      if scalar.isASCII {
        return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || ["-", "_", "."].contains(scalar)
      }
      return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
    }
  }
}

extension Text {
  fileprivate static let noNameHere = Text(
    en: "there is no id here that could be changed",
    ru: "здесь нет идентификатора, который можно изменить")
  fileprivate static let textIsNewer = Text(
    en: "mend the file first: its text is no YAML", ru: "сначала исправьте файл: это не YAML")
  fileprivate static let nameIsNotPlain = Text(
    en: "the id is written by an alias or with escapes somewhere, or a file is no YAML just now",
    ru: "где-то идентификатор записан псевдонимом или кодами символов, или файл сейчас не YAML")

  fileprivate static func notDeclared(_ name: String) -> Text {
    Text(en: "`\(name)` is declared nowhere", ru: "`\(name)` нигде не объявлен")
  }

  fileprivate static func isNoID(_ name: String) -> Text {
    Text(
      en: "`\(name)` cannot be an id: ids are made of letters, digits, `-`, `_` and `.`",
      ru: "`\(name)` не может быть идентификатором: в нём бывают буквы, цифры и знаки `-`, `_`, `.`"
    )
  }

  fileprivate static func isTaken(_ name: String) -> Text {
    Text(en: "the id `\(name)` is taken", ru: "идентификатор `\(name)` уже занят")
  }
}
