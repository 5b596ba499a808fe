import SourceDiagnostics
import YAMLSource

/// What reading a file as YAML gave.
struct ReadTree: Sendable {
  /// The tree; `nil` where the text cannot be trusted.
  let tree: YAMLTree?
  let problems: [Diagnostic]
}

/// The trees of the files of a roadmap, so that compiling it again reads only what has changed.
///
/// A tree is taken again where a file of the same position has the same name and the same bytes.
public struct TreeCache: Sendable {
  private struct Entry {
    let path: String
    let bytes: [UInt8]
    let tree: ReadTree
  }

  /// Whether anything is kept: for a program that compiles once, nothing is.
  private let isKept: Bool
  private var entries: [Int32: Entry] = [:]
  /// The texts of all files that were read, some of them no longer there.
  private var symbols = SymbolTable()
  /// How many texts there may be before all is read anew.
  private var mostSymbols = 0
  /// How many files were parsed, rather than taken from here.
  public private(set) var parsedCount = 0

  /// Creates a cache that keeps nothing.
  init() { isKept = false }

  /// Creates an empty cache.
  public static func empty() -> TreeCache { TreeCache(isKept: true) }

  private init(isKept: Bool) { self.isKept = isKept }

  /// The texts so far; the cache has none until it gets them back.
  mutating func takeSymbols() -> SymbolTable {
    let taken = symbols
    symbols = SymbolTable()
    return taken
  }

  /// Gives back the texts; where they have become many more than at first, most are of the past,
  /// and all is forgotten.
  mutating func give(back symbols: SymbolTable) {
    guard isKept else { return }
    if mostSymbols == 0 { mostSymbols = 4 * symbols.count + 10_000 }
    if symbols.count > mostSymbols {
      self = TreeCache(isKept: true)
    } else {
      self.symbols = symbols
    }
  }

  /// The tree of `file`, where it was read before.
  func tree(of file: SourceFileID, in files: SourceFiles) -> ReadTree? {
    guard let entry = entries[file.index], entry.path.utf8.elementsEqual(files.path(file).utf8),
      entry.bytes == files.bytes(file)
    else { return nil }
    return entry.tree
  }

  /// Keeps the tree of `file`, which has just been read.
  mutating func keep(_ tree: ReadTree, of file: SourceFileID, in files: SourceFiles) {
    parsedCount += 1
    guard isKept else { return }
    entries[file.index] = Entry(path: files.path(file), bytes: files.bytes(file), tree: tree)
  }
}
