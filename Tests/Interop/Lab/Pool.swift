import Foundation
import Testing

/// Three backends, a balancer in front of them, and curl.
final class Pool {
  let balancer: LabProcess
  /// Nil where it was killed.
  private(set) var backends: [LabProcess?]
  let addresses: [String]
  private let curl: Program

  /// - Parameters:
  ///   - options: more of `lab balancer`'s.
  ///   - traced: the backends that print each request. Whoever reads too few of the lines holds them up.
  init(_ options: [String] = [], traced: Set<Int> = []) throws {
    curl = try #require(Program("curl"))
    let backends = try ["a", "b", "c"].enumerated().map { index, name in
      try LabProcess(
        ["backend", "--listen", "127.0.0.1:0", "--name", name] + (traced.contains(index) ? ["--trace"] : []))
    }
    let addresses = try backends.map { try $0.address }
    self.backends = backends
    self.addresses = addresses
    balancer = try LabProcess(
      ["balancer", "--listen", "127.0.0.1:0", "--backends", addresses.joined(separator: ",")] + options)
  }

  /// Asks the balancer.
  func get(_ target: String, _ arguments: String...) throws -> Road.Answer {
    Road.Answer(try curl.output(["-si"] + arguments + ["http://\(try balancer.address)\(target)"]))
  }

  /// How often a backend was asked for a path.
  func count(_ backend: Int, _ path: String) throws -> Int? {
    let answer = Road.Answer(try curl.output(["-si", "http://\(addresses[backend])/count?path=\(path)"]))
    return Int(answer.body.trimmingCharacters(in: .newlines))
  }

  /// As `kill -9` does.
  func kill(_ backend: Int) { backends[backend] = nil }

  /// Starts one again that was killed, where it was.
  func restart(_ backend: Int) throws {
    backends[backend] = try LabProcess("backend", "--listen", addresses[backend], "--name", "again")
  }
}
