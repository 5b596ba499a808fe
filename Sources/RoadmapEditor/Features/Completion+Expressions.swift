import Bilingual
import CEL
import RoadmapLanguage
import RoadmapModel

extension Completion {
  /// The proposals for an expression that the place is in; `nil` where it is in none.
  func expressionItems(at position: TextPosition) -> [JSON]? {
    guard let view, let offset = view.offset(at: position),
      let found = view.index.expression(at: offset, in: view.file)
    else { return nil }
    return items(
      in: found.site.source, at: found.byte, target: found.site.target, before: position)
  }

  /// The proposals for an expression of which only the beginning is known.
  func namesInExpression(
    _ source: String, about target: Rule.Target, before position: TextPosition
  ) -> [JSON] {
    items(in: source, at: source.utf8.count, target: target, before: position)
  }

  private func items(
    in source: String, at byte: Int, target: Rule.Target, before position: TextPosition
  ) -> [JSON] {
    let roadmap = view?.snapshot.compiled.roadmap
    let environment = Rule.environment(for: target, of: roadmap ?? .empty)
    let cursor = ExpressionCursor(in: source, at: byte, environment: environment)
    let typed = Array(source.utf8)[cursor.prefix.start..<min(cursor.prefix.end, source.utf8.count)]
    let range = range(of: String(decoding: typed, as: UTF8.self), before: position)
    if let receiver = cursor.receiver {
      return members(of: receiver, environment, replacing: range)
    }
    let variables = (environment.variables + cursor.locals).map { variable in
      Self.item(
        variable.name, kind: 6, detail: "\(variable.type)",
        documentation: FieldMeaning.of(variable.name).map { $0[language] } ?? "", rank: 0,
        edit: variable.name, replacing: range)
    }
    let has = Self.item(
      "has", kind: 3, detail: "has(a.b) -> bool",
      documentation: FunctionMeaning.of("has").map { $0[language] } ?? "", edit: "has",
      replacing: range)
    return variables + [has] + environment.globals.map { function($0, replacing: range) }
  }

  private func members(
    of type: CELType, _ environment: Environment, replacing range: TextRange
  ) -> [JSON] {
    var items: [JSON] = []
    if case .record(let record) = type {
      items += environment.fields(of: type).map { field in
        Self.item(
          field.name, kind: 5, detail: "\(field.type)",
          documentation: FieldMeaning.of(field.name, in: record).map { $0[language] } ?? "",
          rank: 0, edit: field.name, replacing: range)
      }
    }
    if Environment.element(of: type) != nil {
      items += ExpressionMacro.members.filter { isOptional($0.name) == type.isOptional }.map {
        Self.item(
          $0.name, kind: 2, detail: "\($0.name)(\($0.parameters))",
          documentation: FunctionMeaning.of($0.name).map { $0[language] } ?? "", edit: $0.name,
          replacing: range)
      }
    }
    return items + environment.members(of: type).map { function($0, replacing: range) }
  }

  private func isOptional(_ macro: String) -> Bool { macro.hasPrefix("opt") }

  private func function(
    _ function: Environment.Callable, replacing range: TextRange
  ) -> JSON {
    Self.item(
      function.name, kind: 3, detail: function.forms.joined(separator: "; "),
      documentation: FunctionMeaning.of(function.name).map { $0[language] } ?? "", rank: 2,
      edit: function.name, replacing: range)
  }
}

extension CELType {
  fileprivate var isOptional: Bool {
    if case .opaque("optional_type", _) = self { true } else { false }
  }
}

extension Roadmap {
  /// A roadmap of which nothing is known.
  fileprivate static let empty = Roadmap(
    heading: Heading(), people: [], roles: [], documents: [], kinds: [], lifecycles: [],
    routes: [], sections: [], measures: Measures(), texts: TextTable())
}
