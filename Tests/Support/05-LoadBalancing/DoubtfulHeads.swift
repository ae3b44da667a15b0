/// What nginx 1.22.1 and HAProxy 2.6.12 did with 106 doubtful requests, recorded by `Recording/request-heads.py`.
///
/// An entry has the bytes that were sent; what each of the two answered, and how it left the connection; and what it
/// passed on to the backend behind it, a line for each connection. `␍`, `␊` and the like are the control characters;
/// each other character is one byte (ISO 8859-1). Both ran with their defaults, but nginx spoke HTTP/1.1 to the backend
/// and named it `$host`.
enum DoubtfulHeads {
  static let nginx = "nginx 1.22.1"
  static let haproxy = "HAProxy 2.6.12"

  private static func run(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  static let recorded = """
    @ two equal lengths
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: 5␍␊Content-Length: 5␍␊␍␊hello
    nginx   400, closed
    haproxy 200, open
    passed  POST / HTTP/1.1␍␊host: postroad.example␍␊content-length: 5␍␊␍␊hello
    @ two different lengths
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: 5␍␊Content-Length: 6␍␊␍␊hello
    nginx   400, closed
    haproxy 400, closed
    @ a list of equal lengths
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: 5, 5␍␊␍␊hello
    nginx   400, closed
    haproxy 200, open
    passed  POST / HTTP/1.1␍␊host: postroad.example␍␊content-length: 5␍␊␍␊hello
    @ a list of different lengths
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: 5, 6␍␊␍␊hello
    nginx   400, closed
    haproxy 400, closed
    @ a length with a plus
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: +5␍␊␍␊hello
    nginx   400, closed
    haproxy 400, closed
    @ a length with a minus
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: -5␍␊␍␊hello
    nginx   400, closed
    haproxy 400, closed
    @ a hexadecimal length
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: 0x5␍␊␍␊hello
    nginx   400, closed
    haproxy 400, closed
    @ a length with leading zeros
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: 005␍␊␍␊hello
    nginx   200, open
    passed  POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: 5␍␊␍␊hello
    haproxy 200, open
    passed  POST / HTTP/1.1␍␊host: postroad.example␍␊content-length: 005␍␊␍␊hello
    @ a length with a fraction
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: 5.0␍␊␍␊hello
    nginx   400, closed
    haproxy 400, closed
    @ a length with a space inside
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: 5 5␍␊␍␊hello
    nginx   400, closed
    haproxy 400, closed
    @ a length behind a vertical tab
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: ␋5␍␊␍␊hello
    nginx   400, closed
    haproxy 400, closed
    @ an empty length
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: ␍␊␍␊hello
    nginx   400, closed
    haproxy 400, closed
    @ a length of 2^63
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: 9223372036854775808␍␊␍␊hello
    nginx   400, closed
    haproxy 400, closed
    @ a length of 2^64
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: 18446744073709551616␍␊␍␊hello
    nginx   400, closed
    haproxy 200, open
    passed  POST / HTTP/1.1␍␊host: postroad.example␍␊content-length: 18446744073709551616␍␊␍␊
    @ a length of 2^64 + 5
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: 18446744073709551621␍␊␍␊hello
    nginx   400, closed
    haproxy 400, closed
    @ a length of 2^64 before a request
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: 18446744073709551616␍␊␍␊GET /map HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   400, closed
    haproxy 200 200, open
    passed  POST / HTTP/1.1␍␊host: postroad.example␍␊content-length: 18446744073709551616␍␊␍␊
    passed  GET /map HTTP/1.1␍␊host: postroad.example␍␊␍␊
    @ both lengths
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: 6␍␊Transfer-Encoding: chunked␍␊␍␊0␍␊␍␊G
    nginx   400, closed
    haproxy 200, closed
    passed  POST / HTTP/1.1␍␊host: postroad.example␍␊transfer-encoding: chunked␍␊␍␊0␍␊␍␊
    @ both lengths, the other way round
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: chunked␍␊Content-Length: 6␍␊␍␊0␍␊␍␊G
    nginx   400, closed
    haproxy 200, closed
    passed  POST / HTTP/1.1␍␊host: postroad.example␍␊transfer-encoding: chunked␍␊␍␊0␍␊␍␊
    @ chunked, then gzip
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: chunked, gzip␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    nginx   501, closed
    haproxy 400, closed
    @ gzip, then chunked
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: gzip, chunked␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    nginx   501, closed
    haproxy 422, closed
    @ xchunked
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: xchunked␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    nginx   501, closed
    haproxy 400, closed
    @ xchunked and a length
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: 5␍␊Transfer-Encoding: xchunked␍␊␍␊hello
    nginx   501, closed
    haproxy 400, closed
    @ identity
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: identity␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    nginx   501, closed
    haproxy 400, closed
    @ an empty coding
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: ␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    nginx   501, closed
    haproxy 400, closed
    @ an empty coding and a length
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: 5␍␊Transfer-Encoding:␍␊␍␊hello
    nginx   501, closed
    haproxy 400, closed
    @ chunked twice in a list
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: chunked, chunked␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    nginx   501, closed
    haproxy 400, closed
    @ chunked twice in two fields
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: chunked␍␊Transfer-Encoding: chunked␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ chunked and identity in two fields
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: chunked␍␊Transfer-Encoding: identity␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ Chunked with a capital
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: Chunked␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    nginx   200, open
    passed  POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: 5␍␊␍␊hello
    haproxy 200, open
    passed  POST / HTTP/1.1␍␊host: postroad.example␍␊transfer-encoding: Chunked␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    @ chunked with a parameter
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: chunked;q=1␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    nginx   501, closed
    haproxy 400, closed
    @ chunked in quotes
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: "chunked"␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    nginx   501, closed
    haproxy 400, closed
    @ chunked behind a comma
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: , chunked␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    nginx   501, closed
    haproxy 422, closed
    @ chunked behind a vertical tab
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: ␋chunked␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    nginx   501, closed
    haproxy 400, closed
    @ chunked in HTTP/1.0
    sent    POST / HTTP/1.0␍␊Host: postroad.example␍␊Transfer-Encoding: chunked␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    nginx   400, closed
    haproxy 200, closed
    passed  POST / HTTP/1.0␍␊host: postroad.example␍␊transfer-encoding: chunked␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    @ both lengths in HTTP/1.0
    sent    POST / HTTP/1.0␍␊Host: postroad.example␍␊Content-Length: 5␍␊Transfer-Encoding: chunked␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    nginx   400, closed
    haproxy 200, closed
    passed  POST / HTTP/1.0␍␊host: postroad.example␍␊transfer-encoding: chunked␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    @ a chunk's size with a plus
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: chunked␍␊␍␊+5␍␊hello␍␊0␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ a chunk's size with 0x
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: chunked␍␊␍␊0x5␍␊hello␍␊0␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ a chunk's size of 2^64 + 5
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: chunked␍␊␍␊10000000000000005␍␊hello␍␊0␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ a chunk with an extension
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: chunked␍␊␍␊5;a=b␍␊hello␍␊0␍␊␍␊
    nginx   200, open
    passed  POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: 5␍␊␍␊hello
    haproxy 200, open
    passed  POST / HTTP/1.1␍␊host: postroad.example␍␊transfer-encoding: chunked␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    @ a chunk's size before a bare LF
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: chunked␍␊␍␊5␊hello␍␊0␍␊␍␊
    nginx   200, open
    passed  POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: 5␍␊␍␊hello
    haproxy 200, open
    passed  POST / HTTP/1.1␍␊host: postroad.example␍␊transfer-encoding: chunked␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    @ a chunk longer than its size
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: chunked␍␊␍␊5␍␊hello!␍␊0␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ a Content-Length behind the chunks
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: chunked␍␊␍␊5␍␊hello␍␊0␍␊Content-Length: 5␍␊␍␊
    nginx   200, open
    passed  POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length: 5␍␊␍␊hello
    haproxy 200, open
    passed  POST / HTTP/1.1␍␊host: postroad.example␍␊transfer-encoding: chunked␍␊␍␊5␍␊hello␍␊0␍␊content-length: 5␍␊␍␊
    @ a space before the colon
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding : chunked␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ a tab before the colon
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length␉: 5␍␊␍␊hello
    nginx   400, closed
    haproxy 400, closed
    @ a vertical tab before the colon
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content-Length␋: 5␍␊␍␊hello
    nginx   400, closed
    haproxy 400, closed
    @ a folded line
    sent    GET / HTTP/1.1␍␊Host: postroad.example␍␊X: a␍␊ b␍␊␍␊
    nginx   400, closed
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: postroad.example␍␊x: a   b␍␊␍␊
    @ a folded coding
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding:␍␊ chunked␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    nginx   400, closed
    haproxy 200, open
    passed  POST / HTTP/1.1␍␊host: postroad.example␍␊transfer-encoding: chunked␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    @ a space before the first field
    sent    GET / HTTP/1.1␍␊ X: a␍␊Host: postroad.example␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ a bare CR in a value
    sent    GET / HTTP/1.1␍␊Host: postroad.example␍␊X: a␍Y: b␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ a bare CR behind a coding
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Transfer-Encoding: chunked␍X: a␍␊␍␊5␍␊hello␍␊0␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ a field that ends with LF
    sent    GET / HTTP/1.1␍␊Host: postroad.example␍␊X: a␊␍␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: postroad.example␍␊X: a␍␊␍␊
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: postroad.example␍␊x: a␍␊␍␊
    @ a request line that ends with LF
    sent    GET / HTTP/1.1␊Host: postroad.example␍␊␍␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: postroad.example␍␊␍␊
    @ an empty line that is LF
    sent    GET / HTTP/1.1␍␊Host: postroad.example␍␊␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: postroad.example␍␊␍␊
    @ a NUL in a value
    sent    GET / HTTP/1.1␍␊Host: postroad.example␍␊X: a␀b␍␊␍␊
    nginx   400, closed
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: postroad.example␍␊x: a␀b␍␊␍␊
    @ a control character in a value
    sent    GET / HTTP/1.1␍␊Host: postroad.example␍␊X: a␁b␍␊␍␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: postroad.example␍␊X: a␁b␍␊␍␊
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: postroad.example␍␊x: a␁b␍␊␍␊
    @ a DEL in a value
    sent    GET / HTTP/1.1␍␊Host: postroad.example␍␊X: a␡b␍␊␍␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: postroad.example␍␊X: a␡b␍␊␍␊
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: postroad.example␍␊x: a␡b␍␊␍␊
    @ bytes above 0x7F in a value
    sent    GET / HTTP/1.1␍␊Host: postroad.example␍␊X: éÿ␍␊␍␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: postroad.example␍␊X: éÿ␍␊␍␊
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: postroad.example␍␊x: éÿ␍␊␍␊
    @ a parenthesis in a name
    sent    GET / HTTP/1.1␍␊Host: postroad.example␍␊X(: a␍␊␍␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    haproxy 400, closed
    @ a space in a name
    sent    GET / HTTP/1.1␍␊Host: postroad.example␍␊X Y: a␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ a NUL in a name
    sent    GET / HTTP/1.1␍␊Host: postroad.example␍␊X␀: a␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ a byte above 0x7F in a name
    sent    GET / HTTP/1.1␍␊Host: postroad.example␍␊Xé: a␍␊␍␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    haproxy 400, closed
    @ an underscore in a name
    sent    POST / HTTP/1.1␍␊Host: postroad.example␍␊Content_Length: 5␍␊␍␊
    nginx   200, open
    passed  POST / HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    haproxy 200, open
    passed  POST / HTTP/1.1␍␊host: postroad.example␍␊content_length: 5␍␊␍␊
    @ an empty name
    sent    GET / HTTP/1.1␍␊Host: postroad.example␍␊: a␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ a word without a colon
    sent    GET / HTTP/1.1␍␊Host: postroad.example␍␊X␍␊␍␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: postroad.example␍␊X: ␍␊␍␊
    haproxy 400, closed
    @ two words without a colon
    sent    GET / HTTP/1.1␍␊Host: postroad.example␍␊X Y␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ no Host
    sent    GET / HTTP/1.1␍␊␍␊
    nginx   400, closed
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊␍␊
    @ no Host in HTTP/1.0
    sent    GET / HTTP/1.0␍␊␍␊
    nginx   200, closed
    passed  GET / HTTP/1.1␍␊␍␊
    haproxy 200, closed
    passed  GET / HTTP/1.0␍␊connection: keep-alive␍␊␍␊
    @ two equal Hosts
    sent    GET / HTTP/1.1␍␊Host: postroad.example␍␊Host: postroad.example␍␊␍␊
    nginx   400, closed
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: postroad.example␍␊␍␊
    @ two different Hosts
    sent    GET / HTTP/1.1␍␊Host: postroad.example␍␊Host: cdn.postroad.example␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ an empty Host
    sent    GET / HTTP/1.1␍␊Host:␍␊␍␊
    nginx   400, closed
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: ␍␊␍␊
    @ a Host with a space
    sent    GET / HTTP/1.1␍␊Host: postroad example␍␊␍␊
    nginx   400, closed
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: postroad example␍␊␍␊
    @ a Host with a user
    sent    GET / HTTP/1.1␍␊Host: mail@postroad.example␍␊␍␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: mail@postroad.example␍␊␍␊
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: mail@postroad.example␍␊␍␊
    @ a Host with a path
    sent    GET / HTTP/1.1␍␊Host: postroad.example/a␍␊␍␊
    nginx   400, closed
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: postroad.example/a␍␊␍␊
    @ a Host with letters for a port
    sent    GET / HTTP/1.1␍␊Host: postroad.example:http␍␊␍␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: postroad.example:http␍␊␍␊
    @ a Host with two colons
    sent    GET / HTTP/1.1␍␊Host: postroad.example:80:80␍␊␍␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: postroad.example:80:80␍␊␍␊
    @ a Host with a percent sign and no number
    sent    GET / HTTP/1.1␍␊Host: postroad%.example␍␊␍␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: postroad%.example␍␊␍␊
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: postroad%.example␍␊␍␊
    @ a Host of IPv6
    sent    GET / HTTP/1.1␍␊Host: [2001:db8::80]:8080␍␊␍␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: [2001:db8::80]␍␊␍␊
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: [2001:db8::80]:8080␍␊␍␊
    @ another host in the target
    sent    GET http://cdn.postroad.example/ HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: cdn.postroad.example␍␊␍␊
    haproxy 400, closed
    @ a host in the target alone
    sent    GET http://cdn.postroad.example/ HTTP/1.1␍␊␍␊
    nginx   400, closed
    haproxy 200, open
    passed  GET http://cdn.postroad.example/ HTTP/1.1␍␊␍␊
    @ a user in the target
    sent    GET http://mail@postroad.example/ HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   400, closed
    haproxy 200, open
    passed  GET http://mail@postroad.example/ HTTP/1.1␍␊host: postroad.example␍␊␍␊
    @ an empty host in the target
    sent    GET http:///road HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   400, closed
    haproxy 200, open
    passed  GET http:///road HTTP/1.1␍␊host: postroad.example␍␊␍␊
    @ CONNECT
    sent    CONNECT postroad.example:443 HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   400, closed
    haproxy 200, closed
    passed  CONNECT postroad.example:443 HTTP/1.1␍␊host: postroad.example␍␊␍␊
    @ CONNECT with an empty port
    sent    CONNECT postroad.example: HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ an asterisk for GET
    sent    GET * HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   400, closed
    haproxy 200, open
    passed  GET * HTTP/1.1␍␊host: postroad.example␍␊␍␊
    @ an asterisk for OPTIONS
    sent    OPTIONS * HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   400, closed
    haproxy 200, open
    passed  OPTIONS * HTTP/1.1␍␊host: postroad.example␍␊␍␊
    @ a host and a port for GET
    sent    GET postroad.example:80 HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ a number sign in the target
    sent    GET /road#/map HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   200, open
    passed  GET /road#/map HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    haproxy 400, closed
    @ a NUL in the target
    sent    GET /␀ HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ a byte above 0x7F in the target
    sent    GET /é HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   200, open
    passed  GET /é HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    haproxy 400, closed
    @ a space in the target
    sent    GET /a b HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ two spaces
    sent    GET  / HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: postroad.example␍␊␍␊
    @ a tab for a space
    sent    GET␉/ HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   400, closed
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: postroad.example␍␊␍␊
    @ a space in front
    sent     GET / HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ a space at the end
    sent    GET / HTTP/1.1 ␍␊Host: postroad.example␍␊␍␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    haproxy 400, closed
    @ a method in small letters
    sent    get / HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   400, closed
    haproxy 200, open
    passed  get / HTTP/1.1␍␊host: postroad.example␍␊␍␊
    @ a parenthesis in the method
    sent    G(T / HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ a request line without a version
    sent    GET /␍␊
    nginx   no code, closed
    passed  GET / HTTP/1.1␍␊␍␊
    haproxy 400, closed
    @ HTTP/1.2
    sent    GET / HTTP/1.2␍␊Host: postroad.example␍␊␍␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: postroad.example␍␊␍␊
    @ HTTP/2.0
    sent    GET / HTTP/2.0␍␊Host: postroad.example␍␊␍␊
    nginx   505, closed
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: postroad.example␍␊␍␊
    @ HTTP/1.10
    sent    GET / HTTP/1.10␍␊Host: postroad.example␍␊␍␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    haproxy 400, closed
    @ http in small letters
    sent    GET / http/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ an empty line in front
    sent    ␍␊GET / HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: postroad.example␍␊␍␊
    @ two empty lines in front
    sent    ␍␊␍␊GET / HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    haproxy 200, open
    passed  GET / HTTP/1.1␍␊host: postroad.example␍␊␍␊
    @ a target of 9,000 bytes
    sent    GET /\(run("a", 8999)) HTTP/1.1␍␊Host: postroad.example␍␊␍␊
    nginx   414, closed
    haproxy 200, open
    passed  GET /\(run("a", 8999)) HTTP/1.1␍␊host: postroad.example␍␊␍␊
    @ a field of 20,000 bytes
    sent    GET / HTTP/1.1␍␊Host: postroad.example␍␊X: \(run("a", 20000))␍␊␍␊
    nginx   400, closed
    haproxy 400, closed
    @ 101 fields
    sent    GET / HTTP/1.1␍␊Host: postroad.example\(run("␍␊X: a", 100))␍␊␍␊
    nginx   200, open
    passed  GET / HTTP/1.1␍␊Host: postroad.example\(run("␍␊X: a", 100))␍␊␍␊
    haproxy 400, closed
    """
}
