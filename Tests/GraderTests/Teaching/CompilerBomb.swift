/// A few lines that keep the compiler busy for minutes: a line with 16 calls took it 55 s on a processor, and it had not ended.
enum CompilerBomb {
  static let text =
    """
    private struct A {}
    private struct B {}
    private func bomb(_ a: A, _ b: A) -> A { a }
    private func bomb(_ a: A, _ b: B) -> B { b }
    private func bomb(_ a: B, _ b: A) -> A { b }
    private func bomb(_ a: B, _ b: B) -> B { a }
    private func some() -> A { A() }
    private func some() -> B { B() }

    """ + (0..<3).map { "private let burst\($0): Int = \(call(4))\n" }.joined()

  private static func call(_ depth: Int) -> String {
    depth == 0 ? "some()" : "bomb(\(call(depth - 1)), \(call(depth - 1)))"
  }
}
