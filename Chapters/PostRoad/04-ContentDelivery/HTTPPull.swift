extension HTTP {
  /// What an edge does with a client's request.
  public enum PullStep: Hashable, Sendable {
    /// Send the client this response.
    case answer(Response)
    /// Send the origin this request, and report its response.
    case ask(Request)
  }
}
