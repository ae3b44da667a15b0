import PostRoad

/// Picks a backend by the client's address: the same client comes to the same backend, and nobody has to remember it.
///
/// The hash begins at 89. Each byte of the address changes it to (hash · 113 + byte) mod 6271, first byte first. Of an
/// IPv4 address only the first *three* bytes are used, so a whole /24 network comes to one backend; of an IPv6 address
/// all 16, an IPv4-mapped one included. The hash modulo the sum of *all* weights is a place:
///
///     weights   a: 5           b: 3     c: 2
///     place     0 1 2 3 4      5 6 7    8 9
///
/// If the backend at this place is down, the bytes are hashed once more, going on from the hash as it is, for the next
/// place. After 21 places with backends that are down the address has no say any more.
///
/// - Parameters:
///   - backends: the pool. Those that are down keep their places, so that the others' clients stay where they are.
///   - address: the 4 or 16 bytes of the client's address, in network byte order.
///   - otherwise: picks when 21 places were of no use, and is not called before. It is called once, and what it returns
///     or throws is passed on, whatever it is.
/// - Returns: the index of the backend in `backends`.
/// - Throws: `LB.AddressError.wrongLength(bytes:)` for an address of another length; `LB.PoolError.empty` when there
///   is no backend; `LB.PoolError.weightOutOfRange(_:at:)` for the first one whose weight is not in
///   `LB.Backend.weights`; `LB.PoolError.noneAvailable(of:)` when nobody is up and has a weight above 0. They are
///   checked in this order.
///
/// Source: nginx's [`ip_hash`](https://nginx.org/en/docs/http/ngx_http_upstream_module.html#ip_hash),
/// `ngx_http_upstream_ip_hash_module.c`.
public func pickByAddress(
  _ backends: [LB.Backend], address: [UInt8], otherwise: () throws -> Int
) throws -> Int {
  // TODO: 1. Check the address, then the pool.
  // TODO: 2. Which bytes count? Whose places count?
  // TODO: 3. Between the places the hash goes on from where it is.
  // TODO: 4. Whose is a place? The weights can be too large for a list of all places.
  // TODO: 5. When no place was of use, somebody else picks.
  throw NotStarted()
}
