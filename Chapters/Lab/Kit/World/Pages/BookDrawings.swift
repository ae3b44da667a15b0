/// The drawings of chapter 7's page: those of `lab world --html`, in files for a light and a dark page.
package enum BookDrawings {
  /// A telephone's page is some 300 pixels wide: what is drawn for 440 can be read there. The arrows of eight nodes cannot be so narrow.
  private static let narrow = 440.0

  /// The drawings of a trace by their names. Nothing is drawn that the trace does not have.
  ///
  /// - Parameter visits: the visits whose phases are shown, cold above warm; the first one arrow by arrow.
  package static func all(
    _ trace: WorldTrace, visits names: [String], scheme: TraceStyle.Scheme
  ) -> [(name: String, svg: String)] {
    let visits = names.compactMap { name in trace.visits.first { $0.id == name } }
    var drawings: [(name: String, svg: String)] = []
    if let first = visits.first { drawings.append(("visit-arrows", TraceDiagram(trace, first).svg(scheme))) }
    if !visits.isEmpty {
      drawings.append(("visit-phases", TraceWaterfall(visits: visits, width: narrow).svg(scheme)))
    }
    if let map = TraceMap(trace: trace, width: narrow).svg(scheme) { drawings.append(("visit-sites", map)) }
    return drawings
  }
}
