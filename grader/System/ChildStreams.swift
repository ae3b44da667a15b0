import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a child prints: one pipe for both streams, or one for each, and the end of what came through.
package struct ChildStreams {
  fileprivate struct Stream {
    let ends: PipeEnds
    var kept: [UInt8] = []
    /// The first bytes, once something after them is not kept any more.
    var start: [UInt8] = []
    /// How many line ends came between `start` and `kept`.
    var lostLines = 0
    var isClosed = false
  }

  private var streams: [Stream]
  private let limit: Int
  private var hasWriters = true

  /// Bytes that are read from one stream between two looks at the child: an endless printer does not keep the watcher busy.
  private static let mostAtOnce = 4 << 20

  package init(merged: Bool, kept limit: Int) throws {
    self.limit = limit
    streams = [Stream(ends: try PipeEnds())]
    if !merged {
      do {
        streams.append(Stream(ends: try PipeEnds()))
      } catch {
        close()
        throw error
      }
    }
    for stream in streams { PipeEnds.makeNonblocking(stream.ends.reader) }
  }

  /// The child's standard output and standard error.
  package var writers: [Int32?] { [streams[0].ends.writer, streams[streams.count - 1].ends.writer] }

  package var output: String { String(decoding: streams[0].kept, as: UTF8.self) }
  package var outputStart: String { String(decoding: streams[0].start, as: UTF8.self) }
  package var outputLostLines: Int { streams[0].lostLines }
  package var errors: String { streams.count == 2 ? String(decoding: streams[1].kept, as: UTF8.self) : "" }

  package mutating func closeWriters() {
    guard hasWriters else { return }
    hasWriters = false
    for stream in streams { closeDescriptor(stream.ends.writer) }
  }

  package mutating func close() {
    closeWriters()
    for stream in streams { closeDescriptor(stream.ends.reader) }
  }

  /// Waits until there is something to read, at most as long as given, and returns what came.
  package mutating func wait(milliseconds: Int32) -> [UInt8] {
    var pollers = streams.filter { !$0.isClosed }
      .map { pollfd(fd: $0.ends.reader, events: Int16(POLLIN), revents: 0) }
    if pollers.isEmpty {
      // A child may live on without its streams: do not spin.
      usleep(2000)
    } else {
      _ = poll(&pollers, nfds_t(pollers.count), milliseconds)
    }
    return drain()
  }

  /// Reads what is there.
  @discardableResult
  package mutating func drain() -> [UInt8] {
    var all: [UInt8] = []
    for index in streams.indices where !streams[index].isClosed {
      let (bytes, isClosed) = PipeEnds.readAvailable(streams[index].ends.reader, limit: Self.mostAtOnce)
      streams[index].isClosed = isClosed
      streams[index].kept += bytes
      let surplus = streams[index].kept.count - limit
      // Cut in big steps, because each one moves all that is kept.
      if surplus > limit { streams[index].lose(surplus) }
      all += bytes
    }
    return all
  }
}

extension ChildStreams.Stream {
  /// Bytes of the start that are kept: more than is ever shown of it.
  private static let startBytes = 8192

  fileprivate mutating func lose(_ count: Int) {
    var lost = kept[..<count]
    if start.isEmpty {
      start = Array(lost.prefix(Self.startBytes))
      lost = lost.dropFirst(start.count)
    }
    lostLines += lost.count { $0 == UInt8(ascii: "\n") }
    kept.removeFirst(count)
  }
}

private func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }
