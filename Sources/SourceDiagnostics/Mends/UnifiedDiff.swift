/// The changes of a file as `diff -u` writes them and `patch` reads them.
public struct UnifiedDiff {
  /// How many lines around a change are shown.
  private static let context = 3

  private let path: String
  private let text: EditedText
  /// Where each line starts, and where the last one ends.
  private let starts: [Int]
  private var count: Int { starts.count - 1 }

  /// Compares the file at `path` with what becomes of it.
  public init(path: String, _ text: EditedText) {
    self.path = path
    self.text = text
    var starts = [0]
    for (index, byte) in text.bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    if starts.last != text.bytes.count { starts.append(text.bytes.count) }
    self.starts = starts
  }

  /// The whole text; empty where nothing changes.
  public var bytes: [UInt8] {
    var result: [UInt8] = []
    var shift = 0
    for hunk in hunks {
      let (lines, change) = render(hunk, shift)
      shift += change
      result += lines
    }
    guard !result.isEmpty else { return [] }
    return Array("--- a/\(path)\n+++ b/\(path)\n".utf8) + result
  }

  /// The lines that change, those next to each other together.
  private var changes: [Range<Int>] {
    var ranges: [Range<Int>] = []
    for edit in text.edits {
      let first = line(at: edit.range.lowerBound)
      let last = line(at: max(edit.range.lowerBound, edit.range.upperBound - 1))
      if let previous = ranges.last, first < previous.upperBound {
        ranges[ranges.count - 1] = previous.lowerBound..<max(previous.upperBound, last + 1)
      } else {
        ranges.append(first..<(last + 1))
      }
    }
    return ranges
  }

  /// Changes that are shown together, since the lines around them meet.
  private var hunks: [[Range<Int>]] {
    var hunks: [[Range<Int>]] = []
    for change in changes {
      if let last = hunks.last?.last, change.lowerBound - last.upperBound <= 2 * Self.context {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }

  /// One hunk, and by how many lines it makes the file longer.
  private func render(_ hunk: [Range<Int>], _ shift: Int) -> (bytes: [UInt8], change: Int) {
    guard let first = hunk.first, let last = hunk.last else { return ([], 0) }
    let start = max(0, first.lowerBound - Self.context)
    let end = min(count, last.upperBound + Self.context)
    var body: [UInt8] = []
    var change = 0
    var position = start
    for range in hunk {
      body += lines(" ", of: Array(text.bytes[starts[position]..<starts[range.lowerBound]])).bytes
      let stretch = starts[range.lowerBound]..<starts[range.upperBound]
      let old = lines("-", of: Array(text.bytes[stretch]))
      let new = lines("+", of: text.result(of: stretch))
      body += old.bytes + new.bytes
      change += new.count - old.count
      position = range.upperBound
    }
    body += lines(" ", of: Array(text.bytes[starts[position]..<starts[end]])).bytes
    let heading =
      "@@ -\(span(start, end - start)) +\(span(start + shift, end - start + change)) @@\n"
    return (Array(heading.utf8) + body, change)
  }

  /// The first line and their number, as the heading of a hunk has them.
  private func span(_ start: Int, _ count: Int) -> String {
    "\(count == 0 ? start : start + 1),\(count)"
  }

  /// The lines with a mark before each.
  private func lines(_ mark: Character, of bytes: [UInt8]) -> (bytes: [UInt8], count: Int) {
    var result: [UInt8] = []
    var count = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      count += 1
      result += Array(String(mark).utf8) + line + [0x0A]
    }
    guard bytes.last == 0x0A || bytes.isEmpty else {
      return (result + Array("\\ No newline at end of file\n".utf8), count)
    }
    // What follows the last line break is no line.
    return (Array(result.dropLast(2)), count - 1)
  }

  private func line(at byte: Int) -> Int {
    var (low, high) = (0, max(1, count))
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= byte { low = middle } else { high = middle }
    }
    return low
  }
}
