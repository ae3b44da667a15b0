import SystemKit

extension Console {
  /// The exit status of a command whose answer may not have arrived: then it is trouble, whatever the answer was.
  func status(_ status: Int32) -> Int32 {
    guard let failure = outputFailure() else { return status }
    if !failure.isClosedByReader {
      errorLine("grader: standard output could not be written (\(failure.reason)).")
    }
    return ExitStatus.trouble
  }
}
