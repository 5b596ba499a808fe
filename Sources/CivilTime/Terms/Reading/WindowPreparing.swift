/// Windows with all that the words say but the years: bounds, months and numbers handed along.
struct PreparedWindows {
  var windows: [Window]
  /// The first and the last year of «сентябрь 2018-2020 гг.», which comes every year.
  var yearly: (first: Int, last: Int)?

  init(_ windows: [Window], base: BaseDate) {
    self.windows = Self.handingBounds(windows)
    for index in self.windows.indices {
      for side in self.windows[index].anchors.indices {
        self.windows[index].anchors[side] = base.numbered(self.windows[index].anchors[side])
      }
    }
    takeLeadingYear()
    handNumbers()
    self.windows = self.windows.flatMap(Self.apart)
    yearly = takeYearly()
  }

  /// «не позднее 15 июля, 15 октября»: the bound of the first is the bound of all.
  private static func handingBounds(_ windows: [Window]) -> [Window] {
    var result: [Window] = []
    for var window in windows {
      if let last = result.last, last.shape == .by, window.shape == .at {
        window.shape = .by
        window.bound = last.bound
        window.isInclusive = window.isInclusive ?? last.isInclusive
      }
      result.append(window)
    }
    return result
  }

  /// «2019 год, 1 квартал»: a year in front is the year of what follows.
  private mutating func takeLeadingYear() {
    guard windows.count > 1, windows[0].shape == .at, let year = windows[0].anchors[0].year,
      windows[0].anchors[0].part == .year, windows[0].anchors.count == 1,
      windows.dropFirst().allSatisfy({
        $0.anchors.allSatisfy { $0.year == nil && $0.part != .year }
      })
    else { return }
    windows.removeFirst()
    for index in windows.indices {
      windows[index].anchors[windows[index].anchors.count - 1].year = year
    }
  }

  /// Gives bare numbers the month or the part of the year of the anchor after them.
  private mutating func handNumbers() {
    var next: Anchor?
    for index in windows.indices.reversed() {
      for side in windows[index].anchors.indices.reversed() {
        if case .bareNumber(let number) = windows[index].anchors[side].part, let part = next?.part {
          windows[index].anchors[side].part = Self.part(number, like: part)
        }
        next = windows[index].anchors[side]
      }
    }
  }

  private static func part(_ number: Int, like part: Anchor.Part) -> Anchor.Part {
    switch part {
    case .day(_, let month): .day(number, month: month)
    case .decade(_, let month): .decade(number, month: month)
    case .halfMonth(_, let month): .halfMonth(number, month: month)
    case .week(_, let month): .week(number, month: month)
    case .quarter: .quarter(number)
    case .half: .half(number)
    case .month, .season, .year, .schoolYear, .bareNumber, .thisMonth: .bareNumber(number)
    }
  }

  /// A window for each year of a list, two sides for a range of years.
  private static func apart(_ window: Window) -> [Window] {
    guard let last = window.anchors.last else { return [] }
    if case .list(let years)? = last.year {
      return years.map { year in
        var one = window
        one.anchors[one.anchors.count - 1].year = .number(year)
        return one
      }
    }
    if last.part == .season(4), case .range(let first, let second)? = last.year,
      second == first + 1
    {
      // «зима 2018-2019» is one winter.
      var winter = window
      winter.anchors[winter.anchors.count - 1].year = .school(first)
      return [winter]
    }
    guard case .range(let first, let second)? = last.year, window.anchors.count == 1,
      last.part == .year || last.part == .schoolYear
    else { return [window] }
    let isSchool = last.part == .schoolYear
    var wide = window
    wide.anchors = [last, last]
    wide.anchors[0].year = isSchool ? .school(first) : .number(first)
    wide.anchors[1].year = isSchool ? .school(second - 1) : .number(second)
    if wide.shape != .span { wide.shape = .between }
    if window.shape == .by { wide.anchors.removeFirst(); wide.shape = .by }
    return [wide]
  }

  /// Takes the years off windows that come in each year of a range.
  private mutating func takeYearly() -> (first: Int, last: Int)? {
    guard windows.count == 1, let last = windows[0].anchors.last,
      case .range(let first, let second)? = last.year
    else { return nil }
    let starts = windows[0].anchors.first?.months?.lowerBound ?? 0
    if second == first + 1, windows[0].anchors.count == 2,
      starts > last.months?.lowerBound ?? 12
    {
      // «сентябрь-май 2018-2019 гг.» is one stretch over the two years.
      windows[0].anchors[0].year = .number(first)
      windows[0].anchors[1].year = .number(second)
      return nil
    }
    for side in windows[0].anchors.indices { windows[0].anchors[side].year = nil }
    return (first, second)
  }
}

/// What «этого года» and «этого месяца» stand on.
struct BaseDate {
  let year: Int?
  let month: Int?

  init(_ context: TermContext) {
    month = context.orderDate?.month
    year =
      context.orderDate?.year ?? Self.only(context.heading) ?? Self.only(context.title)
      ?? Self.only(context.span)
  }

  private static func only(_ period: Period?) -> Int? {
    guard let from = period?.from, let to = period?.to, from.year == to.year else { return nil }
    return from.year
  }

  /// `anchor` with the year that «этого года» stands for, where that is known.
  func numbered(_ anchor: Anchor) -> Anchor {
    var anchor = anchor
    if case .thisMonth = anchor.part, let month, let year {
      anchor.part = .month(month)
      anchor.year = .number(year)
    }
    guard case .current(let ahead)? = anchor.year else { return anchor }
    if anchor.part == .schoolYear {
      let hasBegun = month.map { $0 >= 6 } ?? false
      anchor.year = year.flatMap { year in month == nil ? nil : .school(hasBegun ? year : year - 1)
      }
    } else {
      anchor.year = year.map { .number($0 + ahead) }
    }
    return anchor
  }
}
