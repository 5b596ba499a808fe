/// A least distance between two points of time: `to` comes at least `days` after `from`.
///
/// A greatest distance is a least one in the other direction, with its sign turned: `to` at most 5
/// days after `from` is `from` at least -5 days after `to`. That holds for working days, too.
struct TimeLink: Hashable {
  /// The point that comes first.
  let from: Int32
  /// The point that is held back.
  let to: Int32
  /// The days between them, negative where `to` may come first.
  let days: Int32
  /// Whether only working days count.
  let isWorking: Bool
  /// Whether both points are starts, so that working days are counted from the day that begins at
  /// `from` to the one that begins at `to`.
  let joinsStarts: Bool
  /// Whether it is left out first where not everything can hold.
  let isLoose: Bool

  init(
    from: Int, to: Int, days: Int32, isWorking: Bool = false, joinsStarts: Bool = false,
    isLoose: Bool = false
  ) {
    self.from = Int32(truncatingIfNeeded: from)
    self.to = Int32(truncatingIfNeeded: to)
    self.days = days
    self.isWorking = isWorking
    self.joinsStarts = joinsStarts
    self.isLoose = isLoose
  }

  /// How much later than its points it counts working days.
  @inline(__always) var offset: Int { joinsStarts ? 1 : 0 }

  /// The same distance with other days.
  func with(days: Int32) -> TimeLink {
    TimeLink(
      from: Int(from), to: Int(to), days: days, isWorking: isWorking,
      joinsStarts: joinsStarts, isLoose: isLoose)
  }
}
