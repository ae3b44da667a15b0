@testable import AuthoringKit

/// Event streams of real runs, recorded with Swift 6.3.1 on Linux: processes that ended before their time or after it.
///
/// Moments and absolute paths were taken out of the records, and long lines are broken.
extension RecordedStream {
  /// The second of three tests crashes: the stream is cut after its start.
  static let crashed = #"""
    {"kind":"test","payload":{"id":"DNSMessagesTests.CrashTests","kind":"suite","name":"CrashTests",\#
    "sourceLocation":{"column":2,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":31}},\#
    "version":"6.3.0"}
    {"kind":"test","payload":{"displayName":"the first is one",\#
    "id":"DNSMessagesTests.CrashTests\/`the first is one`()\/01-HeaderTests.swift:32:4",\#
    "isParameterized":false,"kind":"function","name":"`the first is one`()","sourceLocation":{"column":4,\#
    "fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":32}},"version":"6.3.0"}
    {"kind":"test","payload":{"displayName":"the last byte is read",\#
    "id":"DNSMessagesTests.CrashTests\/`the last byte is read`()\/01-HeaderTests.swift:33:4",\#
    "isParameterized":false,"kind":"function","name":"`the last byte is read`()",\#
    "sourceLocation":{"column":4,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":33}},\#
    "version":"6.3.0"}
    {"kind":"test","payload":{"displayName":"the third never runs",\#
    "id":"DNSMessagesTests.CrashTests\/`the third never runs`()\/01-HeaderTests.swift:34:4",\#
    "isParameterized":false,"kind":"function","name":"`the third never runs`()",\#
    "sourceLocation":{"column":4,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":34}},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"runStarted","messages":[{"symbol":"default",\#
    "text":"Test run started."},{"symbol":"details",\#
    "text":"Testing Library Version: 6.3.1 (937120cbc281cf2)"},{"symbol":"details",\#
    "text":"Target Platform: x86_64-unknown-linux-gnu"}]},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Suite CrashTests started."}],"testID":"DNSMessagesTests.CrashTests"},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Test \"the first is one\" started."}],\#
    "testID":"DNSMessagesTests.CrashTests\/`the first is one`()\/01-HeaderTests.swift:32:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"pass",\#
    "text":"Test \"the first is one\" passed after 0.001 seconds."}],\#
    "testID":"DNSMessagesTests.CrashTests\/`the first is one`()\/01-HeaderTests.swift:32:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Test \"the last byte is read\" started."}],\#
    "testID":"DNSMessagesTests.CrashTests\/`the last byte is read`()\/01-HeaderTests.swift:33:4"},\#
    "version":"6.3.0"}
    """#

  /// The second of three tests fails, then calls `exit(0)`.
  static let exited = #"""
    {"kind":"test","payload":{"id":"DNSMessagesTests.ExitTests","kind":"suite","name":"ExitTests",\#
    "sourceLocation":{"column":2,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":36}},\#
    "version":"6.3.0"}
    {"kind":"test","payload":{"displayName":"the first is one",\#
    "id":"DNSMessagesTests.ExitTests\/`the first is one`()\/01-HeaderTests.swift:37:4",\#
    "isParameterized":false,"kind":"function","name":"`the first is one`()","sourceLocation":{"column":4,\#
    "fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":37}},"version":"6.3.0"}
    {"kind":"test","payload":{"displayName":"the program goes",\#
    "id":"DNSMessagesTests.ExitTests\/`the program goes`()\/01-HeaderTests.swift:38:4",\#
    "isParameterized":false,"kind":"function","name":"`the program goes`()","sourceLocation":{"column":4,\#
    "fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":38}},"version":"6.3.0"}
    {"kind":"test","payload":{"displayName":"the third never runs",\#
    "id":"DNSMessagesTests.ExitTests\/`the third never runs`()\/01-HeaderTests.swift:39:4",\#
    "isParameterized":false,"kind":"function","name":"`the third never runs`()",\#
    "sourceLocation":{"column":4,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":39}},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"runStarted","messages":[{"symbol":"default",\#
    "text":"Test run started."},{"symbol":"details",\#
    "text":"Testing Library Version: 6.3.1 (937120cbc281cf2)"},{"symbol":"details",\#
    "text":"Target Platform: x86_64-unknown-linux-gnu"}]},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Suite ExitTests started."}],"testID":"DNSMessagesTests.ExitTests"},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Test \"the first is one\" started."}],\#
    "testID":"DNSMessagesTests.ExitTests\/`the first is one`()\/01-HeaderTests.swift:37:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"pass",\#
    "text":"Test \"the first is one\" passed after 0.001 seconds."}],\#
    "testID":"DNSMessagesTests.ExitTests\/`the first is one`()\/01-HeaderTests.swift:37:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Test \"the program goes\" started."}],\#
    "testID":"DNSMessagesTests.ExitTests\/`the program goes`()\/01-HeaderTests.swift:38:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"issue":{"isFailure":true,"isKnown":false,"severity":"error",\#
    "sourceLocation":{"column":50,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":38}},\#
    "kind":"issueRecorded","messages":[{"symbol":"fail","text":"Expectation failed: (one → 1) == 2"}],\#
    "testID":"DNSMessagesTests.ExitTests\/`the program goes`()\/01-HeaderTests.swift:38:4"},\#
    "version":"6.3.0"}
    """#

  /// All has passed, and then the process dies of a signal.
  static let diedLate = #"""
    {"kind":"test","payload":{"id":"DNSMessagesTests.LateTests","kind":"suite","name":"LateTests",\#
    "sourceLocation":{"column":2,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":41}},\#
    "version":"6.3.0"}
    {"kind":"test","payload":{"displayName":"a task goes on after the end",\#
    "id":"DNSMessagesTests.LateTests\/`a task goes on after the end`()\/01-HeaderTests.swift:42:4",\#
    "isParameterized":false,"kind":"function","name":"`a task goes on after the end`()",\#
    "sourceLocation":{"column":4,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":42}},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"runStarted","messages":[{"symbol":"default",\#
    "text":"Test run started."},{"symbol":"details",\#
    "text":"Testing Library Version: 6.3.1 (937120cbc281cf2)"},{"symbol":"details",\#
    "text":"Target Platform: x86_64-unknown-linux-gnu"}]},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Suite LateTests started."}],"testID":"DNSMessagesTests.LateTests"},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Test \"a task goes on after the end\" started."}],\#
    "testID":"DNSMessagesTests.LateTests\/`a task goes on after the end`()\/01-HeaderTests.swift:42:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"pass",\#
    "text":"Test \"a task goes on after the end\" passed after 0.001 seconds."}],\#
    "testID":"DNSMessagesTests.LateTests\/`a task goes on after the end`()\/01-HeaderTests.swift:42:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"pass",\#
    "text":"Suite LateTests passed after 0.001 seconds."}],"testID":"DNSMessagesTests.LateTests"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"runEnded","messages":[{"symbol":"pass",\#
    "text":"Test run with 1 test in 1 suite passed after 0.001 seconds."}]},"version":"6.3.0"}
    """#
}
