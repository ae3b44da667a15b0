import DNSMessages
import LabKit
import PostRoad
import Testing

@Suite struct ZoneFileTests {
  private func read(_ text: String) throws -> String {
    do {
      return try nameText(ZoneFile.read(Array(text.utf8), origin: parseName("postroad.example.")).origin)
    } catch {
      return ZoneFile.words(for: error)
    }
  }

  @Test func `the zone begins where its SOA is`() throws {
    #expect(try read("@ 60 SOA ns1 warden 1 2 3 4 5") == "postroad.example.")
    #expect(try read("north 60 SOA ns1 warden 1 2 3 4 5") == "north.postroad.example.")
  }

  @Test func `what is wrong is told with its line`() throws {
    let soa = "@ 60 SOA ns1 warden 1 2 3 4 5\n"
    #expect(try read("www 60 A 192.0.2.80") == "there is no SOA record, which says where the zone begins")
    #expect(try read(soa + soa.replacing("@", with: "north")) == "there are 2 SOA records: a zone has one")
    #expect(try read(soa + "www 60 A 192.0.2") == "line 2: the data is not what the type needs")
    #expect(try read(soa + "www 60 MAP 1") == "line 2: there is no type that is known; write it as TYPE257")
    #expect(
      try read(soa + "\n$INCLUDE other") == "line 3: only $ORIGIN and $TTL are known, with one word each")
    #expect(try read(soa + "www 60 TXT \"open") == "line 2: a quote is not closed on its line")
    #expect(
      try read(soa + "www.elsewhere.example. 60 A 192.0.2.80")
        == "www.elsewhere.example. is outside of the zone. Is a dot missing at the end of a name, or --origin?"
    )
  }
}
