import Foundation
import Testing

@testable import SystemKit

/// What cannot be started is trouble, and never looks like an ending of the program.
@Suite struct StartFailureTests {
  private func reason(_ command: String..., folder: String? = nil) throws -> String {
    var child = try ChildProcess.bare(command)
    child.folder = folder
    let error = #expect(throws: GraderError.self) { try child.run() }
    guard case .cannotStart(let program, let reason) = error else { return "\(error as Any)" }
    #expect(program == command[0])
    return reason
  }

  @Test func `a program that is not there`() throws {
    #expect(try reason("/no/such/program") == "No such file or directory")
  }

  @Test func `a folder, and a file that is no program`() throws {
    #expect(try reason("/usr/bin") == "Permission denied")
    #expect(try reason("/etc/passwd") == "Permission denied")
  }

  @Test func `a folder to work in that is not there`() throws {
    #expect(try reason("/bin/sh", folder: "/no/such/folder") == "/no/such/folder: No such file or directory")
    #expect(try reason("/bin/sh", folder: "/etc/passwd") == "/etc/passwd: Not a directory")
  }

  @Test(arguments: [99, 126, 127] as [Int32])
  func `a status that shells use for failed starts is the program's own`(status: Int32) throws {
    let result = try ChildProcess.bare(["/bin/sh", "-c", "exit \(status)"]).run()
    #expect(result.ending == .exited(status))
  }

  @Test func `a program is started in its folder`() throws {
    var child = try ChildProcess.bare(["/bin/pwd"])
    child.folder = "/usr/bin"
    #expect(try child.run().output == "/usr/bin\n")
  }

  #if os(Linux)
    @Test func `the child is limited`() throws {
      // The limit comes from outside, a moment after the start.
      let script = "until [ \"$(ulimit -d)\" = 1048576 ]; do :; done; ulimit -d; ulimit -c"
      var child = try ChildProcess.bare(["/bin/sh", "-c", script])
      child.dataLimit = 1 << 30
      #expect(try child.run().output == "1048576\n0\n")
    }
  #endif
}
