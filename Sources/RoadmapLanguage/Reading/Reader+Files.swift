import Bilingual
import SourceDiagnostics
import YAMLSource

extension DiagnosticCode {
  /// An included file that stands outside the folder of the root file.
  static let includeOutside = DiagnosticCode("include-outside")
  /// Files that include each other.
  static let includeCycle = DiagnosticCode("include-cycle")
  /// An included file that cannot be read.
  static let includeUnreadable = DiagnosticCode("include-unreadable")
}

/// A file on the way to being read.
private struct Pending {
  /// The path within the root file's folder, with `/` between its parts.
  let path: String
  /// Where it was asked for; `nil` for the root file.
  let site: SourceSpan?
}

extension Reader {
  /// Reads the root file and everything that it includes, each file once.
  ///
  /// - Returns: the roots of the trees, the root file's first, in the order of inclusion.
  mutating func readFiles(_ root: LoadedFile, from folder: any IncludeFolder) -> [Place] {
    var roots: [Place] = []
    var seen: Set<[UInt8]> = [Array(root.name.utf8)]
    var queue = [Pending(path: root.name, site: nil)]
    var includes = IncludeGraph()
    var next = 0
    while next < queue.count {
      let pending = queue[next]
      next += 1
      guard let bytes = bytes(of: pending, root, folder) else { continue }
      let shown = pending.site == nil ? root.shownPath : folder.shownPath(of: pending.path)
      loaded.append((pending.path, bytes))
      let file = files.add(path: shown, bytes: bytes)
      guard let tree = tree(of: file), let node = tree.root else { continue }
      trees.append(tree)
      let place = Place(tree: Int32(truncatingIfNeeded: trees.count - 1), node: node)
      roots.append(place)
      for include in includedFiles(of: place, in: pending) {
        includes.add(from: pending.path, to: include.path, at: include.site)
        if seen.insert(Array(include.path.utf8)).inserted { queue.append(include) }
      }
    }
    for loop in includes.loops() { report(.includeCycle(loop.files, at: loop.site)) }
    return roots
  }

  private mutating func tree(of file: SourceFileID) -> YAMLTree? {
    let read = known.tree(of: file, in: files) ?? readTree(of: file)
    for problem in read.problems
    where problem.code == .unknownAnchor || problem.code == .recursiveAlias {
      brokenAliases.insert(problem.span)
    }
    diagnostics.append(contentsOf: read.problems)
    return read.tree
  }

  private mutating func readTree(of file: SourceFileID) -> ReadTree {
    var problems = Diagnostics()
    let tree = YAMLReader(limits: limits).read(
      file, of: files, into: &symbols, diagnostics: &problems)
    let read = ReadTree(tree: tree, problems: problems.sorted())
    known.keep(read, of: file, in: files)
    return read
  }

  private mutating func bytes(
    of pending: Pending, _ root: LoadedFile, _ folder: any IncludeFolder
  ) -> [UInt8]? {
    guard let site = pending.site else { return root.bytes }
    switch folder.read(pending.path) {
    case .success(let bytes): return bytes
    case .failure(let failure):
      report(.include(pending.path, failure, at: site))
      return nil
    }
  }

  /// The files that one file includes, as paths within the root file's folder.
  private mutating func includedFiles(of place: Place, in file: Pending) -> [Pending] {
    let tree = tree(place)
    guard tree.kind(place.node) == .mapping else { return [] }
    var found: [Pending] = []
    for (key, value) in tree.entries(of: place.node)
    where tree.scalar(key)?.id == Word.include.symbolID {
      for item in items(Place(tree: place.tree, node: tree.resolved(value))) {
        guard symbol(item) != nil else { continue }
        switch Self.path(text(item), from: file.path) {
        case .success(let path): found.append(Pending(path: path, site: span(item)))
        case .failure(let failure): report(.include(text(item), failure, at: span(item)))
        }
      }
    }
    return found
  }

  /// Joins a relative path with the folder of the file that names it; fails where that is no path
  /// or leaves the root file's folder.
  static func path(_ written: String, from file: String) -> Result<String, IncludeFailure> {
    guard !written.isEmpty else {
      return .failure(
        .unreadable(
          Text(
            en: "the path of an included file is empty", ru: "путь подключаемого файла пуст")))
    }
    guard written.utf8.first != UInt8(ascii: "/") else { return .failure(.outside) }
    guard written.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      return .failure(
        .unreadable(
          Text(
            en: "a path has no line breaks and control characters",
            ru: "в пути не бывает переносов строк и управляющих символов")))
    }
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in written.split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { return .failure(.outside) }
      default: parts.append(String(part))
      }
    }
    guard !parts.isEmpty else {
      return .failure(.unreadable(Text(en: "it is a folder", ru: "это папка")))
    }
    return .success(parts.joined(separator: "/"))
  }
}

extension Diagnostic {
  fileprivate static func includeOutside(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .includeOutside, at: span,
      message: Text(
        en: "`\(path)` is outside the folder of the root file",
        ru: "`\(path)` лежит вне папки корневого файла"),
      help: Text(
        en: "copy the file into the folder of the roadmap and include it by a relative path",
        ru: "скопируйте файл в папку дорожной карты и подключите его по относительному пути"))
  }

  fileprivate static func includeCycle(_ files: [String], at span: SourceSpan) -> Diagnostic {
    let loop = (files + files.prefix(1)).map { "`\($0)`" }.joined(separator: " → ")
    return Diagnostic(
      .includeCycle, at: span,
      message: files.count == 1
        ? Text(en: "this file includes itself", ru: "файл подключает сам себя")
        : Text(
          en: "files include each other: \(loop)", ru: "файлы подключают друг друга: \(loop)"),
      help: Text(en: "remove one of these includes", ru: "уберите одно из подключений"))
  }

  fileprivate static func include(
    _ path: String, _ failure: IncludeFailure, at span: SourceSpan
  ) -> Diagnostic {
    switch failure {
    case .outside: return .includeOutside(path, at: span)
    case .unreadable(let reason):
      return Diagnostic(
        .includeUnreadable, at: span,
        message: path.isEmpty
          ? reason
          : Text(
            en: "the included file `\(path)` cannot be read: \(reason.en)",
            ru: "подключаемый файл `\(path)` не читается: \(reason.ru)"),
        help: path.contains("\\")
          ? Text(
            en: "write `/` between folders and files", ru: "разделяйте папки и файлы знаком `/`")
          : Text(
            en: "the path is relative to the file that includes it",
            ru: "путь отсчитывается от того файла, в котором он написан"))
    }
  }
}
