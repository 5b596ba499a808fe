import Bilingual
import CivilTime
import RoadmapEngine
import RoadmapModel
import RoadmapService
import SourceDiagnostics

/// What belongs to a measure, in words and as data.
struct ContentText {
  private let roadmap: Roadmap

  init(_ roadmap: Roadmap) { self.roadmap = roadmap }

  /// A file or a field on a line.
  func line(_ content: Attachment) -> String {
    let revision =
      content.revision == 1
      ? "" : say(en: ", revision \(content.revision)", ru: ", редакция \(content.revision)")
    let author = "\(roadmap.name(content.person)), \(content.time.date)"
    if let value = content.value {
      return say(en: "field: ", ru: "поле: ") + "\(content.name) = \(value)\(revision), \(author)"
    }
    let size = CountedNoun(en: "byte", "bytes", ru: "байт", "байта", "байт")(Int(content.size))
    return say(en: "attached: ", ru: "приложено: ")
      + "\(content.name)\(revision), \(size[Speech.language]), "
      + "SHA-256 \(content.digest.hex.prefix(12))…, \(author)"
  }

  /// What an open step decides on; `--seen` takes these digits.
  func subject(of step: RoundView.Step) -> String {
    guard let seen = step.seen else { return "" }
    let digits = seen.hex.prefix(Seen.fewestDigits)
    return say(en: "; decides on revision \(digits)", ru: "; решают о редакции \(digits)")
  }

  /// Writes the files, and then the fields, each under their key.
  func write(_ contents: [Attachment], to writer: inout JSONWriter) {
    writer.key("attachments")
    writer.array { writer in
      for content in contents where content.value == nil { write(content, to: &writer) }
    }
    writer.key("fields")
    writer.array { writer in
      for content in contents where content.value != nil { write(content, to: &writer) }
    }
  }

  private func write(_ content: Attachment, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("name")
      writer.string(content.name)
      if let value = content.value {
        writer.key("value")
        writer.string(value)
      } else {
        writer.key("size")
        writer.integer(Int(content.size))
      }
      writer.key("digest")
      writer.string(content.digest.hex)
      writer.key("by")
      writer.string(roadmap.people[content.person.position].id)
      writer.key("at")
      writer.string(content.time.rfc3339)
      writer.key("revision")
      writer.integer(content.revision)
    }
  }

  /// Writes what a step covers (null for everything) and the digest of it (null for nothing).
  func writeSubject(of step: RoundView.Step, to writer: inout JSONWriter) {
    writer.key("covers")
    if let covers = step.covers {
      writer.array { writer in covers.forEach { writer.string($0) } }
    } else {
      writer.null()
    }
    writer.key("seen")
    writer.stringOrNull(step.seen?.hex)
  }

  /// In which round an approval was given, where that was an earlier one.
  func origin(of vote: OpenRound.Vote, in round: Int) -> String {
    guard vote.round != round else { return "" }
    return say(en: " (kept from round \(vote.round))", ru: " (из круга \(vote.round))")
  }

  /// Writes the approvals of earlier rounds that count in this one.
  func writeKept(of step: RoundView.Step, in round: Int, to writer: inout JSONWriter) {
    writer.key("kept")
    writer.array { writer in
      for vote in step.given where vote.round != round {
        writer.object { writer in
          writer.key("by")
          writer.string(roadmap.people[vote.person.position].id)
          writer.key("round")
          writer.integer(vote.round)
          writer.key("event")
          writer.integer(vote.number)
          writer.key("seen")
          writer.stringOrNull(vote.seen?.hex)
        }
      }
    }
  }
}
