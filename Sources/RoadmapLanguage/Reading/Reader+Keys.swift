import Bilingual
import CivilTime
import RoadmapModel
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A text that is no public key, or one with which everybody could sign.
  static let invalidKey = DiagnosticCode("invalid-key")
  /// A public key that somebody already has.
  static let sharedKey = DiagnosticCode("shared-key")
}

extension Reader {
  /// Reads the keys of a person, without those that are wrong.
  mutating func keys(_ place: Place?, of person: String) -> [PersonKey] {
    var found: [PersonKey] = []
    for item in items(place) {
      if let key = key(item, of: person) {
        found.append(key)
      } else {
        // Who can sign is not known, so nobody is told that too few can.
        holdersAreKnown = false
      }
    }
    return found
  }

  private mutating func key(_ place: Place, of person: String) -> PersonKey? {
    guard tree(place).kind(tree(place).resolved(place.node)) == .mapping else {
      return publicKey(place, of: person).map { PersonKey($0) }
    }
    let shape = RecordShape.personKey
    guard let record = record(place, as: shape),
      let written = value(record, shape.slot(of: .key)),
      let key = publicKey(written, of: person)
    else { return nil }
    guard isPresent(record, shape.slot(of: .valid)) else { return PersonKey(key) }
    // A key whose days are not understood counts on none.
    return value(record, shape.slot(of: .valid)).flatMap { period($0) }.map {
      PersonKey(key, valid: $0)
    }
  }

  private mutating func publicKey(_ place: Place, of person: String) -> PublicKey? {
    let key: PublicKey
    do throws(PublicKey.Problem) {
      key = try PublicKey(text(place))
    } catch {
      report(.invalidKey(text(place), error, at: span(place)))
      return nil
    }
    if let first = keyHolders[key] {
      report(.sharedKey(of: first.person, at: span(place), first: span(first.place)))
      return nil
    }
    keyHolders[key] = (person, place)
    return key
  }

  /// What a route says of signatures.
  mutating func signatures(_ place: Place?) -> Signatures {
    guard let place else { return .optional }
    if let word = Signatures(rawValue: text(place)) { return word }
    report(
      .invalidValue(
        text(place), of: .signatures, at: span(place),
        known: Signatures.allCases.map(\.rawValue)))
    // What is not understood must not make a route laxer.
    return .throughout
  }
}

extension Diagnostic {
  fileprivate static func invalidKey(
    _ text: String, _ problem: PublicKey.Problem, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .invalidKey, at: span,
      message: Text(en: "`\(text)` is no public key: ", ru: "`\(text)` — не открытый ключ: ")
        .appending(problem.text),
      help: Text(
        en: "paste the line that `vekha key new` prints",
        ru: "вставьте строку, которую печатает `vekha key new`"))
  }

  fileprivate static func sharedKey(
    of person: String, at span: SourceSpan, first: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .sharedKey, at: span,
      message: Text(
        en: "this is already a key of `\(person)`", ru: "этот ключ уже есть у `\(person)`"),
      help: Text(
        en: "make everybody a key of their own: `vekha key new`",
        ru: "у каждого должен быть свой ключ: `vekha key new`"),
      related: [
        RelatedLocation(
          span: first, message: Text(en: "it stands here first", ru: "впервые он указан здесь"))
      ])
  }
}

extension PublicKey.Problem {
  fileprivate var text: Text {
    switch self {
    case .prefix:
      Text(
        en: "it does not begin with `\(PublicKey.prefix)`",
        ru: "он не начинается с `\(PublicKey.prefix)`")
    case .base64:
      Text(
        en: "what follows `\(PublicKey.prefix)` is not Base64",
        ru: "после `\(PublicKey.prefix)` стоит не Base64")
    case .length(let count):
      Text(
        en: "it has \(bytes(count).en), not \(PublicKey.byteCount)",
        ru: "в нём \(bytes(count).ru), а не \(PublicKey.byteCount)")
    case .notCanonical:
      Text(
        en: "its bytes are not the usual form of a point", ru: "его байты — не обычная запись точки"
      )
    case .weak:
      Text(en: "everybody can sign with it", ru: "им может подписать кто угодно")
    }
  }
}

private let bytes = CountedNoun(en: "byte", "bytes", ru: "байт", "байта", "байт")
