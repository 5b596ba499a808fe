import Glibc

/// Waits for files to be saved, also by editors that put a new file in place of the old one.
///
/// It asks the kernel for what happens in the folders of the files; where the kernel cannot tell,
/// it looks at the files many times a second.
public struct FileWatch {
  /// How long it waits for a file to be saved to the end, in milliseconds.
  private static let quietMilliseconds: Int32 = 10
  /// How long it waits before it looks whether it is over, in milliseconds.
  private static let patienceMilliseconds: Int32 = 500
  /// How often it looks where the kernel does not tell, in milliseconds.
  private static let pollMilliseconds: Int32 = 40

  private let queue: Descriptor?
  private let names: Set<[UInt8]>
  private let paths: [String]
  private var stamps: [Stamp]

  /// What tells one state of a file from another.
  private struct Stamp: Hashable {
    var inode: UInt64 = 0
    var size: Int64 = -1
    var seconds = 0
    var nanoseconds = 0

    init(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return }
      inode = UInt64(status.st_ino)
      size = Int64(status.st_size)
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }

  /// Begins to watch the files at `paths`; they need not exist.
  ///
  /// - Parameters:
  ///   - paths: the files, which should lie in folders that exist.
  ///   - polling: whether to look at the files even where the kernel could tell.
  public init(_ paths: [String], polling: Bool = false) {
    self.paths = paths
    names = Set(
      paths.map { Array($0.utf8.split(separator: UInt8(ascii: "/")).last ?? $0.utf8[...]) })
    stamps = paths.map { Stamp($0) }
    let raw = polling ? -1 : inotify_init1(Int32(O_CLOEXEC | O_NONBLOCK))
    let queue = raw >= 0 ? Descriptor(raw) : nil
    let mask = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE)
    let watched = Set(paths.map(Self.folder)).sorted().allSatisfy { folder in
      queue.map { inotify_add_watch($0.raw, folder, mask) >= 0 } ?? false
    }
    self.queue = watched ? queue : nil
  }

  private static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
  }

  /// Waits until one of the files is saved, or another file of YAML beside them, which may be one
  /// that was missing.
  ///
  /// - Returns: false where `isOver` holds, which is looked at twice a second and on a signal.
  public mutating func waitForChange(isOver: () -> Bool) -> Bool {
    while !isOver() {
      guard let queue else {
        guard !pollFiles() else { return true }
        continue
      }
      guard news(from: queue, within: Self.patienceMilliseconds) else { continue }
      while news(from: queue, within: Self.quietMilliseconds) {}
      return true
    }
    return false
  }

  /// Waits a moment; answers whether a file is otherwise than when last asked.
  private mutating func pollFiles() -> Bool {
    poll(nil, 0, Self.pollMilliseconds)
    let now = paths.map { Stamp($0) }
    defer { stamps = now }
    return now != stamps
  }

  /// Waits for news, and takes them; answers whether they are about files that count.
  private func news(from queue: Descriptor, within milliseconds: Int32) -> Bool {
    var request = pollfd(fd: queue.raw, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, milliseconds) > 0 else { return false }
    var counts = false
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = read(queue.raw, &buffer, buffer.count)
      guard count > 0 else { return counts }
      for name in Self.names(in: buffer[..<count]) {
        counts = counts || names.contains(name) || Self.isYAML(name)
      }
    }
  }

  /// The names that the kernel tells of: each record has its length in bytes 12 to 15, and then the
  /// name with zeros after it.
  private static func names(in records: ArraySlice<UInt8>) -> [[UInt8]] {
    var found: [[UInt8]] = []
    var rest = records
    while rest.count >= 16 {
      let header = rest.startIndex
      let length = (12..<16).reversed().reduce(0) { $0 << 8 | Int(rest[header + $1]) }
      let name = rest.dropFirst(16).prefix(length)
      found.append(Array(name.prefix { $0 != 0 }))
      rest = rest.dropFirst(16 + length)
    }
    return found
  }

  private static func isYAML(_ name: [UInt8]) -> Bool {
    [".yaml", ".yml"].contains { name.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }
}
