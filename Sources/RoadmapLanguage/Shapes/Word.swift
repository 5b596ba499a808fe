/// A word of the language: every key that a roadmap may use.
///
/// The raw value is the key as it is written. The position of a word among all words is also its
/// symbol in every symbol table that the reader makes, so that keys compare as numbers.
enum Word: String, CaseIterable, Sendable {
  case across
  case after
  case afterReturn = "after-return"
  case awaits
  case bind
  case bindings
  case by
  case calendar
  case cancel
  case chair
  case cost
  case covers
  case dayOff = "day-off"
  case delegate
  case document
  case documents
  case done
  case due
  case dueSoon = "due-soon"
  case each
  case escalate
  case every
  case final
  case follows
  case `for`
  case from
  case hit
  case id
  case include
  case initial
  case key
  case keys
  case kind
  case kinds
  case language
  case lag
  case lifecycle
  case lifecycles
  case max
  case mayDecide = "may-decide"
  case measure
  case measures
  case message
  case min
  case name
  case not
  case number
  case of
  case onReject = "on-reject"
  case onReturn = "on-return"
  case order
  case owners
  case parallel
  case parts
  case people
  case period
  case powers
  case quorum
  case reaches
  case reopen
  case require
  case resilience
  case resume
  case roadmap
  case roles
  case rounds
  case route
  case routes
  case rules
  case rows
  case sections
  case separate
  case separations
  case setBy = "set-by"
  case severity
  case signatures
  case skip
  case states
  case steps
  case substitute
  case substitutes
  case suspend
  case table
  case tables
  case takes
  case term
  case terms
  case then
  case timers
  case title
  case to
  case transitions
  case until
  case valid
  case variables
  case vekha
  case veto
  case waive
  case weight
  case weights
  case when
  case `where`
  case within
}
