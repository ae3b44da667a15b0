import LoadBalancing
import LoadBalancingSupport
import PostRoad
import Testing

@Suite struct RoutingTests {
  // Kubernetes, Ingress, "Examples": path type Prefix
  @Test func `paths match by whole elements`() throws {
    let examples: [(path: String, request: String, matches: Bool)] = [
      ("/", "/any/path", true), ("/foo", "/foo", true), ("/foo", "/foo/", true), ("/foo/", "/foo", true),
      ("/foo/", "/foo/", true), ("/aaa/bb", "/aaa/bbb", false), ("/aaa/bbb", "/aaa/bbb", true),
      ("/aaa/bbb/", "/aaa/bbb", true), ("/aaa/bbb", "/aaa/bbb/", true), ("/aaa/bbb", "/aaa/bbb/ccc", true),
      ("/aaa/bbb", "/aaa/bbbxyz", false), ("/aaa", "/ccc", false),
    ]
    for (path, request, matches) in examples {
      let found = try route(host: "a", target: request, in: [LB.Route(path: path, pool: "x")])
      #expect(found == (matches ? 0 : nil), "route \(path), request \(request)")
    }
  }

  // Kubernetes, Ingress, "Multiple matches": the longest matching path
  @Test func `the longest path wins, wherever it stands`() throws {
    let routes = ["/", "/aaa", "/aaa/bbb", "/aaa/bbb/", "/aaa"].map { LB.Route(path: $0, pool: "x") }
    let found = try ["/aaa/bbb", "/aaa/ccc", "/ccc", "/aaa"].map {
      try route(host: "a", target: $0, in: routes)
    }
    #expect(found == [2, 1, 0, 1], "the most elements; of equals the first")
  }

  // Kubernetes, Ingress, "Hostname wildcards"
  @Test func `a star stands for one label`() throws {
    let routes = [LB.Route(host: "*.foo.com", pool: "x")]
    let found = try ["bar.foo.com", "baz.bar.foo.com", "foo.com", ".foo.com", "barfoo.com"].map {
      try route(host: $0, target: "/", in: routes)
    }
    #expect(found == [0, nil, nil, nil, nil], "one label, no more and no fewer")
  }

  // nginx, server_name: the exact name, then the wildcard; RFC 9110 §4.2.3: the host is case-insensitive
  @Test func `the best host comes before the longest path`() throws {
    let routes = [
      LB.Route(path: "/a/b/c", pool: "any"), LB.Route(host: "*.foo.com", path: "/a/b", pool: "star"),
      LB.Route(host: "www.foo.com", path: "/a", pool: "exact"),
    ]
    let found = try ["www.foo.com", "WWW.Foo.COM", "cdn.foo.com", "bar.com"].map {
      try route(host: $0, target: "/a/b/c", in: routes)
    }
    #expect(found == [2, 2, 1, 0], "exact, then with a star, then empty")
    let elsewhere = try route(host: "www.foo.com", target: "/x", in: routes + [LB.Route(pool: "rest")])
    #expect(elsewhere == nil, "the exact host has no such path, and others are not asked")
  }

  // RFC 9110 §7.2: Host = uri-host [ ":" port ]; RFC 3986 §3.2.2: an IPv6 address stands in brackets
  @Test func `a port and a last dot are no part of the name`() throws {
    let routes = [LB.Route(host: "foo.com", pool: "x"), LB.Route(host: "[2001:db8::1]", pool: "y")]
    let found = try [
      "foo.com:8080", "foo.com.", "foo.com.:80", "[2001:db8::1]", "[2001:db8::1]:443", "foo.com:",
    ].map {
      try route(host: $0, target: "/", in: routes)
    }
    #expect(found == [0, 0, 0, 1, 1, 0], "the name alone decides")
  }

  // RFC 9112 §3.2.1: the query is behind the path; RFC 9110 §4.2.3: paths are case-sensitive
  @Test func `a query is no part of the path, and capitals are`() throws {
    let routes = [LB.Route(path: "/a/b", pool: "x")]
    let found = try ["/a/b?c", "/a/b?/c", "/a?/b", "/A/b", "/a//b", "//a/b"].map {
      try route(host: "a", target: $0, in: routes)
    }
    #expect(found == [0, 0, nil, nil, nil, nil], "elements of the path alone, an empty one is one, too")
  }

  // RFC 6265 §4.2.1: cookie-pair *( ";" SP cookie-pair )
  @Test func `a cookie brings a client back to its backend`() throws {
    let pool = TestPool.of(3)
    let found = try ["at=b", "x=y; at=b", "at=b ; x=y", "x=at=a; at=c", "at=a; at=b"].map {
      try affinity(cookies: [$0], name: "at", in: pool)
    }
    #expect(found == [1, 1, 1, 2, 0], "the pair with the name; of two the first")
    let later = try affinity(cookies: ["x=y", "at=c"], name: "at", in: pool)
    #expect(later == 2, "HTTP/2 may split the pairs over several fields (RFC 9113 §8.2.3)")
  }

  // HAProxy manual 4.2, cookie: without a usable server the balancer picks
  @Test func `a cookie is only a wish`() throws {
    let pool = TestPool.of(3, down: "b")
    let found = try ["at=b", "at=z", "at=", "AT=a", "that=a", "at", "ata=a", ""].map {
      try affinity(cookies: [$0], name: "at", in: pool)
    }
    #expect(found == [nil, nil, nil, nil, nil, nil, nil, nil], "down, unknown, empty, or another cookie")
    let none = try affinity(cookies: [], name: "at", in: pool)
    #expect(none == nil, "no cookies at all")
  }

  // HAProxy manual 5.2, weight: a server of weight 0 still takes persistent connections
  @Test func `a drained backend keeps its clients`() throws {
    let found = try affinity(cookies: ["at=b"], name: "at", in: TestPool.of(weights: [1, 0]))
    #expect(found == 1, "b gets nobody new, but its sessions go on")
  }

  // Our rule: an empty table has no route
  @Test func `nothing matches nothing`() throws {
    let none = try route(host: "a", target: "/", in: [])
    #expect(none == nil, "no routes")
    let other = try route(host: "a", target: "/", in: [LB.Route(host: "b", pool: "x")])
    #expect(other == nil, "no route for this host")
  }
}
