/// A counted noun: the number and the form of the noun that goes with it.
///
/// English has two forms, Russian three: `1 этап`, `2 этапа`, `5 этапов`.
public struct CountedNoun: Hashable, Sendable {
  let singular: String
  let plural: String
  let one: String
  let few: String
  let many: String

  /// Creates a noun from its English and its Russian forms.
  public init(en singular: String, _ plural: String, ru one: String, _ few: String, _ many: String)
  {
    self.singular = singular
    self.plural = plural
    self.one = one
    self.few = few
    self.many = many
  }

  /// `count` of this noun, such as `3 steps` and `3 этапа`.
  public func callAsFunction(_ count: Int) -> Text {
    Text(
      en: "\(count) \(count == 1 ? singular : plural)",
      ru: "\(count) \(russianForm(count))")
  }

  private func russianForm(_ count: Int) -> String {
    let lastTwo = count.magnitude % 100
    guard !(11...14).contains(lastTwo) else { return many }
    switch lastTwo % 10 {
    case 1: return one
    case 2...4: return few
    default: return many
    }
  }
}
