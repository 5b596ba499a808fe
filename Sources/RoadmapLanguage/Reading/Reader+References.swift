import Bilingual
import RoadmapModel
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A person who is not declared.
  static let unknownPerson = DiagnosticCode("unknown-person")
  /// A role that is not declared.
  static let unknownRole = DiagnosticCode("unknown-role")
  /// An external document that is not declared.
  static let unknownDocument = DiagnosticCode("unknown-document")
  /// A kind that is not declared.
  static let unknownKind = DiagnosticCode("unknown-kind")
  /// A lifecycle that is not declared.
  static let unknownLifecycle = DiagnosticCode("unknown-lifecycle")
  /// A route that is not declared.
  static let unknownRoute = DiagnosticCode("unknown-route")
}

/// What a reference turned out to mean.
enum Reference<Value: Sendable> {
  case found(DenseIndex<Value>)
  /// It cannot be used, and the reason has been reported.
  case unusable

  var index: DenseIndex<Value>? {
    if case .found(let index) = self { index } else { nil }
  }
}

extension Reader {
  /// Looks up a reference, and reports it where nothing of that name is declared.
  mutating func resolve<Value>(
    _ place: Place, among declared: Declared<Value>, _ unknown: UnknownReference
  ) -> Reference<Value> {
    guard let name = symbol(place) else { return .unusable }
    switch declared(name) {
    case .found(let index): return .found(index)
    case .broken: return .unusable
    case .unknown:
      let known = comparable(declared.order)
      report(.unknown(unknown, symbols.string(name), at: span(place), known: known))
      return .unusable
    }
  }

  /// Reads who may act: `owner`, `lead`, `requester`, a person's id, `role:ID`.
  ///
  /// They are not whole when one of them is unknown, or who holds a role among them, so that fewer
  /// people never look like all.
  mutating func principals(_ place: Place?) -> Resolved<Principal> {
    guard let place else { return Resolved(values: [], isWhole: false) }
    var found: [Principal] = []
    var isWhole = true
    for item in items(place) {
      guard symbol(item) != nil, let principal = principal(item) else {
        isWhole = false
        continue
      }
      if case .role = principal, !holdersAreKnown { isWhole = false }
      found.append(principal)
    }
    return Resolved(values: found, isWhole: isWhole)
  }

  private mutating func principal(_ place: Place) -> Principal? {
    let word = text(place)
    switch word {
    case "owner": return .owner
    case "lead": return .lead
    case "requester": return .requester
    case _ where word.utf8.starts(with: "role:".utf8):
      return role(place).map { .role($0) }
    default: return person(place).map { .person($0) }
    }
  }

  /// The role that `role:ID` names.
  private mutating func role(_ place: Place) -> RoleIndex? {
    let name = symbols.intern(String(text(place).dropFirst("role:".count)))
    switch roles(name) {
    case .found(let index): return index
    case .broken: return nil
    case .unknown: break
    }
    let id = symbols.string(name)
    if id.isEmpty {
      report(.emptyRole(at: span(place)))
    } else if case .unknown = people(name) {
      let known = comparable(roles.order)
      report(.unknown(.role, id, at: span(place), known: known))
    } else {
      report(.personAsRole(id, at: span(place)))
    }
    return nil
  }

  /// The person that an entry of `by` names.
  private mutating func person(_ place: Place) -> PersonIndex? {
    guard let name = symbol(place) else { return nil }
    switch people(name) {
    case .found(let index): return index
    case .broken: return nil
    case .unknown: break
    }
    if case .unknown = roles(name) {
      let known = comparable(people.order) + ["owner", "lead", "requester"]
      report(
        personByName(place) ?? .unknown(.principal, text(place), at: span(place), known: known))
    } else {
      report(.roleWithoutPrefix(text(place), at: span(place)))
    }
    return nil
  }

  /// The problem where a person is called by name in place of the id; `nil` where nobody has it.
  private mutating func personByName(_ place: Place) -> Diagnostic? {
    guard comparisonsLeft > 0 else { return nil }
    let word = text(place)
    let found = people.values.filter { $0.name.utf8.elementsEqual(word.utf8) }
    guard let person = found.first, found.count == 1 else { return nil }
    return .nameAsID(word, of: person.id, at: span(place))
  }

  /// The person that an entry of `owners` names.
  mutating func owner(_ place: Place) -> PersonIndex? {
    guard let name = symbol(place), case .unknown = people(name) else {
      return resolve(place, among: people, .person).index
    }
    let word = text(place)
    let isPrefixed = word.utf8.starts(with: "role:".utf8)
    let id = isPrefixed ? String(word.dropFirst("role:".count)) : word
    guard case .unknown = roles(symbols.intern(id)) else {
      report(.roleAsOwner(id, at: span(place)))
      return nil
    }
    if let problem = personByName(place) {
      report(problem)
      return nil
    }
    return resolve(place, among: people, .person).index
  }
}

/// What a reference that leads nowhere was meant to name.
struct UnknownReference {
  let code: DiagnosticCode
  let noun: Text
  /// How such a thing is declared.
  let mend: Text

  static let person = UnknownReference(
    code: .unknownPerson, noun: Text(en: "no person named", ru: "нет участника"),
    mend: Text(en: "declare it under `people:`", ru: "объявите его в `people:`"))
  static let principal = UnknownReference(
    code: .unknownPerson, noun: person.noun,
    mend: Text(
      en: "declare it under `people:`, or write `owner`, `lead` or `role:ID`",
      ru: "объявите его в `people:` или напишите `owner`, `lead` или `role:ID`"))
  static let role = UnknownReference(
    code: .unknownRole, noun: Text(en: "no role named", ru: "нет роли"),
    mend: Text(en: "declare it under `roles:`", ru: "объявите её в `roles:`"))
  static let document = UnknownReference(
    code: .unknownDocument,
    noun: Text(en: "no external document named", ru: "нет внешнего документа"),
    mend: Text(en: "declare it under `documents:`", ru: "объявите его в `documents:`"))
  static let kind = UnknownReference(
    code: .unknownKind, noun: Text(en: "no kind named", ru: "нет вида"),
    mend: Text(
      en: "declare it under `kinds:`, or include a library",
      ru: "объявите его в `kinds:` или подключите библиотеку"))
  static let lifecycle = UnknownReference(
    code: .unknownLifecycle, noun: Text(en: "no lifecycle named", ru: "нет жизненного цикла"),
    mend: Text(
      en: "declare it under `lifecycles:`, or include a library",
      ru: "объявите его в `lifecycles:` или подключите библиотеку"))
  static let route = UnknownReference(
    code: .unknownRoute, noun: Text(en: "no route named", ru: "нет маршрута"),
    mend: Text(
      en: "declare it under `routes:`, or include a library",
      ru: "объявите его в `routes:` или подключите библиотеку"))
}

extension Diagnostic {
  static func unknown(
    _ reference: UnknownReference, _ name: String, at span: SourceSpan, known: [String]
  ) -> Diagnostic {
    let near = NearNames(to: name, in: known)
    return Diagnostic(
      reference.code, at: span,
      message: Text(
        en: "\(reference.noun.en) `\(name)`", ru: "\(reference.noun.ru) `\(name)`"),
      help: near.help ?? reference.mend, mend: near.mend, choices: near.choices)
  }

  fileprivate static func personAsRole(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownRole, at: span,
      message: Text(
        en: "`\(name)` is a person, not a role", ru: "`\(name)` — участник, а не роль"),
      help: Text(en: "write `\(name)` alone", ru: "напишите просто `\(name)`"))
  }

  fileprivate static func nameAsID(
    _ name: String, of person: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .unknownPerson, at: span,
      message: Text(
        en: "`\(name)` is the name of a person, not the id",
        ru: "`\(name)` — имя участника, а не идентификатор"),
      help: Text(en: "write `\(person)`", ru: "напишите `\(person)`"),
      mend: .replace(name, with: person))
  }

  fileprivate static func emptyRole(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownRole, at: span,
      message: Text(en: "`role:` names no role", ru: "после `role:` не названа роль"),
      help: Text(
        en: "write the id of a role after it", ru: "напишите после него идентификатор роли"))
  }

  fileprivate static func roleAsOwner(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownPerson, at: span,
      message: Text(
        en: "`\(name)` is a role, and owners are people",
        ru: "`\(name)` — роль, а исполнители — это люди"),
      help: Text(
        en: "name the person who holds the role",
        ru: "назовите человека, у которого эта роль"))
  }

  fileprivate static func roleWithoutPrefix(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownPerson, at: span,
      message: Text(
        en: "`\(name)` is a role, not a person", ru: "`\(name)` — роль, а не участник"),
      help: Text(en: "write `role:\(name)`", ru: "напишите `role:\(name)`"))
  }
}
