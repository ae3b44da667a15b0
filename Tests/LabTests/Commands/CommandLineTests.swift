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
    ["road", "--listen", "127.0.0.1:0"],
    ["road", "--to", "192.0.2.7:80"],
    ["road", "--to", "127.0.0.1:1", "--delay", "20"],
    ["road", "--to", "127.0.0.1:1", "--loss", "2"],
    ["road", "--to", "127.0.0.1:1", "--loss", "101%"],
    ["road", "--to", "127.0.0.1:1", "--cut", "4s-2s"],
    ["check"],
    ["check", "river", "127.0.0.1:1"],
    ["check", "resolver"],
    ["check", "edge"],
    ["check", "edge", "127.0.0.1:1"],
    ["check", "authority", "192.0.2.53:53"],
    ["visit"],
    ["visit", "https://127.0.0.1/"],
    ["visit", "http://www.postroad.example/"],
    ["visit", "http://192.0.2.80/"],
    ["visit", "http://127.0.0.1:1/", "http://127.0.0.1:2/"],
    ["world"],
    ["world", "one.world", "two.world"],
    ["world", "one.world", "--seed", "seven"],
    ["trace"],
    ["trace", "one.jsonl", "--png", "one.png"],
  ]) func `a wrong command line is refused`(_ arguments: [String]) {
    #expect(Lab.main(arguments) == 64)
  }

  @Test(arguments: [
    "edge", "authority", "resolver", "balancer", "backend", "road", "check", "visit", "world", "trace",
  ]) func `each command explains itself`(_ command: String) { #expect(Lab.main([command, "--help"]) == 0) }

  @Test(arguments: [
    ["world", "there/is/no.world"], ["trace", "there/is/no.jsonl"],
  ]) func `a file that is not there is said to be`(_ arguments: [String]) {
    #expect(Lab.main(arguments) == 1)
  }
}
