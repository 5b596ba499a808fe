/// Unicode's scripts as sets of code points.
enum Scripts {
  /// The code points of `name`, spelled as Unicode does (`Cyrillic`), or nil for another name.
  static func set(named name: String) -> ScalarSet? {
    let line = table.split(separator: "\n").first { line in
      line.utf8.starts(with: name.utf8) && line.utf8.dropFirst(name.utf8.count).first == 0x3A
    }
    guard let line else { return nil }
    let ranges = line.utf8.dropFirst(name.utf8.count + 1).split(separator: 0x20)
    return ScalarSet(ranges.compactMap { range(String($0)) })
  }

  /// `370-373` or `37f`, in hexadecimal.
  private static func range(_ text: String?) -> ClosedRange<UInt32>? {
    guard let ends = text?.split(separator: "-").compactMap({ UInt32($0, radix: 16) }),
      let first = ends.first, let last = ends.last, first <= last
    else { return nil }
    return first...last
  }
}
