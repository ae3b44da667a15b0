import Testing

@testable import SystemKit

@Suite struct OwnTimeTests {
  /// A thread's counts after each tenth of a second.
  private func seconds(_ threads: [[OwnTime.Thread]]) -> Double {
    var time = OwnTime()
    for threads in threads { time.add(0.1, threads) }
    return (time.seconds * 1000).rounded() / 1000
  }

  private func thread(
    _ id: Int32 = 1, ran: Double = 0, waited: Double? = 0, isReady: Bool = true
  ) -> OwnTime.Thread {
    OwnTime.Thread(id: id, ran: ran, waited: waited, isReady: isReady)
  }

  @Test func `a thread that runs all the time uses all of it`() {
    #expect(seconds((1...10).map { [thread(ran: 0.1 * Double($0))] }) == 1)
  }

  @Test func `a thread that sleeps or is deadlocked uses all of it`() {
    #expect(seconds((1...10).map { _ in [thread(ran: 0.01, isReady: false)] }) == 1)
  }

  @Test func `of a thread that waits for a processor half of the time half is used`() {
    #expect(seconds((1...10).map { [thread(ran: 0.05 * Double($0), waited: 0.05 * Double($0))] }) == 0.5)
  }

  @Test func `a thread that is not run at all uses nothing, before the system counts its wait and after`() {
    let still = Array(repeating: [thread(ran: 0.1)], count: 9)
    #expect(seconds([[thread(ran: 0.1)]] + still) == 0.1)
    #expect(seconds([[thread(ran: 0.1)]] + still + [[thread(ran: 0.2, waited: 0.9)]]) == 0.2)
  }

  @Test func `where one thread runs, what another waits is no loss`() {
    #expect(
      seconds((1...10).map { [thread(1, ran: 0.1 * Double($0)), thread(2, waited: 0.1 * Double($0))] }) == 1)
  }

  @Test func `a thread that sleeps beside one that waits is no excuse`() {
    #expect(
      seconds((1...10).map { [thread(1, isReady: false), thread(2, waited: 0.1 * Double($0))] }) == 0)
  }

  @Test func `threads come and go`() {
    #expect(seconds([[thread(1, ran: 0.1)], [thread(2, ran: 0.1)], []]) == 0.3)
  }

  @Test func `a system that counts no waits tells who is ready`() {
    #expect(seconds((1...10).map { [thread(ran: 0.05 * Double($0), waited: nil)] }) == 0.5)
    #expect(seconds((1...10).map { _ in [thread(waited: nil, isReady: false)] }) == 1)
  }

  @Test func `an interval that nobody watched counts for little`() {
    var time = OwnTime()
    time.add(3600, [thread(isReady: false)])
    #expect(time.seconds == OwnTime.longestInterval)
  }
}
