import CivilTime
public import RoadmapModel

extension Engine {
  /// Attaches a file to a measure, or a new revision of one.
  ///
  /// While a round is open nothing is attached: whoever approves must find what was read.
  func attach(
    _ file: Command.File, to measure: MeasureIndex, by person: PersonIndex, in state: RunState
  ) -> Decision {
    var blockers: [Blocker] = []
    let people = mayAttach(to: measure)
    if !people.contains(person) {
      blockers.append(.mayNotAttach(measure, actor: person, people: people))
    }
    if let round = state.rounds[measure] { blockers.append(.attachmentsFrozen(round)) }
    if !Attachment.isUsable(name: file.name) || file.size < 0 {
      blockers.append(.attachmentNameUnusable(measure, name: file.name))
    }
    let known = state.attachments(of: measure).first { $0.has(name: file.name) }
    if let known, known.digest == file.digest {
      blockers.append(.alreadyAttached(measure, name: file.name, by: known.person))
    }
    guard blockers.isEmpty else { return .blocked(blockers) }
    return .accepted([.attached(measure, file, by: person)])
  }

  /// The people who may attach files to a measure, in their order: its owners, and whoever may ask
  /// for one of its transitions or decide in a step of one of its routes.
  public func mayAttach(to measure: MeasureIndex) -> [PersonIndex] {
    guard let moves = plan.cycle(of: measure)?.moves, let lifecycle = roadmap.lifecycle(of: measure)
    else { return [] }
    var principals: [Principal] = [.owner]
    for position in moves.indices {
      let transition = TransitionIndex(position)
      principals += lifecycle[transition].by
      guard let route = route(of: moves[position], transition, for: measure) else { continue }
      principals += roadmap.routes[route.position].steps.flatMap(\.by)
    }
    return roadmap.people(meant: principals, for: measure, requester: nil)
  }
}

extension Attachment {
  /// Whether this is its name, byte by byte.
  func has(name other: String) -> Bool { name.utf8.elementsEqual(other.utf8) }
}

extension RunState {
  /// The files attached to a measure, in the order in which their names first came.
  public func attachments(of measure: MeasureIndex) -> [Attachment] {
    attachments[measure] ?? []
  }

  /// Records a file; one of the same name is replaced.
  mutating func attach(
    _ file: Command.File, to measure: MeasureIndex, by person: PersonIndex, at time: Instant
  ) {
    var files = attachments[measure] ?? []
    let place = files.firstIndex { $0.has(name: file.name) }
    let attachment = Attachment(
      name: file.name, size: file.size, digest: file.digest, by: person, at: time,
      revision: place.map { files[$0].revision &+ 1 } ?? 1)
    if let place { files[place] = attachment } else { files.append(attachment) }
    attachments[measure] = files
  }
}
