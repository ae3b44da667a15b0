/// What the site's own look adds to DocC's.
enum SiteStyle {
  static let file = "site.css"

  /// DocC's program says "Documentation" and "Article" on every page. Code is set so that lines of `Specification.widest` columns
  /// fit, and in a narrow window the cells of tables are small, so that four columns fit. The drawing beside a title is left out: where
  /// the title's sentence is long, it is written across it. Paper has a page's text alone, with code folded where it is narrow.
  static let css = """
    h2.nav-title { font-size: 0 !important; }
    h2.nav-title::after { content: "\(FrontPage.title)"; font-size: 1.25rem; }
    .eyebrow, .documentation-hero .icon { display: none !important; }
    pre, pre code, .code-listing .code-line { font-size: 13px !important; }
    @media (max-width: 735px) {
      .code-listing[data-syntax="swift"] pre, .code-listing[data-syntax="swift"] code { white-space: pre-wrap !important; }
      .content table :is(th, td) { padding: 0.2rem !important; font-size: 0.72rem; min-width: 0 !important; overflow-wrap: break-word; }
      .content table :is(th, td) :is(p, code) { font-size: inherit; }
      .tabnav-items .tabnav-item { padding-inline-start: 0.7rem !important; }
      .tabnav-items .tabnav-item:first-child { padding-inline-start: 0 !important; }
    }
    @media print {
      .nav, .navigator, .sidebar, .aside, .on-this-page-container, .tabnav, .see-also, footer { display: none !important; }
      .adjustable-sidebar-width, .full-width-container, .doc-content { display: block !important; width: 100% !important; }
      pre, pre code, .code-line { white-space: pre-wrap !important; overflow: visible !important; }
      h1, h2, h3 { break-after: avoid; }
      pre, tr, figure, img { break-inside: avoid; }
    }

    """
}
