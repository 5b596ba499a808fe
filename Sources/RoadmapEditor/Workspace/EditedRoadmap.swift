import RoadmapLanguage
import SourceDiagnostics

/// A roadmap that is being edited: its newest state, and the newest one that was YAML throughout.
final class EditedRoadmap {
  /// The absolute path of the root file.
  let path: String
  private let folder: EditedFolder
  private var known = TreeCache.empty()
  private(set) var snapshot: Snapshot?
  private(set) var lastWhole: Snapshot?
  /// Whether something has changed since the snapshot was made.
  var isStale = true
  /// The files for which problems have been sent, so that they can be taken back.
  var reported: Set<String> = []
  /// Whether problems of it have been sent at all.
  var isShown = false

  init(_ path: String) {
    self.path = path
    folder = EditedFolder(FileURI.folder(of: path))
  }

  /// How many files were parsed and read from disk so far.
  var effort: (parsed: Int, read: Int) { (known.parsedCount, folder.readCount) }

  /// Compiles the roadmap anew where something has changed.
  func update(with open: [String: TextDocument]) {
    guard isStale else { return }
    isStale = false
    folder.open = open
    let name = FileURI.name(of: path)
    guard case .success(let bytes) = folder.read(name) else {
      snapshot = nil
      return
    }
    let root = LoadedFile(name: name, shownPath: path, bytes: bytes)
    let compiled = compile(root, from: folder, known: &known)
    let new = Snapshot(compiled, in: FileURI.folder(of: path), open: open, after: snapshot)
    snapshot = new
    if new.isWhole { lastWhole = new }
  }

  /// Whether a file is part of the roadmap, as far as is known.
  func includes(_ path: String) -> Bool {
    self.path.utf8.elementsEqual(path.utf8) || snapshot?.file(at: path) != nil
      || lastWhole?.file(at: path) != nil
  }
}
