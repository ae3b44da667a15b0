import DNSMessages
import DNSMessagesSupport
import Foundation
import PostRoad
import TestSupport

/// Figures of the solutions: `dns`, `balance`, `cache`, `fuzz [count]`; and `messages` and `answer` for Tests/Benchmark/compare.py.
@main struct Main {
  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    switch words.first {
    case "dns": try DNSFigures.run()
    case "balance": try BalanceFigures.run()
    case "cache": try CacheFigures.run()
    case "fuzz": fuzz(words.dropFirst().first.flatMap { Int($0) } ?? 2_000_000)
    case "messages": for message in WireMessage.all { print(plain(message.bytes)) }
    case "answer": answer()
    default:
      print("usage: figures dns | balance | cache | fuzz [count] | messages | answer")
      exit(2)
    }
  }

  /// Damaged and generated messages, with what came of them.
  private static func fuzz(_ count: Int) {
    var fuzz = MessageFuzz(seed: 2026, parse: parseMessage, encode: encodeMessage)
    var damaged = MessageFuzz.Report()
    var generated = MessageFuzz.Report()
    let time = ContinuousClock().measure {
      damaged = fuzz.damage(count: count)
      generated = fuzz.generate(count: count / 10)
    }
    print(
      "\(damaged.inputs) damaged messages: \(damaged.read) read and written the same, \(damaged.refused) refused."
    )
    print("\(generated.inputs) generated messages: \(generated.read) read as they were written.")
    print("\(time.components.seconds) s, \(damaged.faults.count + generated.faults.count) faults.")
    for fault in (damaged.faults + generated.faults).prefix(10) { print(fault) }
    if !(damaged.faults + generated.faults).isEmpty { exit(1) }
  }

  /// For each line of hexadecimal digits: what the solutions read, and how they write it.
  private static func answer() {
    while let line = readLine() {
      do {
        let message = try parseMessage(bytes(hex: line))
        let encoded = try encodeMessage(message)
        print("\(plain(encoded))\t\(message.told.joined(separator: "\t"))")
      } catch {
        print("!\(error)")
      }
    }
  }

  private static func plain(_ bytes: [UInt8]) -> String { hex(bytes).filter { $0 != " " } }
}
