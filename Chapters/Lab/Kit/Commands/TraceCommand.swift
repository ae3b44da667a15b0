enum TraceCommand {
  static let help = """
    lab trace draws what a world has written with --trace.

      lab trace first-second.jsonl

      --visit NAME      the visit that is drawn, for example laptop/2; the first one unless you say otherwise
      --svg FILE        writes its picture, light or dark as the browser is
      --html FILE       writes a page with all pictures
      --help

    In the terminal a row is an arrow; ~ stands for a time in which nothing happens. A double line is no DNS. An arrow that ends in × is
    lost; one with an empty head came to no use.

    """

  static let valued = ["--visit", "--svg", "--html"]

  static func run(_ arguments: [String]) throws {
    let options = try Options(arguments, valued: valued, plain: ["--help"], words: 1)
    if options.has("--help") { return Output.write(help) }
    guard let path = options.words.first else {
      throw LabError.usage("The trace is missing: lab world SCRIPT --trace FILE writes one.")
    }
    let trace: WorldTrace
    do {
      trace = try WorldTrace(lines: String(decoding: fileBytes(path), as: UTF8.self))
    } catch let failure as WorldTrace.Failure {
      throw LabError.failed("\(path), \(failure)")
    } catch let error as SystemError {
      throw LabError.failed("\(error).\nlab trace needs the path of a trace.")
    }
    try show(trace, options)
  }

  /// Prints the picture of a visit, and writes the files that are asked for.
  static func show(_ trace: WorldTrace, _ options: Options) throws {
    let sorted = trace.visits.sorted { ($0.began, $0.id) < ($1.began, $1.id) }
    let visit = options["--visit"].map { id in sorted.first { $0.id == id } } ?? sorted.first
    guard let visit else {
      guard let id = options["--visit"] else { return Output.line("No visit has ended.") }
      let known = sorted.prefix(5).map(\.id).joined(separator: ", ")
      throw LabError.usage("There is no visit \(id). There are \(known.isEmpty ? "none" : known).")
    }
    Output.write(TraceSummary.visits(trace))
    Output.line("\n\(visit.id): \(visit.url)\n")
    Output.line(TracePicture.text(trace, visit: visit))
    var bars = [(name: visit.id, timeline: VisitTimeline(visit.spans))]
    if let other = TracePages.warm(sorted, after: visit) {
      bars.append((other.id, VisitTimeline(other.spans)))
    }
    Output.line(VisitPicture.text(bars))
    Output.write(TraceSummary.totalsText(trace))
    if let path = options["--svg"] { try writeFile(path, TracePages.svg(trace, visit: visit)) }
    if let path = options["--html"] { try writeFile(path, TracePages.html(trace, visit: visit)) }
  }
}
