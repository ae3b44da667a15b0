import Foundation
import Testing

/// An origin, an edge in front of it, and curl.
final class Road {
  /// A response as `curl -i` prints it.
  struct Answer {
    let status: String
    let fields: [(name: String, value: String)]
    let body: String

    init(_ printed: String) {
      let parts = printed.components(separatedBy: "\r\n\r\n")
      // An interim response comes before the final one.
      let start = parts.firstIndex { !$0.hasPrefix("HTTP/1.1 100") } ?? 0
      let lines = parts[start].components(separatedBy: "\r\n")
      status = lines[0].split(separator: " ").dropFirst().first.map(String.init) ?? "none: \(printed)"
      fields = lines.dropFirst().map { line in
        let halves = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
        return (halves.first ?? "", halves.count > 1 ? halves[1] : "")
      }
      body = parts.dropFirst(start + 1).joined(separator: "\r\n\r\n")
    }

    subscript(name: String) -> String? { fields.first { $0.name.lowercased() == name.lowercased() }?.value }
  }

  let edge: LabProcess
  private var backend: LabProcess?
  private let backendAddress: String
  private let curl: Program

  /// - Parameter options: more of `lab edge`'s.
  init(_ options: String...) throws {
    curl = try #require(Program("curl"))
    let backend = try LabProcess("backend", "--listen", "127.0.0.1:0", "--name", "a")
    backendAddress = try backend.address
    self.backend = backend
    edge = try LabProcess(
      ["edge", "--listen", "127.0.0.1:0", "--trace", "--origin", "http://\(backendAddress)"] + options)
  }

  /// Asks the edge.
  func get(_ target: String, _ arguments: String...) throws -> Answer {
    Answer(try curl.output(["-si"] + arguments + ["http://\(try edge.address)\(target)"]))
  }

  /// Asks the origin.
  func origin(_ target: String) throws -> Answer {
    Answer(try curl.output(["-si", "http://\(backendAddress)\(target)"]))
  }

  /// How often the origin was asked for a path.
  func count(_ path: String) throws -> Int? {
    Int(try origin("/count?path=\(path)").body.trimmingCharacters(in: .newlines))
  }

  func killOrigin() throws {
    try #require(backend != nil)
    backend = nil
  }

  /// What comes on a connection until the other side closes it.
  static func all(_ client: Loopback) throws -> String {
    var bytes: [UInt8] = []
    while true {
      let more = try client.receive()
      if more.isEmpty { return String(decoding: bytes, as: UTF8.self) }
      bytes += more
    }
  }
}
