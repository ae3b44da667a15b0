/// Finds the lines of a table that a submission may be of, by its name.
struct StudentOwners {
  private typealias Cell = (row: Int, column: Int)

  private let table: StudentTable
  private let names: StudentNames
  private let cells: [String: [Cell]]
  private let sorted: [String: Set<Int>]
  private let unsorted: [String: Set<Int>]

  /// Numbers in these columns are never a platform's.
  private static let foreign = ["github_id", "email", "email address"]

  init(_ table: StudentTable) {
    self.table = table
    names = StudentNames(table.header)
    var cells: [String: [Cell]] = [:]
    for (number, row) in table.rows.enumerated() {
      for column in table.identifying where !row[column].unpadded.isEmpty {
        cells[row[column].unpadded.lowercased(), default: []].append((number, column))
      }
    }
    self.cells = cells
    sorted = names.lines(of: table.rows, isSorted: true)
    unsorted = names.lines(of: table.rows, isSorted: false)
  }

  /// The columns that students are looked for in.
  var searched: [String] { Set(table.identifying + names.columns).sorted().map { table.header[$0] } }

  /// The lines that each may be of: none where it is nobody's, several where it is not sure whose it is.
  func lines(_ names: [SubmissionName]) -> [Set<Int>] {
    let numbering = numbering(names.compactMap(\.download))
    return names.map { name in
      if let found = name.whole.lazy.compactMap({ cells[$0] }).first { return Set(found.map(\.row)) }
      return name.download.map { lines($0, numbering) } ?? []
    }
  }

  private func lines(_ download: SubmissionName.Download, _ numbering: Set<Int>) -> Set<Int> {
    let numbered = numbered(download)
    let short = StudentNames.squeezed(download.name)
    var named = short.flatMap { (download.isSorted ? sorted : unsorted)[$0] } ?? []
    named.formUnion(cells[download.name]?.map(\.row) ?? [])
    let found = Set(numbered.map(\.row))
    if found.isEmpty {
      // Who has another number has another name's work.
      return named.filter { row in numbering.allSatisfy { table.rows[row][$0].unpadded.isEmpty } }
    }
    if numbered.contains(where: { $0.column == table.numbering }) { return found }
    // Somebody's number with somebody else's name is neither's.
    if !named.isEmpty { return named.isDisjoint(with: found) ? found.union(named) : found }
    // A user's name may be a number too, and a line with another name is then another student's.
    return Set(
      numbered.filter { isNumber($0, numbering) || !names.areKnown(in: table.rows[$0.row]) }.map(\.row))
  }

  /// Whether a cell is surely in a column of the platform's numbers.
  private func isNumber(_ cell: Cell, _ numbering: Set<Int>) -> Bool {
    numbering.contains(cell.column) || table.header[cell.column].unpadded.lowercased() == "id"
  }

  private func numbered(_ download: SubmissionName.Download) -> [Cell] {
    (cells[download.number] ?? []).filter {
      !Self.foreign.contains(table.header[$0.column].unpadded.lowercased())
    }
  }

  /// The columns of the platform's numbers: the one that is known to be, and one that has most of the downloads' numbers.
  private func numbering(_ downloads: [SubmissionName.Download]) -> Set<Int> {
    var counts: [Int: Int] = [:]
    for download in downloads {
      for column in Set(numbered(download).map(\.column)) { counts[column, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value > 1 && $0.value * 2 > downloads.count }.keys).union(
      [table.numbering].compactMap { $0 })
  }
}
