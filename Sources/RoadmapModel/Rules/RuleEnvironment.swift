public import CEL

extension Rule {
  /// The cost of one condition in the worst case, in the units of cel-go, that is accepted; also
  /// where one evaluation is stopped.
  public static let costLimit = 10_000_000

  /// The cost of deciding one rule for all measures at which that is given up.
  public static let totalCostLimit = 100_000_000

  /// What the conditions of rules may speak of: `roadmap`, and `measure` where they are for one.
  ///
  /// - Parameters:
  ///   - target: what the rules are for.
  ///   - roadmap: the roadmap, whose sizes bound the worst case.
  /// - Returns: the environment to compile a condition in.
  public static func environment(for target: Target, of roadmap: Roadmap) -> Environment {
    environment(for: target, using: roadmap.variables, sizes: SizeLimits(of: roadmap))
  }

  /// What conditions may speak of that use these variables.
  ///
  /// - Parameters:
  ///   - target: what the rules are for; variables that speak of a measure are left out for a
  ///     roadmap.
  ///   - variables: the named expressions that they may use.
  ///   - sizes: what bounds the worst case.
  /// - Returns: the environment to compile a condition in.
  public static func environment(
    for target: Target, using variables: [Variable], sizes: SizeLimits
  ) -> Environment {
    let measure = Environment.Variable("measure", .record(MeasureField.record))
    let whole = Environment.Variable("roadmap", .record(RoadmapField.record))
    let named = Environment.Variable("variables", .record(Variable.record))
    return Environment(
      variables: target == .measure ? [measure, whole, named] : [whole, named],
      records: [
        MeasureField.shape, PersonField.shape, SectionField.shape, KindField.shape,
        PeriodField.shape, RoadmapField.shape, Variable.shape(of: variables, for: target),
      ], sizes: sizes, costLimit: costLimit)
  }
}

extension SizeLimits {
  /// The sizes of what a roadmap has.
  public init(of roadmap: Roadmap) {
    let measures = roadmap.measures.count
    var text = 128
    for entry in roadmap.measures.entries {
      for id in [entry.title, entry.term] {
        text = max(text, roadmap.texts.withUTF8(of: id) { $0.count })
      }
    }
    for section in roadmap.sections { text = max(text, section.title.utf8.count) }
    let lists: [MeasureField: Int] = [
      .owners: roadmap.people.count, .awaits: roadmap.documents.count, .parts: measures,
      .after: measures, .ancestors: measures,
    ]
    let others = [
      "measure", "measure.parent", "measure.ancestors.@items", "measure.after.@items",
      "measure.parts.@items", "roadmap.measures.@items", "roadmap.measures.@items.parent",
    ]
    var limits = [
      "roadmap.measures": measures, "roadmap.people": roadmap.people.count,
      "roadmap.kinds": roadmap.kinds.count, "roadmap.sections": roadmap.sections.count,
    ]
    for path in others {
      for field in MeasureField.allCases {
        limits["\(path).\(field.rawValue)"] = lists[field] ?? text
      }
    }
    self.init(limits, unknown: max(measures, text))
  }
}
