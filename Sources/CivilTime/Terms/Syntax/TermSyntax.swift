/// The grammar's view of a term: what the words say, before years and policies are settled.

/// A place of the calendar as it is written; its year may be missing.
struct Anchor: Hashable {
  enum Part: Hashable {
    /// A number that takes its meaning from what follows: the `1` of «с 1 по 30 апреля».
    case bareNumber(Int)
    case day(Int, month: Int)
    /// One of the three parts of a month: 1–10, 11–20, 21 to the end.
    case decade(Int, month: Int)
    /// Days 1–15 of a month, or the days after them.
    case halfMonth(Int, month: Int)
    /// The n-th seven days of a month; -1 is the last seven.
    case week(Int, month: Int)
    case month(Int)
    case quarter(Int)
    case half(Int)
    /// 1 spring through 4 winter.
    case season(Int)
    case year
    case schoolYear
    /// The month of the order or the page: «до конца месяца».
    case thisMonth
  }

  enum Year: Hashable {
    case number(Int)
    /// Every year from the first to the second: «сентябрь 2018-2020 гг.»
    case range(Int, Int)
    case list([Int])
    /// The school year that begins in this year.
    case school(Int)
    /// Years after the current one, which is 0.
    case current(Int)
    case every
  }

  enum Edge: Hashable { case start, middle, end }

  var part: Part
  var year: Year?
  var edge: Edge?
  var range: Range<Int>

  /// The months that the part spans, where it has months of its own.
  var months: ClosedRange<Int>? {
    switch part {
    case .day(_, let month), .decade(_, let month), .week(_, let month), .month(let month),
      .halfMonth(_, let month):
      month...month
    case .quarter(let number): number * 3 - 2...number * 3
    case .half(let number): number * 6 - 5...number * 6
    case .season(let number) where number < 4: number * 3...number * 3 + 2
    case .season, .year, .schoolYear, .bareNumber, .thisMonth: nil
    }
  }

  var isDay: Bool {
    switch part {
    case .day, .bareNumber: edge == nil
    default: false
    }
  }
}

/// A stretch of the calendar as it is written.
struct Window: Hashable {
  enum Shape: Hashable { case at, by, since, between, span }

  /// The word that ends the window.
  enum Bound: Hashable {
    /// «до», `until`.
    case until
    /// «не позднее», `no later than`, `by`.
    case notLater
    /// «к», which for a day is as «не позднее», for a month as «до».
    case towards
    /// «по», `through`.
    case through
    /// `before`.
    case before
  }

  var shape: Shape
  /// One anchor, or two for ``Shape/between``.
  var anchors: [Anchor]
  var bound = Bound.through
  /// «включительно» or its opposite, where the words say it.
  var isInclusive: Bool?
  var isApproximate = false
  /// Two months side by side, whose dash was lost.
  var hasLostDash = false
  var range: Range<Int>
}

/// How often something is done.
struct Frequency: Hashable {
  var rule: Recurrence
  var times = 1
  var isAtLeast = false
  /// Whether the rule names its days itself: «каждый понедельник».
  var hasDays = false
  /// Whether it tells how often work that goes on is reported on: «отчет ежеквартально».
  var isReport = false
  var range: Range<Int>
}

/// A deadline that each period sets for itself: «до 10 числа месяца, следующего за отчетным».
struct Offset: Hashable {
  enum Period: Hashable { case month, quarter, half, year, unknown }
  /// The day of the month; -1 is the last one.
  var day: Int
  /// The month of the following year; nil where the offset is into a following month.
  var month: Int?
  /// The first day of «с 1 по 5 число».
  var firstDay: Int?
  /// The months of «последнего месяца квартала»; empty where none are named.
  var months: [Int] = []
  /// What the offset follows; nil for a day of the month itself («до 25 числа месяца»).
  var following: Period?
  var place: Every.Place
  /// Whether it is the deadline of a report on work that goes on.
  var isReport = false
  var range: Range<Int>
}

extension Frequency {
  /// The two as one where they say the same period and one of them more: «еженедельно по
  /// понедельникам», «ежегодно, 2 раза в год»; `nil` where they differ.
  func joined(with other: Frequency) -> Frequency? {
    guard rule.frequency == other.rule.frequency, rule.interval == other.rule.interval,
      isReport == other.isReport
    else { return nil }
    if isBare { return other }
    return other.isBare ? self : nil
  }

  /// Whether it says no more than the period.
  private var isBare: Bool {
    times == 1 && !isAtLeast && !hasDays && rule == Recurrence(rule.frequency, every: rule.interval)
  }
}

/// One thing that the words say; a term is a sequence of them.
enum Element: Hashable {
  case window(Window)
  case frequency(Frequency)
  case offset(Offset)
  case relative(Trigger)
  case external(String)
  /// «по мере необходимости»; the words are kept where they name an occasion.
  case onDemand(String)
  case continuous
  /// The whole time of the work.
  case programme
  /// «регулярно»: again and again, without saying how often.
  case vague
  /// A period or a day with a name of its own.
  case named(String, Window.Shape)
  /// A rule of counting that gives no term by itself.
  case countingRule
  case approximate
  /// A stage, an hour, a remark in parentheses.
  case remark(String)
  case unread
}

/// What stood before an element.
enum Separator: Hashable {
  case none, comma, and, strong, then, dash
}

/// An element with its place and what stood before it.
struct Item: Hashable {
  var element: Element
  var separator: Separator
  var range: Range<Int>
}

/// What a grammar makes of a text.
struct TermSyntax: Hashable {
  var items: [Item] = []
  var rules: [TermRule] = []
  /// Words that were misspelt, with the word that was read.
  var typos: [Typo] = []

  struct Typo: Hashable {
    var written: String
    var read: String
    /// The place in the text, in UTF-8 bytes.
    var range: Range<Int>
  }
}
