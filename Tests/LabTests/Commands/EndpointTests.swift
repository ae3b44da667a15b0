import LabKit
import Testing

@Suite struct EndpointTests {
  @Test func `an endpoint is an address and a port`() throws {
    #expect(try Endpoint("127.0.0.1:8080") == Endpoint([127, 0, 0, 1], port: 8080))
    #expect(try Endpoint("localhost:0") == .loopback(port: 0))
    #expect(try Endpoint("[::1]:53") == Endpoint([UInt8](repeating: 0, count: 15) + [1], port: 53))
  }

  @Test(arguments: ["127.0.0.1:8080", "[::1]:53", "[2001:db8::7]:443"]) func `it is written as it is read`(
    _ text: String
  ) throws {
    #expect(try Endpoint(text).description == text)
  }

  @Test func `only loopback is for this machine alone`() throws {
    for text in ["127.0.0.1:1", "127.8.8.8:1", "[::1]:1"] { #expect(try Endpoint(text).isLoopback) }
    for text in ["0.0.0.0:1", "192.0.2.7:1", "[::]:1", "[2001:db8::1]:1"] {
      #expect(try !Endpoint(text).isLoopback)
    }
  }

  @Test func `what is missing is told`() {
    #expect(throws: EndpointError.noPort("127.0.0.1")) { try Endpoint("127.0.0.1") }
    #expect(throws: EndpointError.noPort("127.0.0.1:70000")) { try Endpoint("127.0.0.1:70000") }
    #expect(throws: EndpointError.noAddress("postroad.example:80")) { try Endpoint("postroad.example:80") }
    #expect(throws: EndpointError.noAddress("::1:80")) { try Endpoint("::1:80") }
  }
}
