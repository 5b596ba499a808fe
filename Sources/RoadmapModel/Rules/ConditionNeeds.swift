public import CEL

/// What must be known to decide conditions, beyond the definition.
public struct ConditionNeeds: Hashable, Sendable {
  /// Whether they ask for something that only a run knows.
  ///
  /// A round or a vote is found only by way of something else that only a run knows.
  public let run: Bool
  /// Whether they ask who asks for the transition.
  public let actor: Bool
  /// Whether they ask for the time.
  public let time: Bool
  /// Whether they ask what is attached.
  public let attachments: Bool

  /// Finds out what programs ask for, compiled for ``Rule/environment(for:of:)``, themselves and
  /// through the variables among `known` that they use.
  public init(of programs: [Program], using known: [Variable]) {
    let used = known.filter { variable in
      programs.contains { $0.asks(for: variable.id, of: Variable.record) }
    }
    let variables = programs.flatMap(\.variables)
    actor =
      used.contains(where: \.needs.actor) || variables.contains("actor")
      || programs.contains {
        $0.asks(for: RoundField.requester.rawValue, of: RoundField.record)
      }
    time = used.contains(where: \.needs.time) || variables.contains("now")
    attachments =
      used.contains(where: \.needs.attachments)
      || programs.contains {
        $0.asks(for: MeasureField.attachments.rawValue, of: MeasureField.record)
      }
    run =
      actor || used.contains(where: \.needs.run)
      || variables.contains { ["round", "now"].contains($0) }
      || programs.contains { program in Self.fieldsOfRun.contains { program.asks(for: $0, of: $1) }
      }
  }

  private static let fieldsOfRun: [(name: String, record: String)] =
    names(MeasureField.self) + names(DocumentField.self)

  private static func names<Field: RuleField>(_ field: Field.Type) -> [(String, String)] {
    Field.allCases.filter(\.isOfRun).map { ($0.rawValue, Field.record) }
  }
}
