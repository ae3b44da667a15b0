/// How the pictures look, light and dark, as the browser asks for it.
enum TraceStyle {
  static let colors = """
    :root{--paper:#fff;--ink:#1d1d1f;--quiet:#6e6e73;--line:#c7c7cc;--fill:#e8e8ed;--dns:#0a66a8;--tcp:#b45309;\
    --tls:#7a3e9d;--wait:#3f7d20;--body:#6b5b00;--alarm:#c2255c}
    @media(prefers-color-scheme:dark){:root{--paper:#000;--ink:#f5f5f7;--quiet:#a1a1a6;--line:#55555a;\
    --fill:#2c2c2e;--dns:#64b5f6;--tcp:#f5a94c;--tls:#d3a4f0;--wait:#9ccc65;--body:#e0cf6a;--alarm:#ff7a9c}}

    """

  static let shapes: String = {
    let phases = VisitPhase.allCases.map { phase in
      let name = phase.rawValue
      return
        ".\(name){stroke:var(--\(name));fill:none}.\(name)-fill{fill:var(--\(name))}.\(name)-text{fill:var(--\(name))}"
    }
    return """
      svg{font-family:-apple-system,Helvetica,"DejaVu Sans",sans-serif;font-size:13px}
      text{fill:var(--ink)}.paper{fill:var(--paper)}.quiet{fill:var(--quiet)}.small{font-size:11px}
      .lane{stroke:var(--line);stroke-width:1}.grid{stroke:var(--fill);stroke-width:1}
      .fold{stroke:var(--quiet);stroke-width:1;stroke-dasharray:2 3}
      .name{font-weight:600}.halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
      .arrow{stroke-width:1.6}.other{stroke:var(--quiet);fill:none}.other-fill{fill:var(--quiet)}.other-text{fill:var(--quiet)}
      .lost{stroke-dasharray:4 3}.alarm{stroke:var(--alarm);stroke-width:2;fill:none}.alarm-fill{fill:var(--alarm)}
      .bar{fill:var(--fill)}.tick{stroke:var(--ink);stroke-width:1.5}
      \(phases.joined(separator: "\n"))

      """
  }()

  static let page = """
    *{box-sizing:border-box}html{color-scheme:light dark}
    body{margin:0 auto;max-width:60rem;padding:1.5rem 1rem 3rem;background:var(--paper);color:var(--ink);\
    font:16px/1.5 -apple-system,Helvetica,"DejaVu Sans",sans-serif}
    h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.15rem;margin:2.25rem 0 .5rem}p{margin:.25rem 0 .75rem}
    .muted{color:var(--quiet)}.wide{overflow-x:auto}.wide svg{display:block;min-width:560px;max-width:100%;height:auto}
    table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;padding:.3rem .6rem .3rem 0;\
    border-bottom:1px solid var(--fill);vertical-align:top}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
    details{border-bottom:1px solid var(--fill);padding:.3rem 0}summary{cursor:pointer;overflow-wrap:anywhere}
    pre{overflow-x:auto;font:12px/1.5 Menlo,"DejaVu Sans Mono",monospace;background:var(--fill);padding:.6rem;border-radius:4px}
    .key{display:inline-block;width:.8em;height:.8em;border-radius:2px;margin:0 .3em 0 1em;vertical-align:-.05em}

    """
}
