import Reference

/// Where results go, so that no work can be left out.
nonisolated(unsafe) private var drain: UInt64 = 0

@inline(never) func use(_ value: Int) { drain &+= UInt64(truncatingIfNeeded: value) }

/// What one operation costs.
struct Cost {
  var nanoseconds: Double
  var allocations: Double
}

/// A piece of work that does some number of operations each time it is called.
struct Work {
  let operations: Int
  let run: () throws -> Void

  init(operations: Int = 1, _ run: @escaping () throws -> Void) {
    self.operations = operations
    self.run = run
  }

  /// Calls it often enough for a round of about twenty milliseconds.
  fileprivate func calibrated() throws -> Int {
    let clock = ContinuousClock()
    var calls = 1
    while true {
      let time = try clock.measure { for _ in 0..<calls { try run() } }
      if time > .milliseconds(20) || calls > 1 << 30 { return calls }
      calls *= 2
    }
  }

  fileprivate func round(_ calls: Int) throws -> Cost {
    let before = reference_allocations()
    let time = try ContinuousClock().measure { for _ in 0..<calls { try run() } }
    let allocations = reference_allocations() - before
    let count = Double(calls * operations)
    let (seconds, attoseconds) = time.components
    return Cost(
      nanoseconds: (Double(seconds) * 1e9 + Double(attoseconds) / 1e9) / count,
      allocations: Double(allocations) / count)
  }
}

/// Medians of eleven rounds, ours and the others' in turn, so that a machine that changes its speed hurts all alike.
func compare(_ works: [Work]) throws -> [Cost] {
  let calls = try works.map { try $0.calibrated() }
  var rounds: [[Cost]] = works.map { _ in [] }
  for _ in 0..<11 {
    for (index, work) in works.enumerated() { rounds[index].append(try work.round(calls[index])) }
  }
  return rounds.map { costs in
    Cost(
      nanoseconds: costs.map(\.nanoseconds).sorted()[costs.count / 2],
      allocations: costs.map(\.allocations).sorted()[costs.count / 2])
  }
}

/// A row of a Markdown table.
func row(_ cells: String...) { print("| " + cells.joined(separator: " | ") + " |") }

func told(_ number: Double) -> String {
  number < 100 ? "\((number * 10).rounded() / 10)" : "\(Int(number.rounded()))"
}
