import PostRoad

/// Every combination of what a client may ask, an origin may say, and some ages; and what comes of it, read from a line of seconds:
/// which of them the client accepts, and which the origin allows.
public enum ReuseTable {
  public static let entries: [(said: String, asked: String, age: Int, verdict: HTTP.ReuseVerdict)] = {
    var entries: [(said: String, asked: String, age: Int, verdict: HTTP.ReuseVerdict)] = []
    for said in ["max-age=6", "max-age=6, must-revalidate"] {
      for maxAge in [nil, 3, 8] {
        for minFresh in [nil, 0, 2] {
          for maxStale in [nil, 0, 2, 99] {
            for isStrict in [false, true] {
              // The ages that are right for the origin, and those that are right for the client.
              let allowed = said.contains("must") ? 0..<6 : 0..<(6 + (maxStale.map { $0 + 1 } ?? 0))
              let accepted = (0..<200).filter { age in
                (maxAge.map { (0...$0).contains(age) } ?? true)
                  && (minFresh.map { (age..<(age + $0)).upperBound <= 6 } ?? true)
              }
              var asked = isStrict ? ["only-if-cached"] : []
              if let maxAge { asked.append("max-age=\(maxAge)") }
              if let minFresh { asked.append("min-fresh=\(minFresh)") }
              if let maxStale { asked.append("max-stale=\(maxStale)") }
              for age in [0, 3, 4, 5, 6, 7, 8, 9, 105, 106] {
                let isRight = allowed.contains(age) && accepted.contains(age)
                entries.append(
                  (
                    said, asked.joined(separator: ", "), age,
                    isRight ? .serve : isStrict ? .gatewayTimeout : .validate
                  ))
              }
            }
          }
        }
      }
    }
    return entries
  }()
}
