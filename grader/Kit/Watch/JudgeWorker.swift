import CurriculumKit
import Foundation
import Synchronization
import SystemKit

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
    /// What is being done for it.
    var doing: String?
  }

  private let session: Session
  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "judge")
  /// Woken when an answer is there.
  let bell: WakePipe

  init(_ session: Session) throws {
    self.session = session
    bell = try WakePipe()
  }

  var isBusy: Bool { state.withLock { $0.isBusy } }

  /// What is being done for the newest order.
  var doing: String? { state.withLock { $0.doing } }

  func judge(_ exercise: Exercise) {
    let order = state.withLock { state in
      state.order += 1
      state.isBusy = true
      state.answer = nil
      state.doing = nil
      return state.order
    }
    queue.async { [self] in
      guard isNewest(order) else { return }
      var session = session
      session.isCancelled = { [weak self] in self?.isNewest(order) != true }
      session.heard = { [weak self] doing in
        self?.state.withLock { if $0.order == order { $0.doing = doing } }
      }
      let answer = Self.answer(exercise, session)
      let isWanted = state.withLock { state in
        guard state.order == order else { return false }
        state.answer = answer
        state.isBusy = false
        return true
      }
      if isWanted { bell.wake() }
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
    bell.clear()
    return state.withLock { state in
      defer { state.answer = nil }
      return state.answer
    }
  }

  private func isNewest(_ order: Int) -> Bool { state.withLock { $0.order == order } }

  private static func answer(_ exercise: Exercise, _ session: Session) -> Answer {
    do {
      let subject = try Subject.exercises(session.curriculum, of: [exercise.chapter])
      return .report(session.report(try session.judge([exercise], of: subject), of: subject))
    } catch {
      return .trouble("\(error)")
    }
  }
}
