/// Event streams of real runs, recorded with Swift 6.3.1 on Linux: tests that prove nothing.
///
/// Moments and absolute paths were taken out of the records, and long lines are broken.
extension RecordedStream {
  /// A test cancels itself; the process ends with status 0.
  static let cancelled = #"""
    {"kind":"test","payload":{"id":"DNSMessagesTests.CancelTests","kind":"suite","name":"CancelTests",\#
    "sourceLocation":{"column":2,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":20}},\#
    "version":"6.3.0"}
    {"kind":"test","payload":{"displayName":"a task that cancels itself",\#
    "id":"DNSMessagesTests.CancelTests\/`a task that cancels itself`()\/01-HeaderTests.swift:21:4",\#
    "isParameterized":false,"kind":"function","name":"`a task that cancels itself`()",\#
    "sourceLocation":{"column":4,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":21}},\#
    "version":"6.3.0"}
    {"kind":"test","payload":{"displayName":"the next one",\#
    "id":"DNSMessagesTests.CancelTests\/`the next one`()\/01-HeaderTests.swift:22:4",\#
    "isParameterized":false,"kind":"function","name":"`the next one`()","sourceLocation":{"column":4,\#
    "fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":22}},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"runStarted","messages":[{"symbol":"default",\#
    "text":"Test run started."},{"symbol":"details",\#
    "text":"Testing Library Version: 6.3.1 (937120cbc281cf2)"},{"symbol":"details",\#
    "text":"Target Platform: x86_64-unknown-linux-gnu"}]},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Suite CancelTests started."}],"testID":"DNSMessagesTests.CancelTests"},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Test \"a task that cancels itself\" started."}],\#
    "testID":"DNSMessagesTests.CancelTests\/`a task that cancels itself`()\/01-HeaderTests.swift:21:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testCancelled","messages":[],\#
    "testID":"DNSMessagesTests.CancelTests\/`a task that cancels itself`()\/01-HeaderTests.swift:21:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testCaseCancelled","messages":[],\#
    "testID":"DNSMessagesTests.CancelTests\/`a task that cancels itself`()\/01-HeaderTests.swift:21:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"skip",\#
    "text":"Test \"a task that cancels itself\" was cancelled after 0.001 seconds: \"enough\""}],\#
    "testID":"DNSMessagesTests.CancelTests\/`a task that cancels itself`()\/01-HeaderTests.swift:21:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Test \"the next one\" started."}],\#
    "testID":"DNSMessagesTests.CancelTests\/`the next one`()\/01-HeaderTests.swift:22:4"},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"pass",\#
    "text":"Test \"the next one\" passed after 0.001 seconds."}],\#
    "testID":"DNSMessagesTests.CancelTests\/`the next one`()\/01-HeaderTests.swift:22:4"},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"pass",\#
    "text":"Suite CancelTests passed after 0.002 seconds."}],"testID":"DNSMessagesTests.CancelTests"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"runEnded","messages":[{"symbol":"pass",\#
    "text":"Test run with 2 tests in 1 suite passed after 0.002 seconds."}]},"version":"6.3.0"}
    """#

  /// A test is disabled; the process ends with status 0.
  static let skipped = #"""
    {"kind":"test","payload":{"id":"DNSMessagesTests.SkipTests","kind":"suite","name":"SkipTests",\#
    "sourceLocation":{"column":2,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":27}},\#
    "version":"6.3.0"}
    {"kind":"test","payload":{"displayName":"a test that is disabled",\#
    "id":"DNSMessagesTests.SkipTests\/`a test that is disabled`()\/01-HeaderTests.swift:28:4",\#
    "isParameterized":false,"kind":"function","name":"`a test that is disabled`()",\#
    "sourceLocation":{"column":4,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":28}},\#
    "version":"6.3.0"}
    {"kind":"test","payload":{"displayName":"the next one",\#
    "id":"DNSMessagesTests.SkipTests\/`the next one`()\/01-HeaderTests.swift:29:4","isParameterized":false,\#
    "kind":"function","name":"`the next one`()","sourceLocation":{"column":4,\#
    "fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":29}},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"runStarted","messages":[{"symbol":"default",\#
    "text":"Test run started."},{"symbol":"details",\#
    "text":"Testing Library Version: 6.3.1 (937120cbc281cf2)"},{"symbol":"details",\#
    "text":"Target Platform: x86_64-unknown-linux-gnu"}]},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Suite SkipTests started."}],"testID":"DNSMessagesTests.SkipTests"},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testSkipped","messages":[{"symbol":"skip",\#
    "text":"Test \"a test that is disabled\" skipped: \"later\""}],\#
    "testID":"DNSMessagesTests.SkipTests\/`a test that is disabled`()\/01-HeaderTests.swift:28:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Test \"the next one\" started."}],\#
    "testID":"DNSMessagesTests.SkipTests\/`the next one`()\/01-HeaderTests.swift:29:4"},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"pass",\#
    "text":"Test \"the next one\" passed after 0.001 seconds."}],\#
    "testID":"DNSMessagesTests.SkipTests\/`the next one`()\/01-HeaderTests.swift:29:4"},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"pass",\#
    "text":"Suite SkipTests passed after 0.001 seconds."}],"testID":"DNSMessagesTests.SkipTests"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"runEnded","messages":[{"symbol":"pass",\#
    "text":"Test run with 2 tests in 1 suite passed after 0.002 seconds."}]},"version":"6.3.0"}
    """#
}
