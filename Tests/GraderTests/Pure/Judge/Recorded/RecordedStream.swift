@testable import AuthoringKit

/// Event streams of real runs, recorded with Swift 6.3.1 on Linux: runs that came to their end.
///
/// Moments and absolute paths were taken out of the records, and long lines are broken.
enum RecordedStream {
  /// Two tests, and both pass.
  static let passed = #"""
    {"kind":"test","payload":{"id":"DNSMessagesTests.PassTests","kind":"suite","name":"PassTests",\#
    "sourceLocation":{"column":2,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":7}},\#
    "version":"6.3.0"}
    {"kind":"test","payload":{"displayName":"the first is one",\#
    "id":"DNSMessagesTests.PassTests\/`the first is one`()\/01-HeaderTests.swift:9:4",\#
    "isParameterized":false,"kind":"function","name":"`the first is one`()","sourceLocation":{"column":4,\#
    "fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":9}},"version":"6.3.0"}
    {"kind":"test","payload":{"displayName":"the second is two",\#
    "id":"DNSMessagesTests.PassTests\/`the second is two`()\/01-HeaderTests.swift:10:4",\#
    "isParameterized":false,"kind":"function","name":"`the second is two`()","sourceLocation":{"column":4,\#
    "fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":10}},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"runStarted","messages":[{"symbol":"default",\#
    "text":"Test run started."},{"symbol":"details",\#
    "text":"Testing Library Version: 6.3.1 (937120cbc281cf2)"},{"symbol":"details",\#
    "text":"Target Platform: x86_64-unknown-linux-gnu"}]},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Suite PassTests started."}],"testID":"DNSMessagesTests.PassTests"},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Test \"the first is one\" started."}],\#
    "testID":"DNSMessagesTests.PassTests\/`the first is one`()\/01-HeaderTests.swift:9:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"pass",\#
    "text":"Test \"the first is one\" passed after 0.001 seconds."}],\#
    "testID":"DNSMessagesTests.PassTests\/`the first is one`()\/01-HeaderTests.swift:9:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Test \"the second is two\" started."}],\#
    "testID":"DNSMessagesTests.PassTests\/`the second is two`()\/01-HeaderTests.swift:10:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"pass",\#
    "text":"Test \"the second is two\" passed after 0.001 seconds."}],\#
    "testID":"DNSMessagesTests.PassTests\/`the second is two`()\/01-HeaderTests.swift:10:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"pass",\#
    "text":"Suite PassTests passed after 0.002 seconds."}],"testID":"DNSMessagesTests.PassTests"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"runEnded","messages":[{"symbol":"pass",\#
    "text":"Test run with 2 tests in 1 suite passed after 0.002 seconds."}]},"version":"6.3.0"}
    """#

  /// The second test fails; the process ends with status 1.
  static let failed = #"""
    {"kind":"test","payload":{"id":"DNSMessagesTests.FailTests","kind":"suite","name":"FailTests",\#
    "sourceLocation":{"column":2,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":12}},\#
    "version":"6.3.0"}
    {"kind":"test","payload":{"displayName":"the first is one",\#
    "id":"DNSMessagesTests.FailTests\/`the first is one`()\/01-HeaderTests.swift:13:4",\#
    "isParameterized":false,"kind":"function","name":"`the first is one`()","sourceLocation":{"column":4,\#
    "fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":13}},"version":"6.3.0"}
    {"kind":"test","payload":{"displayName":"the id is big-endian",\#
    "id":"DNSMessagesTests.FailTests\/`the id is big-endian`()\/01-HeaderTests.swift:14:4",\#
    "isParameterized":false,"kind":"function","name":"`the id is big-endian`()",\#
    "sourceLocation":{"column":4,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":14}},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"runStarted","messages":[{"symbol":"default",\#
    "text":"Test run started."},{"symbol":"details",\#
    "text":"Testing Library Version: 6.3.1 (937120cbc281cf2)"},{"symbol":"details",\#
    "text":"Target Platform: x86_64-unknown-linux-gnu"}]},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Suite FailTests started."}],"testID":"DNSMessagesTests.FailTests"},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Test \"the first is one\" started."}],\#
    "testID":"DNSMessagesTests.FailTests\/`the first is one`()\/01-HeaderTests.swift:13:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"pass",\#
    "text":"Test \"the first is one\" passed after 0.001 seconds."}],\#
    "testID":"DNSMessagesTests.FailTests\/`the first is one`()\/01-HeaderTests.swift:13:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Test \"the id is big-endian\" started."}],\#
    "testID":"DNSMessagesTests.FailTests\/`the id is big-endian`()\/01-HeaderTests.swift:14:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"issue":{"isFailure":true,"isKnown":false,"severity":"error",\#
    "sourceLocation":{"column":58,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":14}},\#
    "kind":"issueRecorded","messages":[{"symbol":"fail",\#
    "text":"Expectation failed: (id → 13330) == (0x1234 → 4660)"},{"symbol":"details",\#
    "text":"0x12 0x34 is 0x1234"}],\#
    "testID":"DNSMessagesTests.FailTests\/`the id is big-endian`()\/01-HeaderTests.swift:14:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"fail",\#
    "text":"Test \"the id is big-endian\" failed after 0.001 seconds with 1 issue."}],\#
    "testID":"DNSMessagesTests.FailTests\/`the id is big-endian`()\/01-HeaderTests.swift:14:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"fail",\#
    "text":"Suite FailTests failed after 0.001 seconds with 1 issue."}],\#
    "testID":"DNSMessagesTests.FailTests"},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"runEnded","messages":[{"symbol":"fail",\#
    "text":"Test run with 2 tests in 1 suite failed after 0.002 seconds with 1 issue."}]},"version":"6.3.0"}
    """#
}
