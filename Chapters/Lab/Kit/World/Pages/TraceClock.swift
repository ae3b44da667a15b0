/// Places times on an axis. Where for long nothing is under way, the axis is folded, and says so.
struct TraceClock {
  struct Fold: Hashable {
    let from: Int64
    let to: Int64
  }

  /// What a folded stretch still takes, in pixels.
  private static let folded = 34.0
  /// Shorter stretches are never folded, in milliseconds.
  private static let shortest: Int64 = 100

  let folds: [Fold]
  let height: Double
  private let from: Int64
  private let pixels: Double

  /// - Parameter height: in pixels, where nothing is folded.
  init(_ arrows: [WorldTrace.Arrow], from: Int64, to: Int64, height wanted: Double) {
    self.from = from
    var folds: [Fold] = []
    var reached = from
    let limit = max(Self.shortest, (to - from) / 4)
    for arrow in arrows.sorted(by: { $0.time < $1.time }) {
      if arrow.time - reached > limit { folds.append(Fold(from: reached, to: arrow.time)) }
      reached = max(reached, arrow.arrives ?? arrow.time)
    }
    if to - reached > limit { folds.append(Fold(from: reached, to: to)) }
    self.folds = folds
    let busy = to - from - folds.reduce(0) { $0 + $1.to - $1.from }
    pixels = (wanted - Double(folds.count) * Self.folded) / Double(max(1, busy))
    height = wanted
  }

  func place(_ time: Int64) -> Double {
    var place = 0.0
    var last = from
    for fold in folds where fold.from < time {
      place += Double(fold.from - last) * pixels
      if time < fold.to {
        return place + Self.folded * Double(time - fold.from) / Double(fold.to - fold.from)
      }
      place += Self.folded
      last = fold.to
    }
    return place + Double(time - last) * pixels
  }

  func isFolded(_ time: Int64) -> Bool { folds.contains { $0.from < time && time < $0.to } }

  /// Round times that are some `apart` pixels from each other.
  func ticks(to: Int64, apart: Double) -> [Int64] {
    let wanted = max(1, Int64(apart / pixels))
    var power: Int64 = 1
    while power * 10 <= wanted { power *= 10 }
    let step = [power, 2 * power, 5 * power, 10 * power].first { $0 >= wanted } ?? power
    return stride(from: (from + step - 1) / step * step, through: to, by: Int64.Stride(step)).filter {
      !isFolded($0)
    }
  }
}
