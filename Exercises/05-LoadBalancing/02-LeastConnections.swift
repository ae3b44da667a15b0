import PostRoad

/// Picks the backend that has the fewest active connections.
///
///     pool          a   b   c   d
///     connections   3   1   0   1       c is down
///                       ^
///
/// Only a backend that is up is picked. Of several with equally few connections, the first in the order of
/// the pool is picked. Weights and names are ignored, whatever they are: here a backend of weight 0 is one
/// like any other.
///
/// - Parameter backends: the pool. The function keeps no state: the caller counts the connection in, and later out.
/// - Returns: the index of the backend in `backends`.
/// - Throws: `LB.PoolError.empty` when there is no backend, `LB.PoolError.noneAvailable(of:)` with the size of the
///   pool when all of them are down.
///
/// Source: the rule of nginx's
/// [`least_conn`](https://nginx.org/en/docs/stream/ngx_stream_upstream_module.html#least_conn) without its weights
/// and with a simpler choice among equals.
public func pickLeastConnections(_ backends: [LB.Backend]) throws -> Int {
  // TODO: 1. An empty pool is a mistake of its own: say so.
  // TODO: 2. There may be no best backend: nobody has to be up, and the first need not be. No count is too high to win.
  // TODO: 3. Of several equals the first in the pool is picked. The result is an index into the whole pool.
  // TODO: 4. Nobody was up: say how many you have asked.
  throw NotStarted()
}
