import RoadmapModel

/// What a step decides on: the files and fields of a measure that it covers.
///
/// Its digest is the SHA-256 of a text in UTF-8, so that anybody can recompute it: a line
/// `vekha contents 1`, a line `measure ID`, and for each file and each field, in the order of the
/// bytes of their names, a line `file SIZE SHA256 NAME` or `field SIZE SHA256 NAME`, where size and
/// SHA-256 are those of the file's content or of the value's bytes. Each line ends with a line
/// feed.
struct Subject {
  /// The id of the measure.
  let measure: String
  /// The names that count; nil for all.
  let covers: [String]?

  /// Whether something of this name counts, byte by byte.
  func includes(_ name: String) -> Bool {
    covers?.contains { $0.utf8.elementsEqual(name.utf8) } ?? true
  }

  /// The digest of what counts of `contents`, whose names differ; nil where nothing does.
  func digest(of contents: some Sequence<Command.Content>) -> ContentDigest? {
    let covered = contents.filter { includes($0.name) }
    guard !covered.isEmpty else { return nil }
    var text = "vekha contents 1\nmeasure \(measure)\n"
    for item in covered.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
      let sort = item.value == nil ? "file" : "field"
      text += "\(sort) \(item.size) \(item.digest.hex) \(item.name)\n"
    }
    return ContentDigest(of: Array(text.utf8))
  }

  /// The names that have changed since the contents were those that `seen` names, in the order of
  /// their first change; nil where they never were, however `revisions` came one after the other.
  func changes(since seen: Seen, _ revisions: [Command.Content]) -> [String]? {
    var contents: [Command.Content] = []
    var changed: [String]? = seen.names(nil) ? [] : nil
    for revision in revisions {
      if let place = contents.firstIndex(where: { $0.has(name: revision.name) }) {
        contents[place] = revision
      } else {
        contents.append(revision)
      }
      guard includes(revision.name) else { continue }
      if seen.names(digest(of: contents)) {
        changed = []
      } else if changed?.contains(where: { revision.has(name: $0) }) == false {
        changed?.append(revision.name)
      }
    }
    return changed
  }
}

extension Engine {
  /// The digest of what a step covers of a measure as it stands; nil where nothing of it is there.
  func subject(
    of step: StepIndex, on route: RouteIndex, for measure: MeasureIndex, in state: RunState
  ) -> ContentDigest? {
    guard !state.attachments.isEmpty, let files = state.attachments[measure] else { return nil }
    return subject(of: step, on: route, for: measure).digest(
      of: files.lazy.map { Command.Content($0) })
  }

  func subject(of step: StepIndex, on route: RouteIndex, for measure: MeasureIndex) -> Subject {
    Subject(measure: roadmap.id(of: measure), covers: roadmap.routes[route.position][step].covers)
  }

  /// Why a decision lands on something else than what was read, or nil where it does not.
  func staleness(
    of seen: Seen?, in step: StepIndex, of round: OpenRound, _ state: RunState,
    present: ContentDigest?
  ) -> Blocker? {
    guard let seen, !seen.names(present) else { return nil }
    let changed = subject(of: step, on: round.route, for: round.measure).changes(
      since: seen, state.revisions[round.measure] ?? [])
    return .otherRevision(
      round.measure, round.route, step, seen: seen, present: present, changed: changed)
  }
}
