/// To whom those who decide in a step may delegate their votes in it.
///
/// Source: language reference, `delegate` of a step or a route.
public enum Delegability: Hashable, Sendable {
  /// To nobody: who decides does so in person.
  case nobody
  /// To anybody of the roadmap.
  case anybody
  /// To those whom these mean for the measure.
  case people([Principal])
}
