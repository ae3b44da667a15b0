import Foundation
import SystemKit

/// What a JSON file holds, or why that is not known.
enum Parsed<Value: Decodable & Sendable>: Sendable {
  /// The file is absent or cannot be read.
  case missing
  /// The reason, with a line where it is known.
  case damaged(String)
  case value(Value)

  init(_ file: CourseFile) {
    guard let text = file.text else {
      self = .missing
      return
    }
    // Foundation's decoder accepts these, and other readers of JSON do not.
    if let line = JSON.trailingComma(in: text) {
      self = .damaged("line \(line) ends in a comma that nothing follows: remove the comma.")
      return
    }
    do {
      self = .value(try JSONDecoder().decode(Value.self, from: Data(text.utf8)))
    } catch {
      self = .damaged(JSON.explain(error))
    }
  }

  var value: Value? {
    guard case .value(let value) = self else { return nil }
    return value
  }
}

extension JSON {
  /// The line of the first comma that a closing bracket follows (RFC 8259 §4 and §5 have none), or nil.
  static func trailingComma(in text: String) -> Int? {
    var line = 1
    var comma: Int?
    var isInString = false
    var isEscaped = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n") { line += 1 }
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): break
      case UInt8(ascii: ","): comma = line
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if let comma { return comma }
      default:
        comma = nil
        isInString = byte == UInt8(ascii: "\"")
      }
    }
    return nil
  }
}
