import RoadmapJournal

/// The place of an event in the table of all events: its journal's key, then its number.
///
/// One integer for both, because SQLite appends to a table by an integer with the fewest pages
/// written; the table offers both again as columns.
struct EventPosition {
  private static let numberBits: Int64 = 40
  /// The highest number that an event can have in this store.
  static let lastNumber: EventNumber = 1 << numberBits - 1
  /// The highest key that a journal can have in this store.
  static let lastKey: Int64 = Int64.max >> numberBits

  let value: Int64

  /// The place of event `number`, or of the nearest number that an event can have.
  init(_ key: Int64, _ number: EventNumber) {
    value = key << Self.numberBits | min(max(number, 0), Self.lastNumber)
  }

  /// The number of the event at the position `value`.
  static func number(_ value: Int64) -> EventNumber {
    value & lastNumber
  }
}
