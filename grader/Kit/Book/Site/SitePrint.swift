/// What a page looks like on paper: its text alone, with blocks of code folded where paper is narrow.
enum SitePrint {
  static let file = "print.css"

  static let css = """
    @media print {
      .nav, .navigator, .sidebar, .aside, .on-this-page-container, .tabnav, .see-also, footer { display: none !important; }
      .adjustable-sidebar-width, .full-width-container, .doc-content { display: block !important; width: 100% !important; }
      pre, pre code, .code-line { white-space: pre-wrap !important; overflow: visible !important; }
      h1, h2, h3 { break-after: avoid; }
      pre, tr, figure, img { break-inside: avoid; }
    }

    """
}
