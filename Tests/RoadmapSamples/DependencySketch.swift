import CivilTime
import RoadmapModel

/// A dependency as a test writes it: `id`, with a state as `id:held`, with a kind as
/// `id@start-start`, with a lag as `id+2 days`, `id+..10 days` or `id+2 days..10 days`.
struct DependencySketch {
  let measure: String
  let reaches: String?
  let kind: Dependency.Kind
  let lag: Lag?

  init(_ text: String) {
    let (rest, days) = Self.halves(of: text, at: "+")
    let (target, kind) = Self.halves(of: rest, at: "@")
    (measure, reaches) = Self.halves(of: target, at: ":")
    self.kind = kind.flatMap(Dependency.Kind.init(rawValue:)) ?? .finishStart
    lag = days.map { days in
      let limits = days.split(separator: "..", omittingEmptySubsequences: false)
        .map { try? DayCount(reading: $0) }
      return Lag(minimum: limits[0], maximum: limits.count > 1 ? limits[1] : nil)
    }
  }

  private static func halves(of text: String, at mark: Character) -> (String, String?) {
    guard let place = text.firstIndex(of: mark) else { return (text, nil) }
    return (String(text[..<place]), String(text[text.index(after: place)...]))
  }
}
