import LabKit
import Testing

/// Wrong command lines: each ends with 64, and starts nothing.
@Suite struct CommandLineTests {
  @Test(arguments: [
    ["fly"],
    ["balancer"],
    ["balancer", "--backends", "127.0.0.1"],
    ["balancer", "--backends", "127.0.0.1:1*x"],
    ["balancer", "--backends", "127.0.0.1:1*257"],
    ["balancer", "--backends", "127.0.0.1:1*0"],
    ["balancer", "--backends", "127.0.0.1:1,127.0.0.1:1"],
    ["balancer", "--backends", "127.0.0.1:1", "--pick", "best"],
    ["balancer", "--backends", "127.0.0.1:1", "--health", "up"],
    ["balancer", "--backends", "127.0.0.1:1", "--attempts", "0"],
    ["balancer", "--backends", "127.0.0.1:1", "--listen", "192.0.2.7:80"],
  ]) func `a wrong command line is refused`(_ arguments: [String]) {
    #expect(Lab.main(arguments) == 64)
  }

  @Test(arguments: [
    "edge", "authority", "resolver", "balancer", "backend",
  ]) func `each command explains itself`(_ command: String) { #expect(Lab.main([command, "--help"]) == 0) }
}
