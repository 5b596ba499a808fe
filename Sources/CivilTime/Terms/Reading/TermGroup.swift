/// The elements that make up one term.
struct TermGroup {
  var frequency: Frequency?
  var windows: [Window] = []
  var offsets: [Offset] = []
  var trigger: Trigger?
  var documents: [String] = []
  var onDemand: String?
  var isContinuous = false
  var isProgramme = false
  var isVague = false
  var isCountingRule = false
  /// Whether its frequency or deadline is that of a report on work that goes on.
  var isReported = false
  var isApproximate = false
  var name: (text: String, shape: Window.Shape)?
  var remarks: [String] = []
  var range: Range<Int>
  /// Whether nothing but a space parts the group from the one before.
  var isRunOn = false

  /// Whether the group says anything but remarks.
  var saysWhen: Bool {
    frequency != nil || !windows.isEmpty || !offsets.isEmpty || trigger != nil
      || !documents.isEmpty || onDemand != nil || isContinuous || isProgramme || isVague
      || isCountingRule || name != nil
  }

  private var hasOwnDates: Bool { !windows.isEmpty || !offsets.isEmpty || trigger != nil }

  /// Whether `item` goes on with the group, and does not begin a term of its own.
  func takes(_ item: Item) -> Bool {
    if item.separator == .then { return false }
    let isSide = item.separator == .strong
    switch item.element {
    case .remark, .approximate, .unread: return true
    case .frequency(let new):
      if new.isReport { return takesReport }
      if let frequency { return !isSide && windows.isEmpty && frequency.joined(with: new) != nil }
      return !(isSide && saysWhen)
    case .window(let window): return takes(window, after: item.separator)
    case .offset(let offset) where offset.isReport: return takesReport
    case .offset:
      return (offsets.isEmpty || item.separator == .and) && windows.isEmpty && trigger == nil
    case .relative:
      return !hasOwnDates && documents.isEmpty && !isContinuous && name == nil && !isSide
    case .external: return documents.isEmpty || item.separator == .and
    case .onDemand: return onDemand == nil && !isSide
    case .continuous, .vague, .programme:
      return !isSide && trigger == nil && (frequency == nil || item.separator != .none)
    case .named: return name == nil && windows.isEmpty && trigger == nil && !isSide
    case .countingRule: return !saysWhen
    }
  }

  /// Whether a report may be on what the group says: work that goes on for a time.
  private var takesReport: Bool {
    saysWhen && !isReported && offsets.isEmpty && trigger == nil && documents.isEmpty
      && windows.allSatisfy { $0.shape != .by }
  }

  private func takes(_ window: Window, after separator: Separator) -> Bool {
    let hasYear = window.anchors.contains { $0.year != nil && $0.year != .every }
    if !windows.isEmpty {
      let isList = separator != .none && separator != .dash
      return isList && (frequency == nil) == (windows.allSatisfy { $0.shape != .span })
        || isList && frequency != nil
    }
    if frequency != nil, !documents.isEmpty, hasYear, separator == .none { return false }
    if trigger != nil { return window.shape == .by }
    if !offsets.isEmpty { return hasYear }
    return name == nil
  }

  mutating func add(_ item: Item) {
    range =
      min(range.lowerBound, item.range.lowerBound)..<max(range.upperBound, item.range.upperBound)
    switch item.element {
    case .window(var window):
      window.isApproximate = window.isApproximate || isApproximate
      isApproximate = false
      windows.append(window)
    case .frequency(let new):
      if new.isReport { goOn() }
      frequency = frequency.flatMap { $0.joined(with: new) } ?? new
    case .offset(let offset):
      if offset.isReport { goOn() }
      offsets.append(offset)
    case .relative(let trigger): self.trigger = trigger
    case .external(let document): documents.append(document)
    case .onDemand(let words): onDemand = words
    case .continuous:
      isContinuous = true
      // «ноябрь 2018 – постоянно» is from November on.
      if item.separator == .dash, windows.last?.shape == .at {
        windows[windows.count - 1].shape = .since
      }
    case .vague: isVague = true
    case .programme: isProgramme = true
    case .named(let text, let shape): name = (text, shape)
    case .countingRule: isCountingRule = true
    case .approximate: isApproximate = true
    case .remark(let text): remarks.append(text)
    case .unread: break
    }
  }

  /// What is reported on goes on: «ежедневно, отчет раз в месяц» is work of every day.
  private mutating func goOn() {
    guard saysWhen else { return }
    (isContinuous, isReported, frequency) = (true, true, nil)
  }
}

extension TermSyntax {
  /// The items put together to terms, and the ranges that could not be read.
  func groups() -> (groups: [TermGroup], unread: [Range<Int>]) {
    var groups: [TermGroup] = []
    var unread: [Range<Int>] = []
    var wasUnread = false
    for item in items {
      if item.element == .unread {
        if wasUnread, item.separator == .none, let last = unread.popLast() {
          unread.append(last.lowerBound..<item.range.upperBound)
        } else {
          unread.append(item.range)
        }
        wasUnread = true
        continue
      }
      let isRunOn = item.separator == .none && !wasUnread
      wasUnread = false
      if groups.last?.takes(item) != true {
        groups.append(TermGroup(range: item.range, isRunOn: isRunOn && !groups.isEmpty))
      }
      groups[groups.count - 1].add(item)
    }
    return (groups, unread)
  }
}
