import ScaleKit

/// A whole run in words. It follows from what was counted alone, so that shards that are merged say the same as one process.
package struct ScaleReport {
  package let file: ScaleFile
  package let sections: [(section: String, rows: [ScaleRow])]

  /// - Parameter file: a whole run.
  package init(_ file: ScaleFile) throws {
    let settings = file.settings
    let plan = ScalePlan(settings)
    self.file = file
    sections = [
      ("All of it", LargeRows.rows(file, plan)),
      ("A store that has been full for long", LargeRows.warm(settings)),
      ("Region \(plan.fall.region) falls, the one with the most clients", LargeRows.fall(file, plan)),
      (
        "The exercises' functions",
        try StoreRows.rows(settings) + ArrivalRows.rows(plan) + SharingRows.rows(settings)
      ),
    ]
  }

  package var text: String {
    let settings = file.settings
    let head = """
      \(Decimal.grouped(settings.requests)) requests of \(Decimal.grouped(settings.clients)) clients in a day, seed \(settings.seed)
      for \(Decimal.grouped(settings.objects)) objects whose popularity falls with rank^-\(settings.alpha)
      \(Decimal.grouped(settings.pops)) POPs and \(settings.regions) shields, \(Decimal.grouped(settings.networks)) networks

      \(ScaleRow.head)

      """
    return head
      + sections.filter { !$0.rows.isEmpty }.map { section in
        "\(section.section)\n" + section.rows.map { $0.line + "\n" }.joined()
      }.joined(separator: "\n")
      + "\nDifferences of shares are percentage points.\n"
  }

  package var json: JSONValue { file.json(rows: sections) }
}
