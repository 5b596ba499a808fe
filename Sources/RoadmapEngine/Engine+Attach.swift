import CivilTime
public import RoadmapModel

extension Engine {
  /// Attaches a file or a field to a measure, or a new revision of one.
  ///
  /// While a round is open, the steps that cover it begin anew: their approvals were of something
  /// else.
  func attach(
    _ content: Command.Content, to measure: MeasureIndex, by person: PersonIndex,
    in state: RunState
  ) -> Decision {
    var blockers: [Blocker] = []
    let people = mayAttach(to: measure)
    if !people.contains(person) {
      blockers.append(.mayNotAttach(measure, actor: person, people: people))
    }
    if !Attachment.isUsable(name: content.name) || content.size < 0 {
      blockers.append(.attachmentNameUnusable(measure, name: content.name))
    }
    if let value = content.value, !Attachment.isUsable(value: value) {
      blockers.append(.fieldUnusable(measure, name: content.name))
    }
    let known = state.attachments(of: measure).first { $0.has(name: content.name) }
    if let known, Command.Content(known) == content {
      blockers.append(.alreadyAttached(measure, name: content.name, by: known.person))
    }
    guard blockers.isEmpty else { return .blocked(blockers) }
    let reopening = liveRound(of: measure, in: state).flatMap {
      self.reopening(of: $0, becauseOf: content.name, by: person)
    }
    return .accepted(
      [.attached(measure, content, by: person)]
        + (reopening.map { [.stepsReopened(measure, $0)] } ?? []))
  }

  /// The people who may attach to a measure, in their order: its owners, and whoever may ask
  /// for one of its transitions or decide in a step of one of its routes.
  public func mayAttach(to measure: MeasureIndex) -> [PersonIndex] {
    guard let moves = plan.cycle(of: measure)?.moves, let lifecycle = roadmap.lifecycle(of: measure)
    else { return [] }
    var principals: [Principal] = [.owner]
    for position in moves.indices {
      let transition = TransitionIndex(position)
      principals += lifecycle[transition].by
      guard let route = route(of: moves[position], transition, for: measure) else { continue }
      principals += roadmap.routes[route.position].steps.flatMap { $0.by + $0.chair }
    }
    return roadmap.people(meant: principals, for: measure, requester: nil)
  }
}

extension Attachment {
  /// Whether this is its name, byte by byte.
  func has(name other: String) -> Bool { name.utf8.elementsEqual(other.utf8) }
}

extension RunState {
  /// The files and fields of a measure, in the order in which their names first came.
  public func attachments(of measure: MeasureIndex) -> [Attachment] {
    attachments[measure] ?? []
  }

  /// All that was ever attached to a measure, each revision of it, in its order.
  public func revisions(of measure: MeasureIndex) -> [Command.Content] { revisions[measure] ?? [] }

  /// Records a file or a field; what has the same name is replaced.
  mutating func attach(
    _ content: Command.Content, to measure: MeasureIndex, by person: PersonIndex, at time: Instant
  ) {
    var files = attachments[measure] ?? []
    let place = files.firstIndex { $0.has(name: content.name) }
    let attachment = Attachment(
      name: content.name, size: content.size, digest: content.digest, value: content.value,
      by: person, at: time, revision: place.map { files[$0].revision &+ 1 } ?? 1)
    if let place { files[place] = attachment } else { files.append(attachment) }
    attachments[measure] = files
    revisions[measure, default: []].append(content)
  }
}
