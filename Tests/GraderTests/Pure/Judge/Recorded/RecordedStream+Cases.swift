@testable import AuthoringKit

/// Event streams of real runs, recorded with Swift 6.3.1 on Linux: cases of one test.
///
/// Moments and absolute paths were taken out of the records, and long lines are broken.
extension RecordedStream {
  /// Two of three cases of a test fail; the other test has no sentence for a name.
  static let parameterized = #"""
    {"kind":"test","payload":{"id":"DNSMessagesTests.CaseTests","kind":"suite","name":"CaseTests",\#
    "sourceLocation":{"column":2,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":16}},\#
    "version":"6.3.0"}
    {"kind":"test","payload":{"displayName":"an index that is not there is an error",\#
    "id":"DNSMessagesTests.CaseTests\/`an index that is not there is an error`(index:)\/01-HeaderTests.swift:17:4",\#
    "isParameterized":true,"kind":"function","name":"`an index that is not there is an error`(index:)",\#
    "sourceLocation":{"column":4,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":17}},\#
    "version":"6.3.0"}
    {"kind":"test","payload":{"id":"DNSMessagesTests.CaseTests\/plain()\/01-HeaderTests.swift:18:4",\#
    "isParameterized":false,"kind":"function","name":"plain()","sourceLocation":{"column":4,\#
    "fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":18}},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"runStarted","messages":[{"symbol":"default",\#
    "text":"Test run started."},{"symbol":"details",\#
    "text":"Testing Library Version: 6.3.1 (937120cbc281cf2)"},{"symbol":"details",\#
    "text":"Target Platform: x86_64-unknown-linux-gnu"}]},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Suite CaseTests started."}],"testID":"DNSMessagesTests.CaseTests"},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Test \"an index that is not there is an error\" started."}],\#
    "testID":"DNSMessagesTests.CaseTests\/`an index that is not there is an error`(index:)\/01-HeaderTests.swift:17:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testCaseStarted","messages":[{"symbol":"default",\#
    "text":"Test case passing 1 argument index → -1 to \"an index that is not there is an error\" started."}],\#
    "testID":"DNSMessagesTests.CaseTests\/`an index that is not there is an error`(index:)\/01-HeaderTests.swift:17:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"issue":{"isFailure":true,"isKnown":false,"severity":"error",\#
    "sourceLocation":{"column":92,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":17}},\#
    "kind":"issueRecorded","messages":[{"symbol":"fail",\#
    "text":"Expectation failed: (index → -1) == 2"},{"symbol":"details","text":"index -1"}],\#
    "testID":"DNSMessagesTests.CaseTests\/`an index that is not there is an error`(index:)\/01-HeaderTests.swift:17:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testCaseEnded","messages":[],\#
    "testID":"DNSMessagesTests.CaseTests\/`an index that is not there is an error`(index:)\/01-HeaderTests.swift:17:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testCaseStarted","messages":[{"symbol":"default",\#
    "text":"Test case passing 1 argument index → 2 to \"an index that is not there is an error\" started."}],\#
    "testID":"DNSMessagesTests.CaseTests\/`an index that is not there is an error`(index:)\/01-HeaderTests.swift:17:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testCaseEnded","messages":[],\#
    "testID":"DNSMessagesTests.CaseTests\/`an index that is not there is an error`(index:)\/01-HeaderTests.swift:17:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testCaseStarted","messages":[{"symbol":"default",\#
    "text":"Test case passing 1 argument index → 7 to \"an index that is not there is an error\" started."}],\#
    "testID":"DNSMessagesTests.CaseTests\/`an index that is not there is an error`(index:)\/01-HeaderTests.swift:17:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"issue":{"isFailure":true,"isKnown":false,"severity":"error",\#
    "sourceLocation":{"column":92,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":17}},\#
    "kind":"issueRecorded","messages":[{"symbol":"fail",\#
    "text":"Expectation failed: (index → 7) == 2"},{"symbol":"details","text":"index 7"}],\#
    "testID":"DNSMessagesTests.CaseTests\/`an index that is not there is an error`(index:)\/01-HeaderTests.swift:17:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testCaseEnded","messages":[],\#
    "testID":"DNSMessagesTests.CaseTests\/`an index that is not there is an error`(index:)\/01-HeaderTests.swift:17:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"fail",\#
    "text":"Test \"an index that is not there is an error\" with 3 test cases failed after 0.002 seconds with 2 issues."}],\#
    "testID":"DNSMessagesTests.CaseTests\/`an index that is not there is an error`(index:)\/01-HeaderTests.swift:17:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Test plain() started."}],\#
    "testID":"DNSMessagesTests.CaseTests\/plain()\/01-HeaderTests.swift:18:4"},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"pass",\#
    "text":"Test plain() passed after 0.001 seconds."}],\#
    "testID":"DNSMessagesTests.CaseTests\/plain()\/01-HeaderTests.swift:18:4"},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"fail",\#
    "text":"Suite CaseTests failed after 0.003 seconds with 2 issues."}],\#
    "testID":"DNSMessagesTests.CaseTests"},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"runEnded","messages":[{"symbol":"fail",\#
    "text":"Test run with 2 tests in 1 suite failed after 0.004 seconds with 2 issues."}]},\#
    "version":"6.3.0"}
    """#

  /// Each case of a test cancels itself; the process ends with status 0.
  static let caseCancelled = #"""
    {"kind":"test","payload":{"id":"DNSMessagesTests.CaseCancelTests","kind":"suite",\#
    "name":"CaseCancelTests","sourceLocation":{"column":2,"fileID":"DNSMessagesTests\/01-HeaderTests.swift",\#
    "line":24}},"version":"6.3.0"}
    {"kind":"test","payload":{"displayName":"a case that cancels itself",\#
    "id":"DNSMessagesTests.CaseCancelTests\/`a case that cancels itself`(index:)\/01-HeaderTests.swift:25:4",\#
    "isParameterized":true,"kind":"function","name":"`a case that cancels itself`(index:)",\#
    "sourceLocation":{"column":4,"fileID":"DNSMessagesTests\/01-HeaderTests.swift","line":25}},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"runStarted","messages":[{"symbol":"default",\#
    "text":"Test run started."},{"symbol":"details",\#
    "text":"Testing Library Version: 6.3.1 (937120cbc281cf2)"},{"symbol":"details",\#
    "text":"Target Platform: x86_64-unknown-linux-gnu"}]},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Suite CaseCancelTests started."}],"testID":"DNSMessagesTests.CaseCancelTests"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testStarted","messages":[{"symbol":"default",\#
    "text":"Test \"a case that cancels itself\" started."}],\#
    "testID":"DNSMessagesTests.CaseCancelTests\/`a case that cancels itself`(index:)\/01-HeaderTests.swift:25:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testCaseStarted","messages":[{"symbol":"default",\#
    "text":"Test case passing 1 argument index → 1 to \"a case that cancels itself\" started."}],\#
    "testID":"DNSMessagesTests.CaseCancelTests\/`a case that cancels itself`(index:)\/01-HeaderTests.swift:25:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testCaseCancelled","messages":[],\#
    "testID":"DNSMessagesTests.CaseCancelTests\/`a case that cancels itself`(index:)\/01-HeaderTests.swift:25:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testCaseEnded","messages":[],\#
    "testID":"DNSMessagesTests.CaseCancelTests\/`a case that cancels itself`(index:)\/01-HeaderTests.swift:25:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testCaseStarted","messages":[{"symbol":"default",\#
    "text":"Test case passing 1 argument index → 2 to \"a case that cancels itself\" started."}],\#
    "testID":"DNSMessagesTests.CaseCancelTests\/`a case that cancels itself`(index:)\/01-HeaderTests.swift:25:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testCaseCancelled","messages":[],\#
    "testID":"DNSMessagesTests.CaseCancelTests\/`a case that cancels itself`(index:)\/01-HeaderTests.swift:25:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testCaseEnded","messages":[],\#
    "testID":"DNSMessagesTests.CaseCancelTests\/`a case that cancels itself`(index:)\/01-HeaderTests.swift:25:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"pass",\#
    "text":"Test \"a case that cancels itself\" with 2 test cases passed after 0.001 seconds."}],\#
    "testID":"DNSMessagesTests.CaseCancelTests\/`a case that cancels itself`(index:)\/01-HeaderTests.swift:25:4"},\#
    "version":"6.3.0"}
    {"kind":"event","payload":{"kind":"testEnded","messages":[{"symbol":"pass",\#
    "text":"Suite CaseCancelTests passed after 0.001 seconds."}],\#
    "testID":"DNSMessagesTests.CaseCancelTests"},"version":"6.3.0"}
    {"kind":"event","payload":{"kind":"runEnded","messages":[{"symbol":"pass",\#
    "text":"Test run with 1 test in 1 suite passed after 0.002 seconds."}]},"version":"6.3.0"}
    """#
}
