/// A type of the book that says itself how a failure shows it.
public protocol CheckDescribable {
  var checkDescription: String { get }
}

/// A value as a failure shows it: bytes in hex, text in quotes with its spaces, numbers in both forms where that helps.
public func describe(_ value: some Any) -> String {
  switch value {
  case let value as any CheckDescribable: return value.checkDescription
  // An empty array of any type can be cast to an array of bytes.
  case let bytes as [UInt8] where type(of: value as Any) == [UInt8].self: return describe(bytes: bytes)
  case let text as String: return quoted(text)
  case let byte as UInt8: return "\(byte) = 0x\(hexDigits(UInt64(byte), width: 2))"
  case let word as UInt16: return "\(word) = 0x\(hexDigits(UInt64(word), width: 4))"
  case let word as UInt32: return "\(word) = 0x\(hexDigits(UInt64(word), width: 8))"
  case let word as UInt64: return "\(word) = 0x\(hexDigits(word, width: 16))"
  case is Void: return "nothing"
  default: break
  }
  let mirror = Mirror(reflecting: value)
  switch mirror.displayStyle {
  case .optional: return mirror.children.first.map { describe($0.value) } ?? "nil"
  case .collection, .set:
    let elements = mirror.children.map { describe($0.value) }
    return "[\((mirror.displayStyle == .set ? elements.sorted() : elements).joined(separator: ", "))]"
  case .dictionary:
    let pairs = mirror.children.map { pair in
      Mirror(reflecting: pair.value).children.map { describe($0.value) }.joined(separator: ": ")
    }
    return "[\(pairs.sorted().joined(separator: ", "))]"
  case .tuple:
    let parts = mirror.children.map { child in
      let label = child.label.flatMap { $0.hasPrefix(".") ? nil : "\($0): " } ?? ""
      return label + describe(child.value)
    }
    return "(\(parts.joined(separator: ", ")))"
  case .struct where !(value is any CustomStringConvertible):
    let fields = mirror.children.map { "\($0.label ?? ""): \(describe($0.value))" }
    return "\(shortName(of: value))(\(fields.joined(separator: ", ")))"
  default: return "\(value)"
  }
}

/// An error by its type and case: `DNS.NameError.pointerNotBackwards(at: 12, target: 40)`.
public func describe(error: any Error) -> String {
  let name = String(reflecting: error)
  let type = String(reflecting: type(of: error))
  let full = name.hasPrefix(type) ? name : "\(type).\(name)"
  return full.hasPrefix("PostRoad.") ? String(full.dropFirst("PostRoad.".count)) : full
}

/// `DNS.Header`, without the module.
private func shortName(of value: some Any) -> String {
  // A private type's name holds an address that differs from build to build.
  let name = String(reflecting: type(of: value as Any))
    .replacing(/\(unknown context at \$[0-9a-f]+\)\./, with: "")
  return name.split(separator: ".").dropFirst(name.contains(".") ? 1 : 0).joined(separator: ".")
}

private func quoted(_ text: String) -> String {
  let escaped = text.unicodeScalars.map { scalar in
    switch scalar {
    case "\\": "\\\\"
    case "\"": "\\\""
    case "\r": "\\r"
    case "\n": "\\n"
    case "\t": "\\t"
    default:
      scalar.properties.generalCategory == .control
        ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }
  }
  return "\"\(escaped.joined())\""
}

/// Bytes in rows of sixteen, each with its offset where there are several.
private func describe(bytes: [UInt8]) -> String {
  guard !bytes.isEmpty else { return "no bytes" }
  guard bytes.count > bytesPerRow else { return hex(bytes) }
  var rows: [String] = []
  for start in stride(from: 0, to: min(bytes.count, bytesPerRow * mostRows), by: bytesPerRow) {
    let row = Array(bytes[start..<min(start + bytesPerRow, bytes.count)])
    rows.append("\(hexDigits(UInt64(start), width: 4))  \(hex(row))")
  }
  if bytes.count > bytesPerRow * mostRows { rows.append("… \(bytes.count) bytes in all") }
  return rows.joined(separator: "\n")
}

private let bytesPerRow = 16
/// Rows that are shown of an input: what differs is shown besides.
private let mostRows = 8

func hexDigits(_ value: UInt64, width: Int) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
