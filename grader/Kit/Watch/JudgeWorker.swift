import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Judges one exercise beside the screen. A new order gives up the one before: its answer is never told.
final class JudgeWorker: Sendable {
  enum Answer: Sendable {
    case report(Report)
    case trouble(String)
  }

  private struct State {
    /// The newest order.
    var order = 0
    var answer: Answer?
    var isBusy = false
  }

  private let session: Session
  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "judge")
  /// Becomes readable when an answer is there.
  let bell: Int32
  private let rope: Int32

  init(_ session: Session) {
    self.session = session
    var ends: [Int32] = [0, 0]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      }
    }
    (bell, rope) = (ends[0], ends[1])
  }

  var isBusy: Bool { state.withLock { $0.isBusy } }

  func judge(_ exercise: Exercise) {
    let order = state.withLock { state in
      state.order += 1
      state.isBusy = true
      state.answer = nil
      return state.order
    }
    queue.async { [self] in
      guard isNewest(order) else { return }
      var session = session
      session.isCancelled = { [weak self] in self?.isNewest(order) != true }
      let answer = Self.answer(exercise, session)
      let isWanted = state.withLock { state in
        guard state.order == order else { return false }
        state.answer = answer
        state.isBusy = false
        return true
      }
      if isWanted { _ = write(rope, "!", 1) }
    }
  }

  /// Gives up what is going on.
  func cancel() {
    state.withLock { state in
      state.order += 1
      state.isBusy = false
    }
  }

  /// The newest answer, once.
  func take() -> Answer? {
    var byte: UInt8 = 0
    while read(bell, &byte, 1) > 0 {}
    return state.withLock { state in
      defer { state.answer = nil }
      return state.answer
    }
  }

  private func isNewest(_ order: Int) -> Bool { state.withLock { $0.order == order } }

  private static func answer(_ exercise: Exercise, _ session: Session) -> Answer {
    do {
      let subject = try Subject.exercises(session.curriculum, of: [exercise.chapter])
      return .report(session.report(try session.judge([exercise], of: subject), of: subject.kind))
    } catch {
      return .trouble("\(error)")
    }
  }
}
