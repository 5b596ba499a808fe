import Bilingual
import RoadmapModel
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A value that is not one of those the key takes.
  static let invalidValue = DiagnosticCode("invalid-value")
  /// An id that stands twice in one list.
  static let repeatedEntry = DiagnosticCode("repeated-entry")
}

private enum Slot {
  static let name = RecordShape.person.slot(of: .name)
  static let roles = RecordShape.person.slot(of: .roles)
  static let keys = RecordShape.person.slot(of: .keys)
}

extension Reader {
  mutating func readHeading(_ place: Place?) {
    guard let place, let record = record(place, as: .heading) else { return }
    let value = { (self: Reader, word: Word) in
      self.value(record, RecordShape.heading.slot(of: word))
    }
    map.heading = place
    if let id = value(self, .id) {
      heading.id = text(id)
      if let name = symbol(id), !isWellFormedID(name) {
        report(.invalidID(heading.id, at: span(id)))
      }
    }
    heading.title = value(self, .title).map(text) ?? ""
    heading.period = value(self, .period).flatMap { period($0) }
    heading.language = value(self, .language).flatMap { language($0) }
    heading.resilience = value(self, .resilience).flatMap { resilience($0) } ?? 0
    terms.calendar = value(self, .calendar)
    readTermPolicies(value(self, .terms))
    readTimers(value(self, .timers))
  }

  private mutating func language(_ place: Place) -> Language? {
    if let language = Language(rawValue: text(place)) { return language }
    report(
      .invalidValue(
        text(place), of: .language, at: span(place), known: Language.allCases.map(\.rawValue)))
    return nil
  }

  private mutating func resilience(_ place: Place) -> Int? {
    if let count = tree(place).integer(place.node), (0...2).contains(count) { return Int(count) }
    report(
      .invalidValue(
        text(place), of: .resilience, at: span(place), known: (0...2).map(String.init)))
    return nil
  }

  mutating func declareRoles(_ place: Place?) {
    for entry in declare(place, in: \.roles) {
      guard symbol(entry.value) != nil else {
        report(
          .roleWithoutTitle(
            symbols.string(entry.name), at: entry.value.node, in: tree(entry.value), symbols))
        continue
      }
      roles.define(
        entry.name, Role(id: symbols.string(entry.name), title: text(entry.value)),
        at: entry.value)
    }
  }

  mutating func declareDocuments(_ place: Place?) {
    for entry in declare(place, in: \.documents) {
      guard let record = record(entry.value, as: .document, anchor: entry.place) else { continue }
      let id = symbols.string(entry.name)
      let title = value(record, RecordShape.document.slot(of: .title)).map(text)
      documents.define(entry.name, ExternalDocument(id: id, title: title ?? id), at: entry.value)
    }
  }

  /// Reads people once all roles are declared.
  mutating func readPeople(_ entries: [(name: Symbol, place: Place, value: Place)]) {
    var substitutes: [(principal: PersonIndex, place: Place)] = []
    defer { readSubstitutions(substitutes) }
    for entry in entries {
      guard let record = record(entry.value, as: .person, anchor: entry.place) else {
        holdersAreKnown = false
        continue
      }
      let id = symbols.string(entry.name)
      let name = value(record, Slot.name).map { text($0) }
      let held = items(value(record, Slot.roles))
      let found = held.compactMap { place in
        resolve(place, among: roles, .role).index.map { (place, $0) }
      }
      let isUnread = isPresent(record, Slot.roles) && value(record, Slot.roles) == nil
      if isUnread || found.count < held.count { holdersAreKnown = false }
      if let place = value(record, RecordShape.person.slot(of: .substitutes)) {
        substitutes.append((PersonIndex(people.values.count), place))
      }
      people.define(
        entry.name,
        Person(
          id: id, name: name ?? id, roles: once(found, in: .roles),
          keys: keys(value(record, Slot.keys), of: id)),
        at: entry.value)
    }
  }

  /// These values without repetitions, each of which is reported.
  mutating func once<Value: Hashable>(
    _ values: [(place: Place, value: Value)], in word: Word
  ) -> [Value] {
    guard values.count > 1 else { return values.map(\.value) }
    var kept: [Value] = []
    for entry in values {
      if kept.contains(entry.value) {
        report(.repeatedEntry(text(entry.place), in: word, at: span(entry.place)))
      } else {
        kept.append(entry.value)
      }
    }
    return kept
  }
}

extension Diagnostic {
  static func invalidValue(
    _ text: String, of word: Word, at span: SourceSpan, known: [String]
  ) -> Diagnostic {
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    let near = NearNames(to: text, in: known)
    return Diagnostic(
      .invalidValue, at: span,
      message: Text(
        en: "`\(word.rawValue)` cannot be `\(text)`",
        ru: "значением `\(word.rawValue)` не может быть `\(text)`"),
      help: near.help
        ?? Text(en: "it takes \(list)", ru: "возможные значения: \(list)"),
      mend: near.mend, choices: near.choices)
  }

  static func repeatedEntry(
    _ text: String, in word: Word, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .repeatedEntry, .warning, at: span,
      message: Text(
        en: "`\(text)` stands twice in `\(word.rawValue)`",
        ru: "`\(text)` стоит в `\(word.rawValue)` дважды"),
      help: Text(en: "remove one of them", ru: "уберите одно из них"), mend: .removeItem)
  }
}
