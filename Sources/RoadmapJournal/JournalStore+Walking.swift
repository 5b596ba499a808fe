extension JournalStore {
  /// Calls `body` with the events of `journal` from number `first` on, in order, page by page: the
  /// journal is never in memory as a whole. Events appended meanwhile may be among them.
  ///
  /// - Parameters:
  ///   - journal: The journal.
  ///   - first: The first number wanted, from 1.
  ///   - pageLimit: The most events held in memory at once.
  ///   - body: Called with each event; returns false to stop.
  /// - Throws: What reading throws.
  public func walk(
    _ journal: JournalID, from first: EventNumber = 1, pageLimit: Int = 1000,
    body: (StoredEvent) -> Bool
  ) throws(StoreError) {
    var first = first
    while true {
      let page = try events(of: journal, from: first, limit: pageLimit)
      guard let last = page.last else { return }
      for event in page {
        guard body(event) else { return }
      }
      let (next, overflow) = last.number.addingReportingOverflow(1)
      guard !overflow, next > first else { return }
      first = next
    }
  }
}
