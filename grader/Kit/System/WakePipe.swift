#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Wakes a loop that waits in `poll`: readable from `wake()` until `clear()`.
final class WakePipe: Sendable {
  let reader: Int32
  private let writer: Int32

  init() throws {
    let ends = try PipeEnds()
    (reader, writer) = (ends.reader, ends.writer)
    PipeEnds.makeNonblocking(reader)
    PipeEnds.makeNonblocking(writer)
  }

  deinit {
    close(reader)
    close(writer)
  }

  func wake() { _ = write(writer, "!", 1) }
  func clear() { _ = PipeEnds.readAvailable(reader, limit: .max) }
}
