/// Why a file or a folder could not be read: it is absent, or it exists and cannot be read. The two are never mixed up.
package enum FileError: Error, Equatable, Sendable {
  case notFound(String)
  case unreadable(String, reason: String)
}

extension FileError {
  package var path: String {
    switch self {
    case .notFound(let path), .unreadable(let path, _): path
    }
  }

  /// The same error with the path as the reader knows it.
  package func at(_ path: String) -> FileError {
    switch self {
    case .notFound: .notFound(path)
    case .unreadable(_, let reason): .unreadable(path, reason: reason)
    }
  }
}

extension FileError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notFound(let path): "\(path) is missing."
    case .unreadable(let path, let reason):
      "\(path) cannot be read (\(reason)). Check its permissions, and who owns it: `ls -l \(path)`."
    }
  }
}
