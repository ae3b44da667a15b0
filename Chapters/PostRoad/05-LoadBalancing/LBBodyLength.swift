extension LB {
  /// Where the body of a request ends.
  public enum BodyLength: Hashable, Sendable {
    /// After so many bytes; 0 where the request says nothing.
    case bytes(Int)
    /// Where the chunked coding says so.
    case chunked
  }

  /// Why nobody can be sure where the body of a request ends.
  public enum FramingError: Error, Hashable, Sendable {
    /// Transfer-Encoding in HTTP/1.0, which does not know it.
    case transferEncodingInOldVersion
    /// A Transfer-Encoding and a Content-Length.
    case bothLengths
    /// The value of Transfer-Encoding is not a list of codings.
    case badTransferEncoding(String)
    /// A coding other than chunked.
    case unknownCoding(String)
    /// The last coding is not chunked, or there is none.
    case lastCodingNotChunked
    /// Chunked stands there more than once.
    case repeatedChunked
    /// More than one Content-Length, in several fields or in one.
    case repeatedContentLength
    /// A Content-Length that is not digits alone.
    case badContentLength(String)
    /// A Content-Length larger than an Int can hold.
    case contentLengthTooLarge(String)
  }
}
