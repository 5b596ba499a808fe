public import Bilingual

/// The names of `candidates` that `name` was probably meant to be, best first, at most 3.
public func nearestNames(to name: String, in candidates: some Sequence<String>) -> [String] {
  []
}

/// A help text that proposes what `name` was probably meant to be; nil when nothing is near.
public func didYouMean(_ name: String, in candidates: some Sequence<String>) -> Text? {
  guard let nearest = nearestNames(to: name, in: candidates).first else { return nil }
  return Text(en: "did you mean `\(nearest)`?", ru: "может быть, `\(nearest)`?")
}
