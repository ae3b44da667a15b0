import Foundation

/// Translates the paths of a workspace into the workbook's: a learner never sees where their file was laid.
package struct LaidPaths: Sendable {
  /// The workspace's folder and the workbook's, as they are named and with their links resolved.
  private let workspaces: [String]
  private let workbooks: [String]
  /// `Subjects/01-DNSMessages/01-Header.swift` to the workbook's path.
  private let files: [String: String]

  package init(recipe: Recipe, workspace: String, workbook: String) {
    workspaces = Self.names(of: workspace)
    workbooks = Self.names(of: workbook)
    let laid =
      recipe.subjects.map { ("Subjects/\(recipe.chapter.folder)/\($0.name)", $0.path) }
      + recipe.runnerFiles.map { ("Suites/\(recipe.chapter.folder)/\($0.name)", $0.path) }
    files = Dictionary(laid) { first, _ in first }
  }

  /// The workbook's path of a file; a path outside of both folders stays as it is.
  package func own(_ path: String) -> String {
    for folder in workspaces where path.hasPrefix(folder + "/") {
      var inner = String(path.dropFirst(folder.count + 1))
      if inner.hasPrefix(Self.aside + "/") { inner.removeFirst(Self.aside.count + 1) }
      if let file = files[inner] { return file }
      for (link, target) in Self.links where inner.hasPrefix(link + "/") {
        return target + inner.dropFirst(link.count)
      }
      return inner
    }
    for folder in workbooks where path.hasPrefix(folder + "/") {
      return String(path.dropFirst(folder.count + 1))
    }
    return path
  }

  /// What the workspace reaches through links.
  package static let links = [("PostRoad", "Chapters/PostRoad"), ("Support", "Tests/Support")]

  /// Where files lie that are compiled without being built, at the same places below.
  package static let aside = "Check"

  private static func names(of folder: String) -> [String] {
    let resolved = URL(filePath: folder).resolvingSymlinksInPath().path(percentEncoded: false)
    return resolved == folder ? [folder] : [folder, resolved]
  }
}
