/// Why there is no site: exit status 3.
enum BookError: Error, Equatable {
  /// The folder holds something that this program did not write.
  case occupied(String)
  case notAFolder(String)
  /// The toolchain has no `docc` beside its `swift`.
  case noDocC(String)
  /// What `docc` said of the prepared catalog: an error or a warning.
  case refused(String)
  case doccEnded(String)
  /// A page that was prepared and is not in the site.
  case pageLost(String)
  /// A page of the site that has not the form that is known.
  case unknownPage(String, reason: String)
}

extension BookError: CustomStringConvertible {
  var description: String {
    switch self {
    case .occupied(let folder):
      "\(folder) holds something that is not a site of this command, and nothing was written. Name a new folder, or remove that one."
    case .notAFolder(let path): "\(path) is not a folder. Name a new folder for the site."
    case .noDocC(let folder):
      "there is no `docc` in \(folder), where your Swift is. Install a whole toolchain from https://www.swift.org/install."
    case .refused(let words):
      "docc does not accept the book, and nothing was written. The lines are those of the pages that were prepared for it.\n\(words)"
    case .doccEnded(let how): "docc was ended before it finished (\(how)). Nothing was written: run it again."
    case .pageLost(let name):
      "docc left out the page \(name), and nothing was written. This docc may be too new for this grader."
    case .unknownPage(let path, let reason):
      "\(path), which docc wrote, has a form that is not known (\(reason)), and nothing was written. This docc may be too new for this grader."
    }
  }
}
