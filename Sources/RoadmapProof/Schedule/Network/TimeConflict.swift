/// Limits and distances that cannot hold together; without any one of them the others can.
struct TimeConflict: Equatable {
  /// The point whose first day begins the chain; `nil` for a loop.
  var lower: Int?
  /// The distances along the chain, in order, each by its position in the network.
  var links: [Int]
  /// The point whose last day is too early for the chain; `nil` for a loop.
  var upper: Int?
  /// How many days too late the chain ends; for a loop, how many days later than it began it
  /// comes around.
  var excess: Int
}
