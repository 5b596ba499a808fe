import Bilingual
import CEL
import RoadmapModel
import RoadmapProof
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// A variable that is not declared.
  static let unknownVariable = DiagnosticCode("unknown-variable")
  /// Variables that use each other.
  static let variableCycle = DiagnosticCode("variable-cycle")
}

extension Reader {
  /// Declares the names of variables.
  mutating func declareVariables(_ place: Place?) {
    for entry in declare(place, in: \.variables) {
      let name = symbols.string(entry.name)
      if isWellFormedID(entry.name), !Self.isIdentifier(name) {
        report(.invalidVariable(name, at: span(entry.place)))
      }
      variables.define(entry.name, entry.value, at: entry.value)
    }
  }

  /// Whether `variables.NAME` can be written in an expression.
  private static func isIdentifier(_ name: String) -> Bool {
    let isPlain = name.utf8.allSatisfy { byte in
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      return isLetter || byte == UInt8(ascii: "_") || (48...57).contains(byte)
    }
    let startsWithDigit = name.utf8.first.map { (48...57).contains($0) } ?? true
    return isPlain && !startsWithDigit && !["in", "true", "false", "null"].contains(name)
  }

  /// Compiles the variables, each after those that it uses.
  ///
  /// Where the roadmap is not proved, mistakes are told only if tables may depend on them: what
  /// else uses a variable with mistakes cannot be read itself.
  ///
  /// - Returns: those without mistakes, in the order written.
  mutating func readVariables(of roadmap: Roadmap, proving: Bool) -> [Variable] {
    guard !variables.values.isEmpty else { return [] }
    let known = diagnostics
    defer { if !proving, tables.values.isEmpty { diagnostics = known } }
    let sizes = proving ? SizeLimits(of: roadmap) : SizeLimits()
    var graph = VariableGraph(names: variables.places.map { text($0.name) })
    let environment = Rule.environment(for: .measure, using: [], sizes: sizes)
    for (position, place) in variables.values.enumerated() {
      graph.add(
        environment.selections(from: "variables", in: text(place)), from: position)
    }
    let order = graph.order()
    for loop in order.loops {
      report(.variableCycle(loop, graph, variables.places.map(\.name), self))
    }
    for position in order.order { compile(position, graph, sizes) }
    var found: [Variable] = []
    for (name, value) in variables.places {
      guard let variable = compiledVariables[text(name)] else { continue }
      found.append(variable)
      map.variables.append(value)
    }
    return found
  }

  private mutating func compile(_ position: Int, _ graph: VariableGraph, _ sizes: SizeLimits) {
    let place = variables.values[position]
    let uses = graph.uses[position].map { graph.names[$0.target] }
    let known = uses.compactMap { compiledVariables[$0] }
    let environment = Rule.environment(for: .measure, using: known, sizes: sizes)
    guard let program = expression(text(place), at: 0, of: place, in: environment) else { return }
    let asksMeasure = program.reads.contains { $0 == "measure" || $0.hasPrefix("measure.") }
    compiledVariables[graph.names[position]] = Variable(
      id: graph.names[position], program: program, uses: uses,
      needsMeasure: asksMeasure || known.contains(where: \.needsMeasure), using: known)
  }

  /// Whether all variables that an expression uses can be used in it; reports those that are not
  /// declared or speak of a measure where there is none.
  mutating func variablesAreKnown(
    _ source: String, at offset: Int, of place: Place, in environment: Environment
  ) -> Bool {
    guard source.contains("variables") else { return true }
    let hasMeasure = environment.variables.contains { $0.name == "measure" }
    var areKnown = true
    for (name, range) in environment.selections(from: "variables", in: source) {
      let span = span(of: (offset + range.start)..<(offset + range.end), in: place)
      if let variable = compiledVariables[name] {
        guard variable.needsMeasure, !hasMeasure else { continue }
        report(.measureVariable(name, at: span))
      } else if case .unknown = variables(symbols.intern(name)) {
        let known = comparable(variables.order)
        report(.unknown(.variable, name, at: span, known: known))
      }
      areKnown = false
    }
    return areKnown
  }

  /// A program, or nil, and told, where it costs too much together with the variables it uses.
  mutating func affordable(
    _ program: Program, at offset: Int, of place: Place, in environment: Environment
  ) -> Program? {
    let source = program.expression.source
    guard boundsCosts, source.contains("variables") else { return program }
    var cost = program.worstCaseCost
    var pending = environment.selections(from: "variables", in: source).map(\.field)
    var seen: Set<String> = []
    while let name = pending.popLast() {
      guard seen.insert(name).inserted, let variable = compiledVariables[name] else { continue }
      cost += min(variable.program.worstCaseCost, Rule.costLimit)
      pending += variable.uses
    }
    guard cost > Rule.costLimit else { return program }
    let whole = offset..<(offset + source.utf8.count)
    report(.costlyVariables(cost, limit: Rule.costLimit, at: span(of: whole, in: place)))
    return nil
  }
}

extension UnknownReference {
  fileprivate static let variable = UnknownReference(
    code: .unknownVariable, noun: Text(en: "no variable named", ru: "нет переменной"),
    mend: Text(en: "declare it under `variables:`", ru: "объявите её в `variables:`"))
}

extension Diagnostic {
  fileprivate static func invalidVariable(_ name: String, at span: SourceSpan) -> Diagnostic {
    let joined = String(name.map { $0 == "-" || $0 == "." ? "_" : $0 })
    let plain = joined.first?.isNumber == true ? "_" + joined : joined
    return Diagnostic(
      .invalidID, at: span,
      message: Text(
        en: "`\(name)` cannot be the name of a variable",
        ru: "`\(name)` не может быть именем переменной"),
      help: Text(
        en: "names of variables are made of English letters, digits and `_`: `\(plain)`",
        ru: "имя переменной состоит из латинских букв, цифр и `_`: `\(plain)`"))
  }

  fileprivate static func measureVariable(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidExpression, at: span,
      message: Text(
        en: "the variable `\(name)` speaks of `measure`, and there is none here",
        ru: "переменная `\(name)` говорит о `measure`, а здесь его нет"),
      help: Text(
        en: "use it in a rule `for: measure`", ru: "используйте её в правиле с `for: measure`"))
  }

  fileprivate static func costlyVariables(
    _ cost: Int, limit: Int, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      DiagnosticCode(FindingCode.ruleTooCostly.name), at: span,
      message: Text(
        en: "with its variables, at worst this costs \(cost) units, more than the \(limit) allowed",
        ru: "вместе с переменными в худшем случае это стоит \(cost) единиц, "
          + "а допустимо \(limit)"),
      help: Text(
        en: "go through fewer measures: ask `after`, `parts` or `parent` in place of all",
        ru: "перебирайте меньше мероприятий: `after`, `parts` или `parent` вместо всех"))
  }

  fileprivate static func variableCycle(
    _ loop: [VariableGraph.Use], _ graph: VariableGraph, _ places: [Place], _ reader: Reader
  ) -> Diagnostic {
    let names = loop.map { graph.names[$0.source] }
    let words = (names + names.prefix(1)).map { "`\($0)`" }.joined(separator: " → ")
    let spans = loop.map { use in
      reader.span(of: use.range, in: reader.variables.values[use.source])
    }
    return Diagnostic(
      .variableCycle, at: spans[0],
      message: loop.count == 1
        ? Text(
          en: "the variable `\(names[0])` uses itself",
          ru: "переменная `\(names[0])` использует саму себя")
        : Text(
          en: "variables use each other: \(words)", ru: "переменные используют друг друга: \(words)"
        ),
      help: Text(
        en: "let one of them say it without the other",
        ru: "пусть одна из них обойдётся без другой"),
      related: zip(loop, spans).dropFirst().map { use, span in
        let (from, to) = (graph.names[use.source], graph.names[use.target])
        return RelatedLocation(
          span: span,
          message: Text(
            en: "`\(from)` uses `\(to)` here", ru: "здесь `\(from)` использует `\(to)`"))
      })
  }
}
