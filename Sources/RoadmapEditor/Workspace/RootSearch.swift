import Glibc

/// Finds the root files of roadmaps near a place on disk, by a glance at their beginnings.
struct RootSearch {
  /// How many folders and files are looked at, so that a large disk does not hold up the editor.
  private var left = 5000

  /// The root files in a folder and all below it, by path.
  static func roots(below folder: String) -> [String] {
    var search = RootSearch()
    var found: [String] = []
    var queue = [(path: folder.hasSuffix("/") ? folder : folder + "/", depth: 0)]
    while let next = queue.popLast(), search.left > 0 {
      let (files, folders) = search.entries(of: next.path)
      found += files.filter(isRoot)
      if next.depth < 6 { queue += folders.map { ($0 + "/", next.depth + 1) } }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The root files beside a file and in the folders above it that speak of a file of its name, the
  /// nearest first.
  static func roots(above path: String) -> [String] {
    var search = RootSearch()
    let name = Array(FileURI.name(of: path).utf8)
    var folder = FileURI.folder(of: path)
    var found: [String] = []
    for _ in 0..<4 {
      let (files, _) = search.entries(of: folder)
      found += files.filter { Self.beginning(of: $0).speaks(of: name) }.filter(isRoot).sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
      guard folder != "/" else { break }
      folder = FileURI.folder(of: String(folder.dropLast()))
    }
    return found
  }

  /// The YAML files and the folders in a folder.
  private mutating func entries(of folder: String) -> (files: [String], folders: [String]) {
    var found: (files: [String], folders: [String]) = ([], [])
    guard let stream = opendir(folder) else { return found }
    defer { closedir(stream) }
    while left > 0, let entry = readdir(stream) {
      left -= 1
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasPrefix(".") || name == "node_modules" { continue }
      let path = folder + name
      if entry.pointee.d_type == UInt8(DT_DIR) {
        found.folders.append(path)
      } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
        found.files.append(path)
      }
    }
    return found
  }

  /// Whether the file at `path` begins like a root file.
  private static func isRoot(_ path: String) -> Bool { isRoot(beginning(of: path)) }

  /// The first bytes of a file; none where it cannot be read.
  private static func beginning(of path: String) -> ArraySlice<UInt8> {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &bytes, bytes.count)
    return bytes.prefix(max(0, count))
  }

  /// Whether a text has the key of a root file, at the beginning of a line.
  static func isRoot(_ bytes: some Sequence<UInt8>) -> Bool {
    let key = Array("roadmap:".utf8)
    var matched: Int? = 0
    for byte in bytes {
      if byte == 0x0A || byte == 0x0D {
        matched = 0
      } else if let count = matched {
        matched = byte == key[count] ? count + 1 : nil
        if matched == key.count { return true }
      }
    }
    return false
  }
}

extension ArraySlice<UInt8> {
  /// Whether these bytes have others among them.
  fileprivate func speaks(of name: [UInt8]) -> Bool {
    guard let first = name.first else { return false }
    var rest = self
    while let start = rest.firstIndex(of: first) {
      if rest[start...].starts(with: name) { return true }
      rest = rest[(start + 1)...]
    }
    return false
  }
}
