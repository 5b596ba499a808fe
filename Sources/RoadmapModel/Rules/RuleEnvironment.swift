public import CEL

extension Rule {
  /// The cost of one condition in the worst case, in the units of cel-go, that is accepted; also
  /// where one evaluation is stopped.
  public static let costLimit = 10_000_000

  /// The cost of deciding one rule for all measures at which that is given up.
  public static let totalCostLimit = 100_000_000

  /// What the conditions of rules may speak of: `roadmap`, `now` and `variables`, and `measure`
  /// where they are for one; `transition`, `round` and `actor` where they are for a transition.
  ///
  /// - Parameters:
  ///   - target: what the rules are for.
  ///   - roadmap: the roadmap, whose sizes bound the worst case; without one, nothing does.
  /// - Returns: the environment to compile a condition in.
  public static func environment(for target: Target, of roadmap: Roadmap?) -> Environment {
    environment(
      for: target, using: roadmap?.variables ?? [],
      sizes: roadmap.map { SizeLimits(of: $0) } ?? SizeLimits())
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
    let common: [Environment.Variable] = [
      .init("roadmap", .record(RoadmapField.record)), .init("now", .timestamp),
      .init("variables", .record(Variable.record)),
    ]
    let measure = Environment.Variable("measure", .record(MeasureField.record))
    let known: [Environment.Variable] =
      switch target {
      case .roadmap: common
      case .measure: [measure] + common
      case .transition:
        [measure] + common + [
          .init("transition", .record(TransitionField.record)),
          .init("round", .record(RoundField.record)), .init("actor", .record(PersonField.record)),
        ]
      }
    return Environment(
      variables: known,
      records: [
        MeasureField.shape, PersonField.shape, SectionField.shape, KindField.shape,
        PeriodField.shape, RoadmapField.shape, DocumentField.shape, TransitionField.shape,
        StepField.shape, RoundField.shape, VoteField.shape, AttachmentField.shape,
        Variable.shape(of: variables, for: target),
      ], sizes: sizes, costLimit: costLimit)
  }
}

extension SizeLimits {
  /// How many files or fields a measure has at worst; of more, the cost when a condition runs
  /// decides.
  private static let usualAttachments = 100

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
      .after: measures, .ancestors: measures, .reached: Lifecycle.mostStates,
      .attachments: Self.usualAttachments, .fields: Self.usualAttachments,
    ]
    let others = [
      "measure", "measure.parent", "measure.ancestors.@items", "measure.after.@items",
      "measure.parts.@items", "roadmap.measures.@items", "roadmap.measures.@items.parent",
    ]
    var limits = [
      "roadmap.measures": measures, "roadmap.people": roadmap.people.count,
      "roadmap.kinds": roadmap.kinds.count, "roadmap.sections": roadmap.sections.count,
      "roadmap.documents": roadmap.documents.count, "transition.from": Lifecycle.mostStates,
      "actor.roles": roadmap.roles.count,
    ]
    let steps = roadmap.routes.lazy.map(\.steps.count).max() ?? 0
    for path in ["round", "measure.round"] {
      limits["\(path).passed"] = steps
      limits["\(path).votes"] = steps * roadmap.people.count
      limits["\(path).votes.@items.person.roles"] = roadmap.roles.count
      limits["\(path).votes.@items.principal.roles"] = roadmap.roles.count
    }
    limits["transition.steps"] = steps
    limits["transition.steps.@items.people"] = roadmap.people.count
    for path in others {
      for field in MeasureField.allCases {
        limits["\(path).\(field.rawValue)"] = lists[field] ?? text
      }
    }
    self.init(limits, unknown: max(measures, text))
  }
}
