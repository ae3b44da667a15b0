import GraderKit
import SystemKit

/// A table as spreadsheets and platforms write it: RFC 4180, with or without a byte-order mark, whatever ends its lines.
struct CSVTable: Equatable, Sendable {
  var rows: [[String]]

  init(rows: [[String]]) { self.rows = rows }

  /// Nil where a quoted cell has no end, or text stands after one.
  init?(_ text: String) {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    // Whether anything of the row was seen: an empty last line is none.
    var isBegun = false
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    func endRow() {
      row.append(cell)
      rows.append(row)
      (row, cell, isBegun) = ([], "", false)
    }
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted:
        if scalars.first == "\"" {
          scalars.removeFirst()
          cell.unicodeScalars.append("\"")
        } else {
          isQuoted = false
          guard scalars.first.map({ ",\r\n".unicodeScalars.contains($0) }) ?? true else { return nil }
        }
      case _ where isQuoted: cell.unicodeScalars.append(scalar)
      case "\"" where cell.isEmpty: (isQuoted, isBegun) = (true, true)
      case ",":
        row.append(cell)
        (cell, isBegun) = ("", true)
      case "\r", "\n":
        if scalar == "\r", scalars.first == "\n" { scalars.removeFirst() }
        if isBegun || !cell.isEmpty { endRow() }
      default:
        cell.unicodeScalars.append(scalar)
        isBegun = true
      }
    }
    guard !isQuoted else { return nil }
    if isBegun || !cell.isEmpty { endRow() }
    self.rows = rows
  }

  /// The cells are written as they are: who writes strangers' words makes them harmless before (`CSVFormat.harmless`).
  var text: String { rows.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined() }

  static func quoted(_ cell: String) -> String {
    let isPlain = cell.unicodeScalars.allSatisfy { !",\"\r\n".unicodeScalars.contains($0) }
    return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// Reads a file that somebody gave on the command line.
  static func read(_ path: String, of option: String) throws -> CSVTable {
    guard let bytes = try Files.readIfPresent(path) else {
      throw UsageError.badValue(path, of: option, wanted: "a CSV file that exists")
    }
    guard let text = String(validating: bytes, as: UTF8.self), let table = CSVTable(text), !table.rows.isEmpty
    else {
      throw UsageError.badValue(path, of: option, wanted: "a CSV file in UTF-8 with commas and a header")
    }
    return table
  }
}
