import Glibc

/// Writes whole lines at once and unbuffered, so that a kill tears at most the last one.
enum Line {
  /// Writes `words` and a line end to `descriptor`, standard output where none is given; gives
  /// whether all of it was written.
  @discardableResult
  static func say(_ words: String..., to descriptor: Int32 = STDOUT_FILENO) -> Bool {
    var line = words.joined(separator: " ") + "\n"
    return line.withUTF8 { write(descriptor, $0.baseAddress, $0.count) == $0.count }
  }
}
