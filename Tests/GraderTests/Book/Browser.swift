import Foundation

@testable import SystemKit

/// Headless Chromium, looking at the built site through a server on loopback.
struct Browser {
  private static let names = ["chromium", "chromium-browser", "google-chrome"]

  /// A browser that hangs is ended: all pages take it one minute.
  private static let deadline = 600.0

  static let program = find(names)
  static let python = find(["python3"])

  static func find(_ names: [String]) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }.first(where: FileStatus.isProgram)
  }

  /// `http://127.0.0.1:40123`
  let origin: String
  private let server: Process

  /// Serves a folder.
  init(showing folder: String) throws {
    server = Process()
    server.executableURL = URL(filePath: Self.python ?? "")
    // Nothing is logged, so that nobody has to read it; the port is the first line.
    let script = """
      import functools, http.server, sys
      class Quiet(http.server.SimpleHTTPRequestHandler):
          def log_message(self, *rest): pass
      server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=sys.argv[1]))
      print(server.server_port, flush=True)
      server.serve_forever()
      """
    server.arguments = ["-c", script, folder]
    server.standardInput = FileHandle.nullDevice
    server.standardError = FileHandle.nullDevice
    let pipe = Pipe()
    server.standardOutput = pipe
    try server.run()
    var line = ""
    while !line.hasSuffix("\n") {
      let data = pipe.fileHandleForReading.availableData
      if data.isEmpty { break }
      line += String(decoding: data, as: UTF8.self)
    }
    origin = "http://127.0.0.1:\(line.trimmingCharacters(in: .whitespacesAndNewlines))"
  }

  func close() { server.terminate() }

  /// The page as it is once its programs have nothing left to do, or when `seconds` of its own time have passed.
  func content(of path: String, seconds: Int) throws -> String {
    let profile =
      FileManager.default.temporaryDirectory.path(percentEncoded: false) + "/browser-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: profile) }
    let command =
      [
        Self.program ?? "", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--no-first-run",
        "--user-data-dir=\(profile)", "--virtual-time-budget=\(seconds * 1000)", "--dump-dom",
        origin + path,
      ]
    var child = ChildProcess(command, with: try Toolchain())
    child.keptOutput = 1 << 24
    let stopwatch = Stopwatch()
    return try child.run { _, _ in
      stopwatch.seconds > Self.deadline ? .deadline(seconds: Self.deadline) : nil
    }.output
  }
}
