import SystemKit

/// The stubs that were called while a suite ran: `NotStarted` writes down each file that throws it, where it is asked to.
///
/// A test that fails because a neighbour is not written says so only where nobody swallowed the error on its way.
enum CalledStubs {
  /// The environment variable that tells `NotStarted` where to write.
  static let variable = "POSTROAD_CALLED_STUBS"

  /// A larger file is not read: a stub that is called a hundred thousand times has said enough.
  private static let mostBytes = 64 << 20

  /// The files, a line each. What cannot be read is empty, as where no stub was called.
  static func read(_ file: String) -> Set<String> {
    let bytes = Files.readPlainIfPresent(file, most: mostBytes)
    return Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
  }
}
