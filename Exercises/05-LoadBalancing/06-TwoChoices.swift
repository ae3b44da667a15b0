import PostRoad

/// Picks the better of two backends drawn at random.
///
///     pool          a   b   c   d   e
///     connections   4   1   6   0   2
///     drawn         ^       ^             a is picked: 4 is less than 6
///
/// Two *different* backends are drawn from those that are up, every pair as likely as any other, and the one with
/// fewer active connections is picked. If both have equally many, each is as likely as the other. If only one backend
/// is up, it is picked, and nothing is drawn. Weights and names are ignored, whatever they are.
///
/// - Parameters:
///   - backends: the pool. The function keeps no state: the caller counts the connection in, and later out.
///   - random: where all randomness comes from; equal generators give equal picks.
/// - Returns: the index of the backend in `backends`.
/// - Throws: `LB.PoolError.empty` when there is no backend, `LB.PoolError.noneAvailable(of:)` with the size of the
///   pool when all of them are down.
///
/// Source: M. Mitzenmacher, "The Power of Two Choices in Randomized Load Balancing", IEEE Transactions on Parallel and
/// Distributed Systems 12 (2001). The two of nginx's
/// [`random two`](https://nginx.org/en/docs/http/ngx_http_upstream_module.html#random) are different, too.
public func pickTwoChoices(
  _ backends: [LB.Backend], using random: inout some RandomNumberGenerator
) throws -> Int {
  // TODO: 1. An empty pool is a mistake of its own.
  // TODO: 2. Nobody may be up, or only one.
  // TODO: 3. The two are different, and every pair is as likely as any other.
  // TODO: 4. Is it fair when both have equally many?
  throw NotStarted()
}
