#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Wakes a loop that waits in `poll`: readable from `wake()` until `clear()`.
package final class WakePipe: Sendable {
  package let reader: Int32
  private let writer: Int32

  package init() throws {
    let ends = try PipeEnds()
    (reader, writer) = (ends.reader, ends.writer)
    PipeEnds.makeNonblocking(reader)
    PipeEnds.makeNonblocking(writer)
  }

  deinit {
    close(reader)
    close(writer)
  }

  package func wake() { _ = write(writer, "!", 1) }
  package func clear() { _ = PipeEnds.readAvailable(reader, limit: .max) }
}
