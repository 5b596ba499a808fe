public import Bilingual
import SourceDiagnostics

extension RoadmapChanges {
  /// The changes for people at a terminal: a line a thing, and below it one for each change in it.
  public func text(_ language: Language) -> String {
    guard !isEmpty else { return Self.nothing[language] + "\n" }
    var lines: [String] = []
    for subject in Subject.allCases {
      let items = items.filter { $0.subject == subject }
      guard !items.isEmpty else { continue }
      lines.append(summary(of: subject, language))
      for item in items {
        if subject != .roadmap { lines.append("  \(item.fate.mark) \(item.name)") }
        let indent = subject == .roadmap ? "  " : "      "
        lines += item.changes.map { indent + $0.sentence[language] }
      }
    }
    if let schedule {
      lines.append(Self.schedule[language])
      lines += schedule.sentences.map { "  " + $0[language] }
    }
    return lines.map { Self.plain($0) + "\n" }.joined()
  }

  /// The changes in Markdown, fit for a comment on a change.
  public func markdown(_ language: Language) -> String {
    var lines = ["### " + Self.heading[language], ""]
    guard !isEmpty else {
      return (lines + [Self.nothing[language], ""]).joined(separator: "\n")
    }
    for subject in Subject.allCases {
      let items = items.filter { $0.subject == subject }
      guard !items.isEmpty else { continue }
      lines += ["**\(summary(of: subject, language))**", ""]
      for item in items {
        if subject != .roadmap {
          lines.append("- \(item.fate.emoji) " + MarkdownText.line(item.name))
        }
        let indent = subject == .roadmap ? "- " : "  - "
        lines += item.changes.map { indent + MarkdownText.line($0.sentence[language]) }
      }
      lines.append("")
    }
    if let schedule {
      lines += ["**\(Self.schedule[language])**", ""]
      lines += schedule.sentences.map { "- " + MarkdownText.line($0[language]) } + [""]
    }
    return lines.map(Self.plain).joined(separator: "\n")
  }

  /// A line without anything that a terminal would act upon.
  private static func plain(_ line: String) -> String {
    guard line.unicodeScalars.contains(where: \.isTreacherous) else { return line }
    var clean = String.UnicodeScalarView()
    for scalar in line.unicodeScalars { clean.append(scalar.isTreacherous ? " " : scalar) }
    return String(clean)
  }

  private static let heading = Text(
    en: "What changes in the roadmap", ru: "Что меняется в дорожной карте")
  private static let schedule = Text(en: "the schedule", ru: "расписание")
  private static let nothing = Text(
    en: "nothing changes in what the roadmap says", ru: "по содержанию карты ничего не меняется")

  /// The subject, and how many of it came to what.
  private func summary(of subject: Subject, _ language: Language) -> String {
    guard subject != .roadmap else { return subject.heading[language] }
    let counts: [Text] = [
      (Fate.added, Text(en: "added", ru: "добавлено")),
      (.removed, Text(en: "removed", ru: "убрано")),
      (.changed, Text(en: "changed", ru: "изменено")),
    ].compactMap { fate, word in
      let count = count(subject, fate)
      return count > 0
        ? Text(en: "\(word.en) \(count)", ru: "\(word.ru) \(count)") : nil
    }
    return "\(subject.heading[language]): "
      + counts.map { $0[language] }.joined(separator: ", ")
  }
}

extension RoadmapChanges.Item {
  /// The id, and the title where it says more.
  fileprivate var name: String {
    title.isEmpty || title == id ? "`\(id)`" : "`\(id)` \(title)"
  }
}

extension RoadmapChanges.Change {
  /// What became otherwise, in a sentence.
  public var sentence: Text {
    let noun = aspect.noun
    switch (old, new) {
    case (let old?, let new?):
      return Text(en: "\(noun.en): `\(old)` → `\(new)`", ru: "\(noun.ru): `\(old)` → `\(new)`")
    case (let old?, nil):
      return Text(en: "\(noun.en): no more `\(old)`", ru: "\(noun.ru): больше не `\(old)`")
    case (nil, let new?):
      return Text(en: "\(noun.en): now `\(new)`", ru: "\(noun.ru): теперь `\(new)`")
    case (nil, nil): return noun
    }
  }
}

extension RoadmapChanges.Fate {
  fileprivate var mark: String {
    switch self {
    case .added: "+"
    case .removed: "-"
    case .changed: "~"
    }
  }

  fileprivate var emoji: String {
    switch self {
    case .added: "🟢"
    case .removed: "🔴"
    case .changed: "🟡"
    }
  }
}
