/// RFC 3986 §5.2.4 to the letter: text is moved from an input buffer to an output buffer by five rules.
public func removeDotSegmentsByBuffers(_ path: String) -> String {
  var input = path[...]
  var output = ""
  func removeLastSegment() {
    guard let slash = output.lastIndex(of: "/") else {
      output = ""
      return
    }
    output.removeSubrange(slash...)
  }
  while !input.isEmpty {
    if input.hasPrefix("../") {  // A
      input = input.dropFirst(3)
    } else if input.hasPrefix("./") {
      input = input.dropFirst(2)
    } else if input.hasPrefix("/./") {  // B
      input = input.dropFirst(2)
    } else if input == "/." {
      input = "/"
    } else if input.hasPrefix("/../") {  // C
      input = input.dropFirst(3)
      removeLastSegment()
    } else if input == "/.." {
      input = "/"
      removeLastSegment()
    } else if input == "." || input == ".." {  // D
      input = ""
    } else {  // E: the first segment, with the slash before it
      let first = input.dropFirst().firstIndex(of: "/") ?? input.endIndex
      output += input[..<first]
      input = input[first...]
    }
  }
  return output
}
