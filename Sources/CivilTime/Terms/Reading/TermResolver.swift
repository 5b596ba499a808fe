import Bilingual

/// Turns what a grammar read into a term: settles years, applies policies, collects problems.
struct TermResolver {
  let text: String
  let syntax: TermSyntax
  let reader: TermReader

  init(_ text: String, _ syntax: TermSyntax, _ reader: TermReader) {
    self.text = text
    self.syntax = syntax
    self.reader = reader
  }

  func term() -> Term {
    let (groups, unread) = syntax.groups()
    let saying = groups.filter(\.saysWhen)
    var term =
      saying.count == 1 ? resolved(saying[0], text) : several(saying)
    for group in groups where !group.saysWhen { term.remarks += group.remarks }
    for typo in syntax.typos {
      term.note(.typo)
      term.warnings.append(
        .typo(written: typo.written, read: typo.read, range: typo.range))
    }
    for range in unread { term.problems.append(.unread(slice(range), at: range)) }
    if saying.isEmpty, unread.isEmpty { term.problems.append(.nothing(text)) }
    return term
  }

  func slice(_ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range.clamped(to: 0..<text.utf8.count)], as: UTF8.self)
  }

  private func several(_ groups: [TermGroup]) -> Term {
    var term = Term(text)
    guard !groups.isEmpty else { return term }
    term.kind = .composite
    term.parts = groups.map { resolved($0, slice($0.range)) }
    term.documents = term.parts.flatMap(\.documents)
    adopt(&term)
    if groups.contains(where: \.isRunOn) {
      let words = term.parts.map { "«\($0.text)»" }.joined(separator: ", ")
      term.problems.insert(.runTogether(words, at: 0..<text.utf8.count), at: 0)
    }
    return term
  }

  /// Takes over what the parts have to tell.
  private func adopt(_ term: inout Term) {
    for part in term.parts {
      part.rules.forEach { term.note($0) }
      term.warnings += part.warnings
      term.problems += part.problems
    }
  }

  private func resolved(_ group: TermGroup, _ text: String) -> Term {
    var group = group
    group.takeEveryYear()
    takeRemark(&group)
    var term = Term(text)
    term.documents = group.documents
    term.remarks = group.remarks
    term.isOnDemand = group.onDemand != nil
    if group.frequency != nil || !group.offsets.isEmpty {
      RecurringTerm(group, self).resolve(into: &term)
      if group.isReported, term.kind == .recurring { term.kind = .continuous }
    } else {
      resolveOnce(group, &term)
    }
    if group.isApproximate || group.windows.contains(where: \.isApproximate) {
      term.warnings.append(.approximate)
    }
    for remark in term.remarks where holdsDate(remark) {
      term.warnings.append(.dateAside(remark))
    }
    return term
  }

  private func resolveOnce(_ group: TermGroup, _ term: inout Term) {
    if group.isCountingRule {
      term.kind = .relative
      term.problems.append(.countingRule(at: group.range))
    } else if let trigger = group.trigger {
      relative(trigger, group, &term)
    } else if group.isContinuous || group.isProgramme || group.isVague {
      continuous(group, &term)
    } else if !group.windows.isEmpty {
      windowed(group, &term)
    } else if let name = group.name {
      named(name.text, &term, at: group.range)
    } else {
      term.kind = group.onDemand != nil ? .onDemand : .external
    }
  }

  // MARK: Terms without dates of their own

  private func relative(_ trigger: Trigger, _ group: TermGroup, _ term: inout Term) {
    if !group.windows.isEmpty { windowed(group, &term) }
    term.kind = .relative
    term.after = trigger
    if let period = period(named: trigger.event), trigger.count == 0, term.period == nil {
      term.kind = trigger.side == .before ? .deadline : .interval
      if trigger.side == .before {
        term.to = period.from?.adding(days: -1)
      } else {
        term.from = period.to?.adding(days: 1)
      }
      term.note(.namedPeriod)
    } else if trigger.event.isEmpty, trigger.count > 0 {
      term.warnings.append(.noEvent)
    }
  }

  private func continuous(_ group: TermGroup, _ term: inout Term) {
    if group.windows.isEmpty {
      wholeSpan(&term)
    } else {
      windowed(group, &term)
      fillOpenSide(&term)
    }
    term.kind = .continuous
    if group.isVague { term.warnings.append(.noFrequency) }
  }

  /// «ежегодно, начиная с 2019 года» ends with the whole work, «постоянно до …» begins with it.
  func fillOpenSide(_ term: inout Term) {
    let context = reader.context
    guard let span = context.span ?? context.title ?? context.heading else { return }
    if term.to == nil, let from = term.from, let to = span.to, from <= to { term.to = to }
    if term.from == nil, let to = term.to, let from = span.from, from <= to { term.from = from }
  }

  /// Gives the term the whole time of the work.
  func wholeSpan(_ term: inout Term) {
    let context = reader.context
    guard let span = context.span ?? context.title ?? context.heading else { return }
    (term.from, term.to) = (span.from, span.to)
    term.note(.wholeSpan)
  }

  private func named(_ name: String, _ term: inout Term, at range: Range<Int>) {
    term.kind = .interval
    guard let period = period(named: name) else {
      term.problems.append(.unknownName(name, at: range))
      return
    }
    (term.from, term.to) = (period.from, period.to)
    term.note(.namedPeriod)
  }

  /// The period that the context gives a name in any of its forms; the words may differ by their
  /// last three letters.
  private func period(named words: String) -> Period? {
    let sought = Self.stems(words)
    guard !sought.isEmpty else { return nil }
    return reader.context.names.sorted { $0.key < $1.key }.first { name, _ in
      let stems = Self.stems(name)
      return !stems.isEmpty && stems.allSatisfy { stem in sought.contains { $0.hasPrefix(stem) } }
    }?.value
  }

  private static func stems(_ words: String) -> [String] {
    words.lowercased().split(whereSeparator: { !$0.isLetter }).map { word in
      TermLetters.normalized(String(word.prefix(max(3, word.count - 3))))
    }
  }

  /// «2018-2020 годы (ежегодно)», «октябрь 2018 (по графику)»: one more thing, in parentheses.
  private func takeAside(_ group: inout TermGroup) {
    for (index, remark) in group.remarks.enumerated().reversed() {
      let items = reader.syntax(of: remark).items
      guard items.count == 1 else { continue }
      switch items[0].element {
      case .frequency(let frequency) where group.frequency == nil && group.trigger == nil:
        group.frequency = frequency
      case .external(let document): group.documents.append(document)
      case .onDemand(let words) where group.onDemand == nil: group.onDemand = words
      default: continue
      }
      group.remarks.remove(at: index)
    }
  }

  /// Whether the words of a remark say when, which nobody reads there.
  private func holdsDate(_ remark: String) -> Bool {
    reader.syntax(of: remark).items.contains { item in
      if case .window = item.element { true } else { false }
    }
  }

  /// «постоянно (сентябрь-май)»: dates in parentheses bound what has none of its own.
  private func takeRemark(_ group: inout TermGroup) {
    takeAside(&group)
    let isBare = group.isContinuous || group.isProgramme || group.frequency != nil
    guard isBare, group.windows.isEmpty, group.offsets.isEmpty else { return }
    for (index, remark) in group.remarks.enumerated() {
      let inner = reader.syntax(of: remark)
      let windows = inner.items.compactMap { item -> Window? in
        if case .window(let window) = item.element { window } else { nil }
      }
      guard windows.count == inner.items.count, !windows.isEmpty else { continue }
      group.windows = windows
      group.remarks.remove(at: index)
      return
    }
  }
}

extension TermGroup {
  /// «до 1 марта каждого года» is «ежегодно до 1 марта».
  mutating func takeEveryYear() {
    let isEvery = windows.contains { $0.anchors.contains { $0.year == .every } }
    let isYearly = isEvery || frequency?.rule.frequency == .yearly
    guard isYearly else { return }
    if frequency == nil { frequency = Frequency(rule: Recurrence(.yearly), range: range) }
    for index in windows.indices {
      for side in windows[index].anchors.indices {
        switch windows[index].anchors[side].year {
        case .every?, .current?: windows[index].anchors[side].year = nil
        default: break
        }
      }
    }
  }
}
