import RoadmapLanguage

/// The documents that are open, and the roadmaps that they belong to.
struct Workspace {
  /// The open documents, by path.
  private(set) var open: [String: TextDocument] = [:]
  /// The folders that the editor has open.
  var folders: [String] = []
  private var roadmaps: [String: EditedRoadmap] = [:]
  /// Whether the folders were searched for root files.
  private var hasSearched = false
  /// The versions of open files without a roadmap whose problems were given.
  private var strays: [String: Int] = [:]

  /// Every roadmap that is known, by path.
  var all: [EditedRoadmap] {
    roadmaps.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  mutating func didOpen(_ path: String, _ document: TextDocument) {
    open[path] = document
    if RootSearch.isRoot(document.lines.bytes) { add(path) }
    markStale(path)
  }

  mutating func didChange(_ path: String, _ change: (inout TextDocument) -> Void) {
    guard open[path] != nil else { return }
    open[path].modify(change)
    if roadmaps[path] == nil, let lines = open[path]?.lines, RootSearch.isRoot(lines.bytes) {
      add(path)
    }
    markStale(path)
  }

  mutating func didClose(_ path: String) {
    open[path] = nil
    strays[path] = nil
    markStale(path)
  }

  /// Notes that a file has changed on disk, or come, or gone.
  mutating func didChangeOnDisk(_ path: String) {
    guard open[path] == nil else { return }
    for roadmap in roadmaps.values { roadmap.isStale = true }
  }

  /// The roadmaps that a file belongs to, up to date, by path; a file that none of the known ones
  /// includes is searched for in those nearby.
  mutating func roadmaps(of path: String) -> [EditedRoadmap] {
    update()
    if let found = known(path) { return found }
    for root in RootSearch.roots(above: path) { add(root) }
    update()
    if let found = known(path) { return found }
    guard !hasSearched else { return [] }
    hasSearched = true
    for folder in folders {
      for root in RootSearch.roots(below: folder) { add(root) }
    }
    update()
    return known(path) ?? []
  }

  /// Every roadmap of the open folders, up to date.
  mutating func everything() -> [EditedRoadmap] {
    if !hasSearched {
      hasSearched = true
      for folder in folders {
        for root in RootSearch.roots(below: folder) { add(root) }
      }
    }
    update()
    return all
  }

  /// Whether an open file belongs to no known roadmap, and its problems were not given yet.
  mutating func takeIfStray(_ path: String) -> Bool {
    guard known(path) == nil, let version = open[path]?.version else {
      strays[path] = nil
      return false
    }
    guard strays[path] != version else { return false }
    strays[path] = version
    return true
  }

  /// Compiles what has changed.
  mutating func update() {
    for roadmap in roadmaps.values where roadmap.isStale { roadmap.update(with: open) }
  }

  private func known(_ path: String) -> [EditedRoadmap]? {
    let found = all.filter { $0.includes(path) }
    return found.isEmpty ? nil : found
  }

  private mutating func add(_ path: String) {
    if roadmaps[path] == nil { roadmaps[path] = EditedRoadmap(path) }
  }

  /// Marks the roadmaps that a file belongs to, and those that miss it.
  private func markStale(_ path: String) {
    for roadmap in roadmaps.values {
      let isWhole = roadmap.snapshot?.compiled.hasErrors == false
      if roadmap.includes(path) || !isWhole { roadmap.isStale = true }
    }
  }
}

extension Optional {
  /// Changes the value in place, where there is one.
  fileprivate mutating func modify(_ change: (inout Wrapped) -> Void) {
    guard var value = self else { return }
    self = nil
    change(&value)
    self = value
  }
}
