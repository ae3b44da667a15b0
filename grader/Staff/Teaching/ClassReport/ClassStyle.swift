import GraderKit

/// How the page of a class looks: light and dark as the reader has it, on paper without colours of the screen.
enum ClassStyle {
  struct Mark: Sendable {
    var verdict: ExerciseStatus
    /// Tells verdicts apart where colours do not.
    var sign: String
  }

  static let marks = [
    Mark(verdict: .solved, sign: "✓"), Mark(verdict: .failing, sign: "✗"), Mark(verdict: .crashed, sign: "!"),
    Mark(verdict: .hung, sign: "∞"), Mark(verdict: .doesNotCompile, sign: "c"),
    Mark(verdict: .judged(.waiting), sign: "w"), Mark(verdict: .judged(.refused), sign: "r"),
    Mark(verdict: .notStarted, sign: "·"),
  ]

  static func sign(of verdict: ExerciseStatus) -> String {
    marks.first { $0.verdict == verdict }?.sign ?? "?"
  }

  /// Contrasts of text are 4.5 to 1 and more in both schemes (WCAG 2.2, 1.4.3).
  static let css = """
    :root { --ink: #1d2430; --paper: #ffffff; --line: #c9ced6; --soft: #f2f4f7;
      --good: #cdebd3; --bad: #f6cfca; --odd: #fbe3b8; --none: #ffffff; --cell: #1d2430; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e7eaf0; --paper: #14181f; --line: #3a424f; --soft: #1d232d;
        --good: #1f5130; --bad: #6b2a24; --odd: #5f4a14; --none: #14181f; --cell: #f3f5f8; }
    }
    body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: var(--ink); background: var(--paper);
      font: 1rem/1.5 system-ui, sans-serif; }
    h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; } h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
    h4 { font-size: .9rem; margin: .5rem 0 0; } p { margin: .25rem 0; } ul { margin: .25rem 0; padding-left: 1.25rem; }
    .wide { overflow-x: auto; max-width: max-content; border: 1px solid var(--line); scrollbar-width: thin; }
    .sideways { display: none; font-size: .85rem; font-style: italic; }
    .titles { list-style: none; padding: 0; columns: 16rem; font-size: .85rem; }
    .titles li { break-inside: avoid; }
    .need { border-left: .3rem solid var(--line); padding-left: 1rem; } .need h2 { margin-top: 1rem; } .need h3 { margin-top: .75rem; }
    table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; }
    th, td { border: 1px solid var(--line); padding: .1rem .35rem; text-align: center; font-weight: normal; }
    thead th, tfoot th, tfoot td { background: var(--soft); }
    tbody th, tfoot th, .list th { text-align: left; }
    .map { border-style: hidden; }
    .map tr > :first-child { position: sticky; left: 0; white-space: nowrap; max-width: 16rem; overflow: hidden; text-overflow: ellipsis; }
    .many th, .many td { padding: .1rem .15rem; font-size: .75rem; } .many tr > :first-child { max-width: 10rem; }
    .map tbody th { background: var(--paper); }
    .sum { text-align: right; }
    .cell { color: var(--cell); min-width: 1.1rem; }
    .legend { list-style: none; margin-top: 1.5rem; display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; }
    .legend .cell { display: inline-block; text-align: center; border: 1px solid var(--line); }
    .solved { background: var(--good); }
    .failing, .crashed, .hung { background: var(--bad); }
    .doesNotCompile, .refused, .waiting { background: var(--odd); }
    .notStarted, .notJudged { background: var(--none); }
    @media (max-width: 40rem) { .sideways { display: block; } .map tr > :first-child { max-width: 8rem; } }
    @media print {
      :root { --ink: #000000; --paper: #ffffff; --line: #888888; --soft: #ffffff; --cell: #000000; --none: #ffffff;
        --good: #e3f3e6; --bad: #f6d8d4; --odd: #fbecce; }
      body { margin: 0; max-width: none; font-size: 10pt; }
      .wide { overflow: visible; border: 0; } .sideways { display: none; }
      .map { font-size: 8pt; } .map th, .map td { padding: .05rem .2rem; } .map tr > :first-child { max-width: 9rem; }
      .map.many th, .map.many td { padding: .05rem .1rem; font-size: 6.5pt; } .many .cell { min-width: 0; }
      .map.many tr > :first-child { max-width: 6rem; }
      thead { display: table-header-group; }
      tr, .exercise { break-inside: avoid; }
      h2, h3, h4 { break-after: avoid; }
      .cell { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    """
}
