import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Does work that blocks on threads beside the loop, and brings what comes of it back to the loop.
package final class WorkThreads<Result: Sendable>: EventLoop.Handler {
  /// Threads at one time; further work waits. Each waits for the network almost all of its time.
  private static var maximumThreads: Int { 64 }

  private struct Job {
    let work: @Sendable () -> Result
    let completion: (Result) -> Void
  }

  private final class Mailbox: Sendable {
    let results = Mutex<[(id: Int, result: Result)]>([])
    let writer: Int32
    init(writer: Int32) { self.writer = writer }

    func put(_ id: Int, _ result: Result) {
      results.withLock { $0.append((id, result)) }
      wake(writer)
    }
  }

  private let reader: Int32
  private let mailbox: Mailbox
  private var running: [Int: (Result) -> Void] = [:]
  private var queue: [Job] = []
  private var lastID = 0

  package init(on loop: EventLoop) throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SystemError("cannot make a pipe") }
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    reader = ends[0]
    mailbox = Mailbox(writer: ends[1])
    loop.watch(reader, for: POLLIN, self)
  }

  /// Does the work on another thread, and then calls `completion` on this one.
  package func run(_ work: @escaping @Sendable () -> Result, completion: @escaping (Result) -> Void) {
    queue.append(Job(work: work, completion: completion))
    startMore()
  }

  package func ready(_ events: Int32) {
    var bytes = [UInt8](repeating: 0, count: 1_024)
    while read(reader, &bytes, bytes.count) > 0 {}
    let results = mailbox.results.withLock { results in
      defer { results = [] }
      return results
    }
    for (id, result) in results { running.removeValue(forKey: id)?(result) }
    startMore()
  }

  package func tick(now: Int64) {}

  private func startMore() {
    while running.count < Self.maximumThreads, !queue.isEmpty {
      let job = queue.removeFirst()
      lastID += 1
      running[lastID] = job.completion
      startThread { [id = lastID, mailbox, work = job.work] in mailbox.put(id, work()) }
    }
  }
}

private func wake(_ descriptor: Int32) { _ = write(descriptor, "!", 1) }

/// What a thread is started with.
private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Starts a thread that nobody waits for. Where the system has none left, the work is done here.
private func startThread(_ run: @escaping @Sendable () -> Void) {
  let body = Unmanaged.passRetained(ThreadBody(run))
  #if canImport(Glibc)
    var thread = pthread_t()
    let code = pthread_create(&thread, nil, { runBody($0) }, body.toOpaque())
    if code == 0 { pthread_detach(thread) }
  #else
    var thread: pthread_t?
    let code = pthread_create(&thread, nil, { runBody($0) }, body.toOpaque())
    if code == 0, let thread { pthread_detach(thread) }
  #endif
  if code != 0 { body.takeRetainedValue().run() }
}

private func runBody(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run() }
  return nil
}
