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
  /// Whether the day that begins at `from` is passed over before days are counted.
  let isFromStart: Bool
  /// Whether the day that begins at `to` is the last one counted.
  let isToStart: Bool
  /// Whether it is left out first where not everything can hold.
  let isLoose: Bool

  init(
    from: Int, to: Int, days: Int32, isWorking: Bool = false, isFromStart: Bool = false,
    isToStart: Bool = false, isLoose: Bool = false
  ) {
    self.from = Int32(truncatingIfNeeded: from)
    self.to = Int32(truncatingIfNeeded: to)
    self.days = days
    self.isWorking = isWorking
    self.isFromStart = isFromStart
    self.isToStart = isToStart
    self.isLoose = isLoose
  }

  /// How much later than `from` the days are counted from.
  @inline(__always) var before: Int { isFromStart ? 1 : 0 }

  /// How much later than `to` they are counted to.
  @inline(__always) var after: Int { isToStart ? 1 : 0 }

  /// The days of the calendar between the points, where it counts no working days.
  @inline(__always) var shift: Int { Int(days) + before - after }

  /// The same distance with other days.
  func with(days: Int32) -> TimeLink {
    TimeLink(
      from: Int(from), to: Int(to), days: days, isWorking: isWorking,
      isFromStart: isFromStart, isToStart: isToStart, isLoose: isLoose)
  }
}
