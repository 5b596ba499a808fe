public import Bilingual

/// A first roadmap, made of a few answers.
public struct RoadmapDraft: Sendable {
  /// A measure of the first section.
  public struct Measure: Sendable {
    /// The text of the measure.
    public let title: String
    /// When, in words that can be read; empty where that is open.
    public let term: String

    /// Creates a measure.
    public init(title: String, term: String) {
      self.title = title
      self.term = term
    }
  }

  /// The title of the roadmap.
  public var title: String
  /// The language of its terms.
  public var language: Language
  /// The years that it covers.
  public var years: ClosedRange<Int>
  /// The names of the people; the first does all measures at first.
  public var people: [String]
  /// The first heading.
  public var section: String
  /// The measures below it.
  public var measures: [Measure]

  /// Creates a draft.
  public init(
    title: String, language: Language, years: ClosedRange<Int>, people: [String],
    section: String, measures: [Measure]
  ) {
    self.title = title
    self.language = language
    self.years = years
    self.people = people
    self.section = section
    self.measures = measures
  }

  /// The roadmap as a file that has no problems.
  public var yaml: String {
    let ids = Self.ids(people, else: say(en: "person", ru: "участник"))
    var lines = heading
    for (id, name) in zip(ids, people) { lines.append("  \(id): {name: \(Self.quoted(name))}") }
    lines += lifecycle
    lines += [
      "", "sections:", "  - number: \"1\"", "    title: \(Self.quoted(section))", "    measures:",
    ]
    for (number, measure) in measures.enumerated() {
      lines += [
        "      - id: \(say(en: "measure", ru: "мероприятие"))-\(number + 1)",
        "        number: \"\(number + 1)\"", "        title: \(Self.quoted(measure.title))",
        "        kind: task",
      ]
      if !measure.term.isEmpty { lines.append("        term: \(Self.quoted(measure.term))") }
      lines.append("        owners: [\(ids.first ?? "")]")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var heading: [String] {
    let (first, last) = (years.lowerBound, years.upperBound)
    return [
      "vekha: 1", "", "roadmap:", "  id: roadmap", "  title: \(Self.quoted(title))",
      "  period: \(first)-01-01/\(last)-12-31", "  language: \(language.rawValue)", "",
      say(
        en: "# Ids are what commands take: `--as \(Self.ids(people, else: "person").first ?? "")`.",
        ru: "# Идентификаторы называют в командах: "
          + "`--as \(Self.ids(people, else: "участник").first ?? "")`."),
      "people:",
    ]
  }

  private var lifecycle: [String] {
    let title = { (en: String, ru: String) in "title: " + self.say(en: en, ru: ru) }
    return [
      "", "kinds:", "  task: {\(title("Task", "Мероприятие")), lifecycle: activity}", "",
      "lifecycles:", "  activity:", "    initial: planned", "    states:",
      "      planned: {\(title("Planned", "Запланировано"))}",
      "      under-way: {\(title("Under way", "Выполняется"))}",
      "      done: {\(title("Done", "Выполнено")), done: true}",
      "      dropped: {\(title("Dropped", "Снято")), final: true}", "    transitions:",
      "      begin: {\(title("Begin", "Начать")), from: planned, to: under-way, by: owner}",
      "      finish: {\(title("Finish", "Завершить")), from: under-way, to: done, by: lead}",
      "      drop: {\(title("Drop", "Снять")), from: [planned, under-way], to: dropped, by: lead}",
    ]
  }

  private func say(en: String, ru: String) -> String { Text(en: en, ru: ru)[language] }

  /// A text in double quotes.
  static func quoted(_ text: String) -> String {
    var quoted = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return "\"\(quoted)\""
  }

  /// An id for each name, made of its last word; `word` where that has no letters.
  static func ids(_ names: [String], else word: String) -> [String] {
    var taken: Set<String> = ["owner", "lead", "requester", "null"]
    return names.map { name in
      let last = name.split(whereSeparator: \.isWhitespace).last ?? ""
      let letters = last.lowercased().unicodeScalars.filter(\.properties.isAlphabetic).prefix(30)
      let base = letters.isEmpty ? word : String(String.UnicodeScalarView(letters))
      var id = base
      var number = 2
      while !taken.insert(id).inserted {
        id = "\(base)-\(number)"
        number += 1
      }
      return id
    }
  }
}
