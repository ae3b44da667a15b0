import JudgeKit
import Testing

@Suite struct LinkJobsTests {
  private func said(_ messages: String...) -> String {
    messages.map { "\($0.utf8.count)\n\($0)\n" }.joined()
  }
  private let extract = #"""
    {
      "kind": "began", "name": "autolink-extract", "pid": 7, "command_executable": "/opt/my swift/extract",
      "command_arguments": ["a.o", "-o", "a.autolink"], "outputs": []
    }
    """#
  private let link = #"""
    {"kind": "began", "command_executable": "/usr/bin/clang", "command_arguments": ["a.o", "-o", "tést"]}
    """#
  private let finished = #"{"kind": "finished", "name": "link", "exit-status": 0}"#

  @Test func `the commands that began are the jobs, in their order`() {
    #expect(
      LinkJobs.read(said(extract, finished, link, finished)) == [
        ["/opt/my swift/extract", "a.o", "-o", "a.autolink"], ["/usr/bin/clang", "a.o", "-o", "tést"],
      ])
  }

  @Test(arguments: [
    "", "ld: warning: something else", "12\n{", "-1\n{}\n", "3\n{}}\n", "2\n{}\n",
    "26\n{\"kind\": \"began\", \"pid\": 7}\n", "7\n{\"kind\"",
  ]) func `what is not understood is no list of jobs`(_ output: String) {
    #expect(LinkJobs.read(output) == nil)
    #expect(LinkJobs.read(said(extract) + output) == (output.isEmpty ? LinkJobs.read(said(extract)) : nil))
  }

  @Test func `a job whose arguments were in a file that is gone cannot be given again`() {
    let job =
      #"{"kind": "began", "command_executable": "/usr/bin/clang", "command_arguments": ["@/nowhere/arguments.resp"]}"#
    #expect(LinkJobs.read(said(extract, job)) == nil)
  }
}
