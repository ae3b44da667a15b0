import CurriculumKit
import SystemKit

/// Where a test hung: the learner's function, and the line on which its declaration begins.
///
/// The line that the backtrace has is not reported. It is that of the one instruction at which the process was asked, which is
/// another one each time, and of an endless loop's instructions many have none.
struct HangPlace {
  let function: String
  /// The absolute path of the file.
  let path: String
  /// Nil where the source does not declare the function by that name, or more than once.
  let line: Int?

  init(_ frame: BacktraceFrame, sources: [SourceFile]) {
    let name = RuntimeName(frame.function)
    function = name.function
    path = frame.path
    let source = sources.first { frame.path.hasSuffix("/\($0.name)") }
    line = source.flatMap {
      DeclaredFunctions(String(decoding: $0.content.bytes, as: UTF8.self)).line(of: name.declared)
    }
  }
}
