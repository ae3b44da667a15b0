@testable import AuthoringKit

/// Event streams of real runs, recorded with Swift 6.3.1 on Linux: issues that no test is failed by.
///
/// Moments and absolute paths were taken out of the records, and long lines are broken.
extension RecordedStream {
  /// A known issue and a warning: neither fails a test.
  static let known = #"""
    {"kind":"test","payload":{"id":"DNSMessagesTests.KnownTests","kind":"suite","name":"KnownTests",\#
    "sourceLocation":{"column":2,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":44}},\#
    "version":"6.3.0"}
    {"kind":"test","payload":{"displayName":"a known issue is none",\#
    "id":"DNSMessagesTests.KnownTests\/`a known issue is none`()\/01-HeaderTests.swift:45:4",\#
    "isParameterized":false,"kind":"function","name":"`a known issue is none`()",\#
    "sourceLocation":{"column":4,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":45}},\#
    "version":"6.3.0"}
    {"kind":"test","payload":{"displayName":"a warning is none",\#
    "id":"DNSMessagesTests.KnownTests\/`a warning is none`()\/01-HeaderTests.swift:46:4",\#
    "isParameterized":false,"kind":"function","name":"`a warning is none`()","sourceLocation":{"column":4,\#
    "fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":46}},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"runStarted","messages":[{"symbol":"default",\#
    "text":"Test run started."},{"symbol":"details",\#
    "text":"Testing Library Version: 6.3.1 (937120cbc281cf2)"},{"symbol":"details",\#
    "text":"Target Platform: x86_64-unknown-linux-gnu"}]},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Suite KnownTests started."}],"testID":"DNSMessagesTests.KnownTests"},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Test \"a known issue is none\" started."}],\#
    "testID":"DNSMessagesTests.KnownTests\/`a known issue is none`()\/01-HeaderTests.swift:45:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"issue":{"isFailure":false,"isKnown":true,"severity":"error",\#
    "sourceLocation":{"column":59,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":45}},\#
    "kind":"issueRecorded","messages":[{"symbol":"passWithKnownIssue","text":"Expectation failed: 1 == 2"}],\#
    "testID":"DNSMessagesTests.KnownTests\/`a known issue is none`()\/01-HeaderTests.swift:45:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"passWithKnownIssue",\#
    "text":"Test \"a known issue is none\" passed after 0.001 seconds with 1 known issue."}],\#
    "testID":"DNSMessagesTests.KnownTests\/`a known issue is none`()\/01-HeaderTests.swift:45:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Test \"a warning is none\" started."}],\#
    "testID":"DNSMessagesTests.KnownTests\/`a warning is none`()\/01-HeaderTests.swift:46:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"issue":{"isFailure":false,"isKnown":false,"severity":"warning",\#
    "sourceLocation":{"column":50,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":46}},\#
    "kind":"issueRecorded","messages":[{"symbol":"warning","text":"Issue recorded"},{"symbol":"details",\#
    "text":"be careful"}],\#
    "testID":"DNSMessagesTests.KnownTests\/`a warning is none`()\/01-HeaderTests.swift:46:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"pass",\#
    "text":"Test \"a warning is none\" passed after 0.001 seconds with 1 warning."}],\#
    "testID":"DNSMessagesTests.KnownTests\/`a warning is none`()\/01-HeaderTests.swift:46:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"passWithKnownIssue",\#
    "text":"Suite KnownTests passed after 0.002 seconds with 1 warning and 1 known issue."}],\#
    "testID":"DNSMessagesTests.KnownTests"},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"runEnded","messages":[{"symbol":"passWithKnownIssue",\#
    "text":"Test run with 2 tests in 1 suite passed after 0.003 seconds with 1 warning and 1 known issue."}]},\#
    "version":"6.3.0"}
    """#

  /// An issue that was recorded outside of any test; the process ends with status 1.
  static let nobodys = #"""
    {"kind":"test","payload":{"id":"DNSMessagesTests.LateIssueTests","kind":"suite","name":"LateIssueTests",\#
    "sourceLocation":{"column":2,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":48}},\#
    "version":"6.3.0"}
    {"kind":"test","payload":{"displayName":"an issue of nobody's",\#
    "id":"DNSMessagesTests.LateIssueTests\/`an issue of nobody's`()\/01-HeaderTests.swift:49:4",\#
    "isParameterized":false,"kind":"function","name":"`an issue of nobody's`()",\#
    "sourceLocation":{"column":4,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":49}},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"runStarted","messages":[{"symbol":"default",\#
    "text":"Test run started."},{"symbol":"details",\#
    "text":"Testing Library Version: 6.3.1 (937120cbc281cf2)"},{"symbol":"details",\#
    "text":"Target Platform: x86_64-unknown-linux-gnu"}]},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Suite LateIssueTests started."}],"testID":"DNSMessagesTests.LateIssueTests"},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Test \"an issue of nobody's\" started."}],\#
    "testID":"DNSMessagesTests.LateIssueTests\/`an issue of nobody's`()\/01-HeaderTests.swift:49:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"issue":{"isFailure":true,"isKnown":false,"severity":"error",\#
    "sourceLocation":{"column":69,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":49}},\#
    "kind":"issueRecorded","messages":[{"symbol":"fail","text":"Issue recorded"},{"symbol":"details",\#
    "text":"who was it?"}]},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"pass",\#
    "text":"Test \"an issue of nobody's\" passed after 0.050 seconds."}],\#
    "testID":"DNSMessagesTests.LateIssueTests\/`an issue of nobody's`()\/01-HeaderTests.swift:49:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"pass",\#
    "text":"Suite LateIssueTests passed after 0.051 seconds."}],"testID":"DNSMessagesTests.LateIssueTests"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"runEnded","messages":[{"symbol":"fail",\#
    "text":"Test run with 1 test in 1 suite failed after 0.052 seconds with 1 issue."}]},"version":"6.3.0"}
    """#
}
