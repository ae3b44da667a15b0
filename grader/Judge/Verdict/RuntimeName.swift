/// A function's name as Swift's runtime writes it in a backtrace.
struct RuntimeName {
  /// The function of the source that the code belongs to, as the runtime writes it: without the closure, the local function or the
  /// default argument in it.
  let function: String

  /// - Parameter text: `closure #1 in static DNS.Name.make<A>(_:at:)`, say.
  init(_ text: String) {
    var function = text[...]
    for inner in [" in ", " of ", " for "] {
      if let last = function.ranges(of: inner).last { function = function[last.upperBound...] }
    }
    self.function = String(function)
  }

  /// The same in the words of `DeclaredFunctions`.
  var declared: String {
    for fixity in [" infix", " prefix", " postfix"] {
      // An operator may have the signs that otherwise enclose a generic parameter.
      guard let range = function.ranges(of: fixity).last else { continue }
      return Self.lastWord(String(function[..<range.lowerBound]))
        + Self.withoutGenerics(String(function[range.upperBound...]))
    }
    var name = Self.lastWord(Self.withoutGenerics(function)).replacing("__allocating_init", with: "init")
    for accessor in [".getter", ".setter", ".modify", ".read"] where name.hasSuffix(accessor) {
      name.removeLast(accessor.count)
    }
    return name
  }

  /// Without `static` and the like.
  private static func lastWord(_ name: String) -> String {
    name.split(separator: " ").last.map(String.init) ?? name
  }

  private static func withoutGenerics(_ name: String) -> String {
    var depth = 0
    return name.filter { character in
      if character == "<" { depth += 1 }
      defer { if character == ">" { depth -= 1 } }
      return depth == 0
    }
  }
}
