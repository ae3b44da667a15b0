import Foundation
import SystemKit

/// A page's file, which `docc` leaves blank but for its program: the text is put where a browser without JavaScript, and a search
/// engine, find it.
struct StaticPage {
  /// From the top of the site: `documentation/postroad/01-header`.
  let path: String
  let site: String
  let address: SiteAddress

  func write() throws {
    guard let data = try Files.readIfPresent("\(site)/data/\(path).json"),
      let file = try Files.readIfPresent("\(site)/\(path)/index.html")
    else { throw BookError.pageLost(path) }
    do {
      let page = try JSONDecoder().decode(RenderPage.self, from: Data(data))
      let html = RenderHTML(page: page, address: address)
      let text = try Self.filled(String(decoding: file, as: UTF8.self), with: html)
      try Files.write(Array(text.utf8), to: "\(site)/\(path)/index.html")
    } catch let error as RenderHTML.UnknownKind {
      throw BookError.unknownPage(path, reason: "it has a part “\(error.name)”")
    } catch let error as DecodingError {
      throw BookError.unknownPage(path, reason: JSON.explain(error))
    } catch Fault.noPlace {
      throw BookError.unknownPage(path, reason: "it has no <noscript> or no <title>")
    }
  }

  private enum Fault: Error { case noPlace }

  /// The page's file with its own title, a description and its text.
  private static func filled(_ file: String, with html: RenderHTML) throws -> String {
    guard let title = file.firstRange(of: "<title>Documentation</title>"),
      let start = file.firstRange(of: "<noscript>"), let end = file.firstRange(of: "</noscript>"),
      title.upperBound <= start.lowerBound, start.upperBound <= end.lowerBound
    else { throw Fault.noPlace }
    let name = html.page.metadata.title ?? ""
    let whole = name == FrontPage.title ? name : "\(name) | \(FrontPage.title)"
    let summary = RenderHTML.escaped(html.summary)
    let head =
      "<title>\(RenderHTML.escaped(whole))</title><meta name=\"description\" content=\"\(summary)\">"
      + "<link href=\"\(html.address.of("/\(SiteStyle.file)"))\" rel=\"stylesheet\">"
    let text = "\(style)<main class=\"plain\">\n\(try html.html)\n</main>"
    return [
      file[..<title.lowerBound], head[...], file[title.upperBound..<start.upperBound], text[...],
      file[end.lowerBound...],
    ]
    .joined()
  }

  private static let style = """
    <style>
    #app { display: none; }
    .plain { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.5; }
    .plain h1, .plain h2, .plain h3 { margin: 1.5em 0 0.5em; }
    .plain p, .plain ul, .plain ol, .plain table, .plain pre, .plain details { margin: 0.8em 0; }
    .plain ul, .plain ol { padding-left: 1.5em; }
    .plain pre, .plain table { overflow-x: auto; display: block; }
    .plain th, .plain td { border: 1px solid; padding: 0.2em 0.5em; text-align: left; }
    .plain img { max-width: 100%; }
    </style>
    """
}
