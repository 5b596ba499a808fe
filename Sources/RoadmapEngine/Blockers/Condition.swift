import Bilingual
public import CEL
public import RoadmapModel

extension Blocker {
  /// A condition that keeps a transition from happening.
  public struct Condition: Hashable, Sendable {
    /// Who sets the condition.
    public enum Origin: Hashable, Sendable {
      /// The transition, by its `when`.
      case transition
      /// The rule of this id.
      case rule(String)
    }

    /// The measure that is to move.
    public let measure: MeasureIndex
    /// The transition that is asked for.
    public let transition: TransitionIndex
    /// Who sets the condition.
    public let origin: Origin
    /// The condition as it is written; empty for a rule that cannot be read.
    public let source: String
    /// The rule's own words for those who break it.
    public let words: String?
    /// What in the end decided, in the order of the source.
    public let grounds: [Ground]
  }
}

extension Blocker {
  func aboutCondition(_ names: Names) -> Text? {
    switch self {
    case .conditionFails(let condition): condition.refusal(names)
    case .conditionBroken(let condition, let reason): condition.fault(reason, names)
    default: nil
    }
  }

  func aboutCondition(_ names: Names) -> [Field]? {
    switch self {
    case .conditionFails(let condition):
      condition.fields(names) + [
        Field(name: "because", value: .list(condition.grounds.flatMap(\.facts)))
      ]
    case .conditionBroken(let condition, let reason):
      condition.fields(names) + [.text("error", reason.en)]
    default: nil
    }
  }
}

extension Blocker.Condition {
  fileprivate func fields(_ names: Names) -> [Blocker.Field] {
    var fields: [Blocker.Field] = [
      .measure(measure, names), .transition(transition, of: measure, names),
    ]
    if case .rule(let id) = origin { fields.append(.text("rule", id)) }
    return fields + [.text("condition", source)]
  }

  fileprivate func refusal(_ names: Names) -> Text {
    let why = why
    switch (origin, words) {
    case (.rule(let id), let words?):
      return Text(en: "\(words) (the rule `\(id)`", ru: "\(words) (правило `\(id)`")
        .appending(why.isEmpty ? why.text : Text(verbatim: ": ").appending(why.text))
        .appending(Text(verbatim: ")"))
    case (.rule(let id), nil):
      return Text(
        en: "\(names.measure(measure)): the rule `\(id)` requires `\(source)`",
        ru: "\(names.measure(measure)): правило `\(id)` требует `\(source)`"
      ).appending(why.asReason)
    case (.transition, _):
      let name = names.id(of: transition, of: measure)
      return Text(
        en: "`\(name)` of \(names.measure(measure)) needs `\(source)`",
        ru: "для перехода `\(name)` по \(names.measure(measure)) нужно `\(source)`"
      ).appending(why.asReason)
    }
  }

  fileprivate func fault(_ reason: Text, _ names: Names) -> Text {
    let name = names.id(of: transition, of: measure)
    let what =
      switch origin {
      case .rule(let id):
        Text(
          en: "the rule `\(id)` cannot be judged: ", ru: "правило `\(id)` не удаётся проверить: ")
      case .transition:
        Text(
          en: "the condition `\(source)` of `\(name)` cannot be judged: ",
          ru: "условие `\(source)` перехода `\(name)` не удаётся проверить: ")
      }
    return Text(verbatim: "\(names.measure(measure)): ").appending(what).appending(reason)
      .appending(
        Text(
          en: "; until it can, it counts as false",
          ru: "; пока это так, оно не считается выполненным"))
  }

  /// What decided, in words.
  private var why: Grounds {
    let texts = grounds.map { ground in
      // The whole condition has been named by the sentence before.
      ground.source.utf8.elementsEqual(source.utf8) ? ground.inner ?? ground.text : ground.text
    }
    return Grounds(
      isEmpty: texts.isEmpty,
      text: Text(
        en: texts.map(\.en).joined(separator: "; "), ru: texts.map(\.ru).joined(separator: "; ")))
  }
}

/// What decided a condition, in words.
private struct Grounds {
  let isEmpty: Bool
  let text: Text

  /// The words behind a sentence that names the condition.
  var asReason: Text {
    isEmpty ? text : Text(en: ", but ", ru: ", а сейчас ").appending(text)
  }
}
