#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Waits for many sockets at once with `poll`, and tells whoever owns the one that is ready. One thread does everything.
package final class EventLoop {
  /// Who is told.
  package protocol Handler: AnyObject {
    /// Poll's events: `POLLIN`, `POLLOUT`, `POLLHUP`, `POLLERR`.
    func ready(_ events: Int32)
    /// Some time has passed: end what has waited too long.
    func tick(now: Int64)
  }

  /// How often `tick` comes: time limits are whole seconds, so this is fine enough.
  private static let tickMilliseconds: Int64 = 250

  private var polled: [pollfd] = []
  private var handlers: [any Handler] = []
  /// The place of a descriptor in both, by the descriptor, or -1. Descriptors are small numbers.
  private var places: [Int] = []
  private var timers = TimerQueue()
  /// Where octets come to before their connection takes them; one read asks for as many as it holds.
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)
  private var isStopped = false

  package init() {}

  deinit { buffer.deallocate() }

  /// Milliseconds since some moment; it is never set back.
  package static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// Waits for these events of a descriptor too. Hang-up and errors are told in any case.
  package func watch(_ descriptor: Int32, for events: Int32, _ handler: any Handler) {
    while places.count <= Int(descriptor) { places.append(-1) }
    if places[Int(descriptor)] >= 0 {
      polled[places[Int(descriptor)]].events = Int16(events)
      return
    }
    places[Int(descriptor)] = polled.count
    polled.append(pollfd(fd: descriptor, events: Int16(events), revents: 0))
    handlers.append(handler)
  }

  /// Does not wait for this descriptor any more. Call it before it is closed.
  package func forget(_ descriptor: Int32) {
    guard places.indices.contains(Int(descriptor)), places[Int(descriptor)] >= 0 else { return }
    let place = places[Int(descriptor)]
    places[Int(descriptor)] = -1
    let (lastPolled, lastHandler) = (polled.removeLast(), handlers.removeLast())
    guard place < polled.count else { return }
    polled[place] = lastPolled
    handlers[place] = lastHandler
    places[Int(lastPolled.fd)] = place
  }

  /// Calls `body` once, so many milliseconds from now.
  package func after(_ milliseconds: Int64, _ body: @escaping () -> Void) {
    timers.add(at: Self.now + max(0, milliseconds), body)
  }

  package func stop() { isStopped = true }

  /// Waits and tells until it is stopped.
  package func run() throws {
    var next = Self.now + Self.tickMilliseconds
    while !isStopped {
      let wake = min(next, timers.first ?? .max)
      let count = poll(&polled, nfds_t(polled.count), Int32(max(0, wake - Self.now)))
      guard count >= 0 || errno == EINTR else { throw SystemError("cannot wait for sockets") }
      if count > 0 { tellReady(count) }
      let now = Self.now
      for body in timers.takeDue(now) { body() }
      guard now >= next else { continue }
      for handler in handlers { handler.tick(now: now) }
      next = now + Self.tickMilliseconds
    }
  }

  /// Whoever is told may forget descriptors and watch new ones, so the places are read before anybody is told.
  private func tellReady(_ count: Int32) {
    var ready: [(descriptor: Int32, events: Int32, handler: any Handler)] = []
    ready.reserveCapacity(Int(count))
    for place in polled.indices where polled[place].revents != 0 {
      ready.append((polled[place].fd, Int32(polled[place].revents), handlers[place]))
      if ready.count == Int(count) { break }
    }
    for (descriptor, events, handler) in ready {
      let place = places[Int(descriptor)]
      if place >= 0, handlers[place] === handler { handler.ready(events) }
    }
  }
}
