import Foundation
import Testing

/// nginx in front of origins, once it answers: as a cache of one, or as a balancer of several.
final class Nginx {
  /// The rules that it breaks, as it is configured here, in their order: its cache adds no Age, stores whatever was answered to
  /// Authorization, and is not told by a POST; its proxy hands on what Connection names, and adds no Via.
  static let differences = [
    "what is served from the store has an Age", "what was answered to Authorization is for that client alone",
    "a POST makes what is stored invalid", "what Connection names does not reach the origin",
    "Via says who has handed the request on",
  ]

  /// The same as a balancer, which is not asked to say who the client is.
  static let balancerDifferences = [
    "the backend learns who the client is", "what Connection names does not reach the origin",
    "Via says who has handed the request on",
  ]

  let port: UInt16
  private let folder: URL
  private var daemon: Daemon?

  /// - Parameter caches: whether it is a cache.
  init(origins: [String], caches: Bool) throws {
    let program = try #require(Program("nginx"))
    port = try Loopback.freePort()
    folder = FileManager.default.temporaryDirectory.appending(path: "postroad-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let run = folder.path(percentEncoded: false)
    let file = folder.appending(path: "nginx.conf")
    try """
    daemon off;
    master_process off;
    pid \(run)/nginx.pid;
    error_log \(run)/error.log;
    events {}
    http {
      access_log off;
      client_body_temp_path \(run)/body;
      proxy_temp_path \(run)/proxy;
      fastcgi_temp_path \(run)/fastcgi;
      uwsgi_temp_path \(run)/uwsgi;
      scgi_temp_path \(run)/scgi;
      proxy_cache_path \(run)/cache keys_zone=edge:1m;
      upstream origins {
        \(origins.map { "server \($0) max_fails=0;" }.joined(separator: " "))
      }
      server {
        listen 127.0.0.1:\(port);
        location / {
          proxy_pass http://origins;
          proxy_http_version 1.1;
          proxy_set_header Connection "";
          proxy_set_header Host $host;
          \(caches ? "proxy_cache edge; proxy_cache_revalidate on;" : "")
        }
      }
    }
    """.write(to: file, atomically: true, encoding: .utf8)
    daemon = try program.start(["-p", run, "-e", "\(run)/error.log", "-c", file.path(percentEncoded: false)])
    // A port where nobody listens refuses at once, so every try waits a little.
    for _ in 0..<200 {
      if (try? Loopback(to: port, over: .tcp)) != nil { return }
      usleep(50_000)
    }
    throw Silent()
  }

  deinit {
    daemon = nil
    try? FileManager.default.removeItem(at: folder)
  }

  private struct Silent: Error {}
}
