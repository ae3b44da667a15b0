extension MutantSource {
  /// The bytes of the function bodies that a learner writes: where one of several bodies can be chosen while the program runs.
  /// What is changed elsewhere, in a property's start value for one, needs a program of its own.
  var bodies: [Range<Int>] {
    regions.flatMap { region in
      switch region.kind {
      case .write: [region.bytes]
      case .declare: bodies(declaredIn: region.bytes)
      }
    }
  }

  private func bodies(declaredIn bytes: Range<Int>) -> [Range<Int>] {
    let inside = code.tokens.indices.filter { bytes.contains(code[$0].range.lowerBound) }
    guard var index = inside.first, let last = inside.last else { return [] }
    var bodies: [Range<Int>] = []
    while index <= last {
      if let opener = code.bodyOpener(of: index, upTo: last), let closer = code.partner[opener] {
        // An accessor with a name has braces of its own.
        if !Self.accessors.contains(code[opener + 1].text) {
          bodies.append(code[opener].range.upperBound..<code[closer].range.lowerBound)
        }
        index = closer + 1
      } else if code.isOpener(index), !code.isToken(index, "{") {
        index = (code.partner[index] ?? index) + 1
      } else {
        // The braces of a type are gone into.
        index += 1
      }
    }
    return bodies
  }

  private static let accessors: Set = ["get", "set", "willSet", "didSet", "_read", "_modify"]
}
