import Bilingual
import CivilTime

extension Term {
  /// The reading in one line, for tables of cases: class, dates, rule, trigger, papers, problems.
  var summary: String {
    var parts = [kind?.rawValue ?? "none"]
    if from != nil || to != nil { parts.append("\(from?.iso ?? "")..\(to?.iso ?? "")") }
    if let every { parts.append(every.summary) }
    if let after { parts.append(after.summary) }
    if !documents.isEmpty { parts.append("papers(\(documents.joined(separator: "; ")))") }
    if isOnDemand, kind != .onDemand { parts.append("on-demand") }
    if !self.parts.isEmpty {
      parts.append("[\(self.parts.map(\.summary).joined(separator: " | "))]")
    }
    for problem in problems {
      parts.append("?(\(problem.readings.map(\.due).joined(separator: " ")))")
    }
    return parts.joined(separator: " ")
  }
}

extension Every {
  fileprivate var summary: String {
    let often = times == 1 && !isAtLeast ? "" : " x\(times)\(isAtLeast ? "+" : "")"
    switch place {
    case .whole: return "\(rule)\(often)"
    case .day: return "on \(rule)\(often)"
    case .deadline: return "by \(rule)\(often)"
    case .since(let opening): return "\(opening) to \(rule)\(often)"
    }
  }
}

extension Trigger {
  fileprivate var summary: String {
    "\(limit.rawValue) \(count) \(unit.rawValue) \(side.rawValue) «\(event)»"
  }
}

extension Term {
  /// Whether the reading is `expected`: `?` for one that is left open, else a class, and perhaps
  /// a first and a last day, with `-` for an open side and `*` for any.
  func fits(_ expected: String) -> Bool {
    guard expected != "?" else { return kind == nil || !problems.isEmpty }
    let parts = expected.split(separator: " ").map(String.init)
    guard problems.isEmpty, let kind, ["*", kind.rawValue].contains(parts[0]) else { return false }
    guard parts.count == 3 else { return true }
    return ["*", from?.iso ?? "-"].contains(parts[1]) && ["*", to?.iso ?? "-"].contains(parts[2])
  }
}
