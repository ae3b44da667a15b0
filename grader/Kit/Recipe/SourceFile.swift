/// A file as it is compiled: what it is called there, where it came from, and its content, read once.
struct SourceFile: Hashable, Sendable {
  enum Origin: String, Sendable {
    /// What is judged.
    case submission
    /// A further file of the learner's.
    case helper
    /// The solution that stands in for an exercise that is not judged.
    case reference
    /// The declarations of an exercise that nothing may call yet.
    case stub
    case suite
    /// An empty file in the place of a suite that was not asked for: the list of names stays the same.
    case blank
  }

  /// In the chapter's folder of the workspace: `01-Header.swift`.
  let name: String
  /// From the top of the workbook: where a report says that it is.
  let path: String
  let origin: Origin
  let content: Content
  /// Whose file it is; nil for a helper.
  var exercise: Exercise?
}

/// A file's bytes with their fingerprint, which is worked out once and stands for them.
struct Content: Hashable, Sendable {
  let bytes: [UInt8]
  let fingerprint: String

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    fingerprint = Fingerprint.of(bytes)
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  static func == (one: Content, other: Content) -> Bool {
    one.fingerprint == other.fingerprint && one.bytes.count == other.bytes.count
  }

  func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
}
