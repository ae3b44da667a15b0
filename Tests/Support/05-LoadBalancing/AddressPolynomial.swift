/// nginx's address hash as what it is in mathematics, to check against: a polynomial in 113, with the bytes as
/// coefficients, over the integers modulo 6271. Each term is computed by itself; there is no running hash.
public enum AddressPolynomial {
  /// The hash after the key was hashed `rounds` times.
  public static func hash(_ key: [UInt8], rounds: Int) -> Int {
    let coefficients = [89] + (0..<rounds).flatMap { _ in key.map(Int.init) }
    let terms = coefficients.reversed().enumerated().map { exponent, coefficient in
      coefficient * power(exponent) % 6271
    }
    return terms.reduce(0, +) % 6271
  }

  /// The owner of a place: the backends stand in a row, each as often as it weighs.
  public static func owner(of hash: Int, weights: [Int]) -> Int {
    let row = weights.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
    return row[hash % row.count]
  }

  private static func power(_ exponent: Int) -> Int {
    if exponent == 0 { return 1 }
    let half = power(exponent / 2)
    return half * half % 6271 * (exponent.isMultiple(of: 2) ? 1 : 113) % 6271
  }
}
