import SystemKit

/// The site: what `docc` makes of the prepared catalog, with its text in each page for whoever runs no JavaScript.
struct BookSite {
  let book: Book
  let address: SiteAddress
  let docc: DocC

  /// Writes all of it, or nothing.
  func write(to destination: SiteFolder) throws {
    defer { destination.clean() }
    let catalog = try Catalog(book: book).write(below: destination.draft)
    let site = "\(destination.draft)/site"
    try docc.convert(catalog, to: site, at: address)
    let pages = book.pages.map { "documentation/\(FrontPage.name)" + ($0.isFront ? "" : "/\($0.name)") }
      .map { $0.lowercased() }
    for path in pages { try StaticPage(path: path, site: site, address: address).write() }
    try write(Redirect(to: address.of("/\(pages[0])/")).html, to: "\(site)/index.html")
    try write(SiteStyle.css, to: "\(site)/\(SiteStyle.file)")
    try write(
      JSON.text(SiteIndex(basePath: address.basePath, pages: pages)), to: "\(site)/\(SiteFolder.marker)")
    try destination.publish(site)
  }

  private func write(_ text: String, to path: String) throws { try Files.write(Array(text.utf8), to: path) }
}

/// The page at the top of the site, which leads on to the front page.
private struct Redirect {
  let html: String

  init(to target: String) {
    html = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>\(FrontPage.title)</title>
      <meta http-equiv="refresh" content="0; url=\(target)">
      <link rel="canonical" href="\(target)">
      </head>
      <body><p><a href="\(target)">\(FrontPage.title)</a></p></body>
      </html>

      """
  }
}
