public import RoadmapModel
import RoadmapProof

/// What became otherwise between two definitions of a roadmap, by the ids of its things.
public struct RoadmapChanges: Sendable {
  /// What a change is about.
  public enum Subject: String, CaseIterable, Hashable, Sendable {
    /// The roadmap as a whole.
    case roadmap
    /// A measure.
    case measure
    /// A route.
    case route
    /// A lifecycle.
    case lifecycle
    /// A kind of measures.
    case kind
    /// A person.
    case person
    /// A role.
    case role
    /// An external document.
    case document
    /// A rule.
    case rule
    /// A named expression.
    case variable
    /// A decision table.
    case table
  }

  /// Whether a thing is new, gone, or otherwise than it was.
  public enum Fate: String, Hashable, Sendable {
    /// It is new.
    case added
    /// It is gone.
    case removed
    /// It is otherwise.
    case changed
  }

  /// What became otherwise in a thing: a value, or a word of a list.
  public struct Change: Hashable, Sendable {
    /// What of the thing it is.
    public let aspect: Aspect
    /// What it was; nil where there was none.
    public let old: String?
    /// What it is; nil where there is none.
    public let new: String?

    init(_ aspect: Aspect, old: String?, new: String?) {
      self.aspect = aspect
      self.old = old
      self.new = new
    }
  }

  /// A thing with what became of it.
  public struct Item: Hashable, Sendable {
    /// What it is.
    public let subject: Subject
    /// Its id.
    public let id: String
    /// What people call it.
    public let title: String
    /// What became of it.
    public let fate: Fate
    /// What became otherwise in it; none for a thing that is new or gone.
    public let changes: [Change]
  }

  /// Everything that became otherwise: subjects in their order, and in each what is gone and then
  /// the rest in the order of the new roadmap.
  public let items: [Item]
  /// What that does to the schedule; nil where nothing of it moves, or where it is not known.
  public let schedule: ScheduleChanges?

  /// Whether nothing became otherwise.
  public var isEmpty: Bool { items.isEmpty && schedule == nil }

  /// Compares two definitions; of one that has errors the schedule is not known.
  public init(from old: Roadmap, to new: Roadmap, withSchedules: Bool = true) {
    schedule = withSchedules ? ScheduleChanges(from: Schedule(of: old), to: Schedule(of: new)) : nil
    let before = old.portraits
    let after = new.portraits
    items = Subject.allCases.flatMap { subject in
      Self.items(
        from: before.filter { $0.subject == subject }, to: after.filter { $0.subject == subject })
    }
  }

  private static func items(from old: [Portrait], to new: [Portrait]) -> [Item] {
    let before = ByteKeyed(old.map { ($0.id, $0) })
    let after = ByteKeyed(new.map { ($0.id, $0) })
    let gone = old.filter { after[$0.id] == nil }.map { Item($0, .removed, []) }
    let others: [Item] = new.compactMap { portrait in
      guard let earlier = before[portrait.id] else { return Item(portrait, .added, []) }
      let changes = earlier.changes(to: portrait)
      return changes.isEmpty ? nil : Item(portrait, .changed, changes)
    }
    return gone + others
  }

  /// How many things of a subject came to this.
  public func count(_ subject: Subject, _ fate: Fate) -> Int {
    items.count { $0.subject == subject && $0.fate == fate }
  }
}

extension RoadmapChanges.Item {
  fileprivate init(
    _ portrait: Portrait, _ fate: RoadmapChanges.Fate, _ changes: [RoadmapChanges.Change]
  ) {
    self.init(
      subject: portrait.subject, id: portrait.id, title: portrait.title, fate: fate,
      changes: changes)
  }
}
