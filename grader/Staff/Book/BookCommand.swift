import GraderKit
import SystemKit

/// `grader book`: the book as a web site.
package enum BookCommand {
  package static let command = Command(
    .book, options: [to.option, basePath.option, source.option],
    needsSolutions: false,
    examples: [
      "swift run grader book --to .build/book",
      "swift run grader book --to .build/book --base-path postroad",
    ],
    action: run)

  private static let to = Setting(
    "--to", "folder", wanted: "the folder to write the site to",
    help: "where the site goes: a new or empty folder, or a site that this command wrote before"
  ) { $0.isEmpty ? nil : $0 }

  private static let basePath = Setting(
    "--base-path", "name", wanted: "the path below which a server shows the site, as in `postroad`",
    help: "the path below which a server shows the site; without it, the server's top"
  ) { SiteAddress(basePath: $0) }

  private static let source = Setting(
    "--source", "address",
    wanted: "an address that begins with https://, to which the path of a file is added",
    help: "link the workbook's files there, as in https://host/owner/postroad/blob/main"
  ) { text -> String? in
    guard text.wholeMatch(of: /https:\/\/[^\s\/()<>"]+(\/[^\s()<>"]*)?/) != nil else { return nil }
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  private static func run(_ options: Options, in session: Session) throws -> Int32 {
    guard let folder = options[to] else {
      throw UsageError.missingOption(
        to.option.name, command: command.name, wanted: "the folder to write the site to")
    }
    let address = options[basePath] ?? SiteAddress()
    let activity = Activity(console: session.console)
    defer { activity.end() }
    activity.announce("writing the book")
    let destination = try SiteFolder(folder)
    let book = try Book(session.curriculum, source: options[source])
    try BookSite(book: book, address: address, docc: DocC(Toolchain())).write(to: destination)
    activity.end()
    session.console.line("\(book.pages.count.pluralized("page")) written to \(folder)")
    if address.basePath.isEmpty {
      session.tell(
        "Read it at http://localhost:8000 with",
        command: "python3 -m http.server --directory \(quoted(folder)) 8000")
    }
    return ExitStatus.success
  }

  /// A word as a shell takes it.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.wholeMatch(of: /[A-Za-z0-9._\/+-]+/) != nil
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
