/// The name among `names` that `name` was most likely meant to be; nil where none is near.
func nearestName(to name: String, in names: some Sequence<String>) -> String? {
  let wanted = Array(name.unicodeScalars.prefix(64))
  var best: (distance: Int, name: String)?
  for candidate in names {
    let scalars = Array(candidate.unicodeScalars.prefix(64))
    guard abs(scalars.count - wanted.count) <= 3 else { continue }
    let distance = editDistance(wanted, scalars)
    let isBetter = best.map { (distance, candidate) < ($0.distance, $0.name) } ?? true
    if isBetter { best = (distance, candidate) }
  }
  guard let best, best.distance <= max(1, min(3, wanted.count / 3)) else { return nil }
  return best.name
}

/// The number of letters to add, drop, change or swap with a neighbour.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var before: [Int] = []
  var last = Array(0...b.count)
  for (i, letter) in a.enumerated() {
    var row = [i + 1]
    for (j, other) in b.enumerated() {
      var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (letter == other ? 0 : 1))
      if i > 0, j > 0, letter == b[j - 1], a[i - 1] == other { cost = min(cost, before[j - 1] + 1) }
      row.append(cost)
    }
    before = last
    last = row
  }
  return last[b.count]
}
