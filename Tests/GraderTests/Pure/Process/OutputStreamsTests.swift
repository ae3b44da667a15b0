import Foundation
import Testing

@testable import GraderKit
@testable import SystemKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is written arrives whole, or it is known that it did not.
@Suite(.timeLimit(.minutes(20))) struct OutputStreamsTests {
  @Test func `a pipe that is full and does not block gets all of it`() throws {
    let ends = try PipeEnds()
    defer { close(ends.reader) }
    PipeEnds.makeNonblocking(ends.writer)
    let text = String(repeating: "0123456789", count: 50_000)
    // The reader takes only as much as it is given room for.
    let reading = Thread.reading(ends.reader, until: text.utf8.count)
    #expect(OutputStreams.write(text, to: ends.writer) == nil)
    close(ends.writer)
    #expect(reading() == Array(text.utf8))
  }

  @Test func `a reader that is gone is known`() throws {
    signal(SIGPIPE, SIG_IGN)
    let ends = try PipeEnds()
    close(ends.reader)
    defer { close(ends.writer) }
    #expect(OutputStreams.write("word", to: ends.writer) == EPIPE)
  }

  #if os(Linux)
    @Test func `a disk that is full is known`() throws {
      let full = open("/dev/full", O_WRONLY | O_CLOEXEC)
      defer { close(full) }
      #expect(OutputStreams.write("word", to: full) == ENOSPC)
    }
  #endif

  @Test func `an answer that did not arrive is trouble`() {
    var console = Console.silent()
    nonisolated(unsafe) var errors = ""
    console.writeError = { errors += $0 }
    #expect(console.status(ExitStatus.success) == ExitStatus.success)
    #expect(console.status(ExitStatus.unsolved) == ExitStatus.unsolved)
    console.outputFailure = { .init(isClosedByReader: true, reason: "Broken pipe") }
    #expect(console.status(ExitStatus.success) == ExitStatus.trouble)
    #expect(errors == "", "the reader has enough and needs no word")
    console.outputFailure = { .init(isClosedByReader: false, reason: "No space left on device") }
    #expect(console.status(ExitStatus.success) == ExitStatus.trouble)
    #expect(errors == "grader: standard output could not be written (No space left on device).\n")
  }
}

extension Thread {
  /// Begins to read so many bytes beside this thread; the result is waited for.
  fileprivate static func reading(_ descriptor: Int32, until count: Int) -> () -> [UInt8] {
    nonisolated(unsafe) var all: [UInt8] = []
    let done = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      var buffer = [UInt8](repeating: 0, count: 4096)
      while all.count < count {
        let got = read(descriptor, &buffer, buffer.count)
        if got < 0, errno == EINTR { continue }
        if got <= 0 { break }
        all += buffer[..<got]
      }
      done.signal()
    }
    return {
      done.wait()
      return all
    }
  }
}
