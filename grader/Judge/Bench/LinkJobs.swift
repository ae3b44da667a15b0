import Foundation

/// What the compiler's driver starts to link a program. Given again as they are, these commands spare the driver's own work,
/// which takes longer than the linker's.
package enum LinkJobs {
  private struct Message: Decodable {
    let kind: String
    let commandExecutable: String?
    let commandArguments: [String]?
  }

  /// Reads them in what a driver said with `-parseable-output`: before each message of JSON its length is on a line of its own.
  ///
  /// Nil where they could not be given again: a message is no message, or arguments are in a file that is gone.
  package static func read(_ output: String) -> [[String]]? {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    var jobs: [[String]] = []
    var rest = Array(output.utf8)[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      guard let count = Int(String(decoding: rest[..<end], as: UTF8.self)), count >= 0,
        rest.endIndex - end > count,
        let message = try? decoder.decode(Message.self, from: Data(rest[(end + 1)...].prefix(count)))
      else { return nil }
      rest = rest[(end + 1 + count)...].drop { $0 == UInt8(ascii: "\n") }
      guard message.kind == "began" else { continue }
      guard let program = message.commandExecutable, let arguments = message.commandArguments,
        arguments.allSatisfy({
          !$0.hasPrefix("@") || FileManager.default.fileExists(atPath: String($0.dropFirst()))
        })
      else { return nil }
      jobs.append([program] + arguments)
    }
    return jobs.isEmpty || !rest.isEmpty ? nil : jobs
  }
}
