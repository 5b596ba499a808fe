import Bilingual
import RoadmapModel

extension FindingCode {
  /// A number that two sections or two measures bear, so that it names neither.
  public static let duplicateNumber = FindingCode("duplicate-number")
}

extension Facts {
  /// Finds numbers given twice: sections first, then measures by their full numbers.
  func duplicateNumbers() -> [Finding] {
    repeatedSections + repeatedMeasures
  }

  private var repeatedSections: [Finding] {
    var first: [SectionPath: Int] = [:]
    // Sections under the same numbers count as under the same parent.
    var same: [Int] = []
    var found: [Finding] = []
    for (position, section) in roadmap.sections.enumerated() {
      let parent =
        section.parent.flatMap { same.indices.contains($0.position) ? same[$0.position] : nil }
        ?? -1
      let path = SectionPath(parent: parent, number: Array(section.number.utf8))
      guard !section.number.isEmpty, let earlier = first[path] else {
        first[path] = position
        same.append(position)
        continue
      }
      same.append(earlier)
      found.append(
        .duplicateNumber(
          section: section.number, at: .section(SectionIndex(position)),
          first: .section(SectionIndex(earlier))))
    }
    return found
  }

  private var repeatedMeasures: [Finding] {
    var table = NumberTable(roadmap)
    var found: [Finding] = []
    for measure in roadmap.measures.indices {
      guard let earlier = table.earlier(than: measure), let number = roadmap.number(of: measure)
      else { continue }
      found.append(
        .duplicateNumber(
          measure: name(measure), and: name(earlier), number: number, at: .measure(measure),
          first: .measure(earlier)))
    }
    return found
  }
}

/// A section's number under its parent; bytes, since canonical equivalence must not count.
private struct SectionPath: Hashable {
  let parent: Int
  let number: [UInt8]
}

/// The first measure of each full number, as an open hash table over the measures themselves.
private struct NumberTable {
  private let roadmap: Roadmap
  private var slots: [Slot]

  /// A measure and a part of the hash of its number, which spares most comparisons.
  private struct Slot {
    var measure: Int32 = -1
    var hash: UInt32 = 0
  }

  init(_ roadmap: Roadmap) {
    self.roadmap = roadmap
    var size = 16
    while size < roadmap.measures.count * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
  }

  /// The first measure with the number of this one; `nil` where this is the first or has none.
  mutating func earlier(than measure: MeasureIndex) -> MeasureIndex? {
    let number = roadmap.measures.entries[measure.position].fullNumber
    guard !number.isEmpty else { return nil }
    return roadmap.texts.withUTF8(of: number) { bytes in
      var hasher = Hasher()
      hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
      let whole = hasher.finalize()
      let hash = UInt32(truncatingIfNeeded: whole >> 32)
      var slot = whole & (slots.count - 1)
      while slots[slot].measure >= 0 {
        let other = Int(slots[slot].measure)
        if slots[slot].hash == hash,
          roadmap.texts.text(roadmap.measures.entries[other].fullNumber, equals: bytes)
        {
          return MeasureIndex(other)
        }
        slot = (slot + 1) & (slots.count - 1)
      }
      slots[slot] = Slot(measure: measure.raw, hash: hash)
      return nil
    }
  }
}

extension Finding {
  fileprivate static func duplicateNumber(
    section number: String, at element: Element, first: Element
  ) -> Self {
    Finding(
      .warning, .duplicateNumber, at: element,
      Text(
        en: "another section has the number `\(number)`",
        ru: "номер `\(number)` уже есть у другого раздела"),
      help: Text(en: "give one of them another number", ru: "дайте одному из них другой номер"),
      related: [
        .init(
          first,
          Text(en: "the first section `\(number)`", ru: "первый раздел с номером `\(number)`"))
      ])
  }

  fileprivate static func duplicateNumber(
    measure: String, and other: String, number: String, at element: Element, first: Element
  ) -> Self {
    Finding(
      .warning, .duplicateNumber, at: element,
      Text(
        en: "\(measure) has the number `\(number)`, which \(other) has, too",
        ru: "номер `\(number)` есть и у \(measure), и у \(other)"),
      help: Text(
        en: "give one of them another number, or name them by their ids only",
        ru: "дайте одному из них другой номер или называйте их только по идентификаторам"),
      related: [
        .init(
          first,
          Text(en: "the first measure `\(number)`", ru: "первое мероприятие `\(number)`"))
      ])
  }
}
