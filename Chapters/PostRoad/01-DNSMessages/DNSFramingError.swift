extension DNS {
  /// What goes wrong between a stream and the messages in it.
  public enum FramingError: Error, Hashable, Sendable {
    /// The stream ended inside a message: this many bytes of it had come, the two of its length counted.
    case endedInside(received: Int)
  }
}
