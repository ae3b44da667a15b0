import ContentDelivery
import ContentDeliverySupport
import PostRoad
import TestSupport
import Testing

@Suite struct StoredFieldsTests {
  private func keep(_ kept: HTTP.Fields, of fields: HTTP.Fields, _ rule: String) throws {
    try check("storedFields(of:)", HTTP.Response(200, fields), returns: kept, rule) {
      try storedFields(of: $0)
    }
  }

  // RFC 9111 §3.1: all received fields, including unrecognized ones
  @Test func `fields are kept in their order, known or not`() throws {
    let fields: HTTP.Fields = [
      "X-Tower": "north", "Content-Type": "text/plain", "Set-Cookie": "id=1", "ETag": "\"a\"",
      "Set-Cookie": "id=2",
      "Cache-Control": "max-age=60", "Age": "5", "Vary": "Accept", "Date": "Sun, 09 Sep 2001 01:46:40 GMT",
      "x-tower": "south", "Trailer": "x", "Via": "1.1 tower", "Warning": "110", "Pragma": "no-cache", "": "",
    ]
    try keep(fields, of: fields, "none of these is left out")
    try keep([:], of: [:], "there is nothing to keep")
  }

  // RFC 9110 §7.6.1: connection options
  @Test func `Connection and what it names are left out`() throws {
    try keep(["ETag": "x"], of: ["Connection": "close", "ETag": "x"], "close names no field that is there")
    try keep(
      ["ETag": "x"], of: ["X-Hop": "1", "Connection": "X-Hop", "ETag": "x", "x-hop": "2"],
      "before it and after it")
    try keep(
      ["B": "2"], of: ["connection": "close, a ,,\tC", "A": "1", "B": "2", "c": "3"],
      "a list, with white space in it")
    try keep(
      ["B": "2"], of: ["Connection": "a", "A": "1", "B": "2", "CONNECTION": "C", "c": "3"],
      "two lines are one list")
    try keep(
      ["AB": "1", "a-b": "2"], of: ["Connection": "a, b", "AB": "1", "a-b": "2"], "whole names alone")
  }

  // RFC 9110 §7.6.1, RFC 9111 §3.1
  @Test func `fields of one connection are left out`() throws {
    for name in [
      "Keep-Alive", "Proxy-Connection", "TE", "Transfer-Encoding", "Upgrade", "upgrade", "KEEP-ALIVE",
    ] {
      try keep(["ETag": "x"], of: [name: "1", "ETag": "x"], "\(name) is for the next hop, named or not")
    }
  }

  // RFC 9111 §3.1: MUST NOT be stored
  @Test func `fields of one proxy are left out`() throws {
    for name in [
      "Proxy-Authenticate", "Proxy-Authentication-Info", "Proxy-Authorization", "proxy-authenticate",
      "PROXY-AUTHORIZATION",
    ] {
      try keep(["ETag": "x"], of: [name: "Basic", "ETag": "x", name: "Digest"], "\(name) is for one proxy")
    }
  }

  // RFC 9209: Proxy-Status is for the client; RFC 9110 §11.6: so are these
  @Test func `names that look like those are kept`() throws {
    let fields: HTTP.Fields = [
      "Proxy-Status": "tower", "WWW-Authenticate": "Basic", "Authentication-Info": "x",
      "X-Proxy-Authenticate": "x",
      "Upgrade-Insecure-Requests": "1", "Content-Encoding": "gzip", "Connection-Info": "x",
      "Keep-Alive-Since": "x",
    ]
    try keep(fields, of: fields, "these are for everybody")
  }

  // RFC 9111 §5.2.2.7: a shared cache MUST NOT store the listed header fields
  @Test func `what private names is left out`() throws {
    try keep(
      ["Cache-Control": "private=\"set-cookie\"", "ETag": "x"],
      of: ["Set-Cookie": "a", "Cache-Control": "private=\"set-cookie\"", "ETag": "x", "set-cookie": "b"],
      "both lines")
    let control = "max-age=60, Private=\" X-User ,,\tETag,\", public"
    try keep(
      ["Cache-Control": control], of: ["x-user": "a", "Cache-Control": control, "ETAG": "x"],
      "a list of names")
    try keep(
      ["Cache-Control": "private=etag"], of: ["Cache-Control": "private=etag", "ETag": "x"], "a token, too")
  }

  // RFC 9111 §5.2.2.4, §3.1: arguments that prevent storage
  @Test func `what no-cache names is left out`() throws {
    let control = "no-cache=\"set-cookie, etag\""
    try keep(
      ["Cache-Control": control, "X": "1"],
      of: ["Cache-Control": control, "Set-Cookie": "a", "ETag": "x", "X": "1"],
      "they must not be sent without asking the origin")
  }

  // RFC 9111 §5.2.2.4, §5.2.2.7: without an argument it is about the response, not about fields
  @Test func `without an argument no field is named`() throws {
    for control in [
      "private", "no-cache", "private, no-cache", "private=\"\"", "no-store", "private=\"", "x=\"etag\"",
      "s-maxage=etag",
    ] {
      let fields: HTTP.Fields = [
        "Cache-Control": control, "ETag": "x", "Set-Cookie": "a", "Private": "x", "": "y",
      ]
      try keep(fields, of: fields, "\(control) names no field")
    }
  }

  // Our rule: every directive counts, wherever it is
  @Test func `each of several directives counts`() throws {
    try keep(
      [
        "Cache-Control": "private=\"a\", no-cache=\"b\"", "Cache-Control": "private=\"c\", no-cache=d",
        "X": "1",
      ],
      of: [
        "A": "1", "Cache-Control": "private=\"a\", no-cache=\"b\"", "B": "1", "C": "1",
        "Cache-Control": "private=\"c\", no-cache=d", "D": "1", "X": "1",
      ], "two of each, in two lines")
    try keep(
      ["Cache-Control": "private, private=\"a\""], of: ["A": "1", "Cache-Control": "private, private=\"a\""],
      "the second one has a name")
  }

  // Our rule: read first, then leave out
  @Test func `what is left out has been read before`() throws {
    try keep(
      ["B": "2"], of: ["Connection": "Cache-Control", "Cache-Control": "private=\"a\"", "A": "1", "B": "2"],
      "Connection names Cache-Control, and Cache-Control names A")
    try keep(
      ["Cache-Control": "private=connection", "B": "2"],
      of: ["Cache-Control": "private=connection", "Connection": "a", "A": "1", "B": "2"],
      "Connection is read as well")
    try keep([:], of: ["Cache-Control": "no-cache=\"cache-control\""], "a field may name itself")
  }

  // Our rule: the lines alone are looked at
  @Test func `status and body do not matter`() throws {
    for status in [200, 304, 404, 599] {
      let response = HTTP.Response(status, ["Connection": "a", "A": "1", "B": "2"], body: [1, 2])
      try check("storedFields(of:)", response, returns: ["B": "2"], "A is named") { try storedFields(of: $0) }
    }
  }
}
