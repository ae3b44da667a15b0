extension LB {
  /// A field of a request.
  public struct Field: Hashable, Sendable {
    /// Its name in small letters.
    public var name: String
    /// Its value without the white space around it; each character is one byte (ISO 8859-1).
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What stands before the body of an HTTP/1 request.
  public struct RequestHead: Hashable, Sendable {
    /// The most bytes we read, to the empty line at the end: nginx's four buffers of 8 KiB, halved.
    public static let maximumLength = 16_384
    /// The most fields we read: Apache's LimitRequestFields.
    public static let maximumFields = 100

    public var method: String
    public var target: String
    /// The digit behind the dot: 0 or 1.
    public var minorVersion: Int
    /// In the order of the message.
    public var fields: [Field]
    /// The bytes of the head, with the empty line at its end.
    public var length: Int

    public init(method: String, target: String, minorVersion: Int = 1, fields: [Field], length: Int = 0) {
      self.method = method
      self.target = target
      self.minorVersion = minorVersion
      self.fields = fields
      self.length = length
    }

    /// The values of all fields of a name, given in small letters.
    public func values(of name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
  }

  /// Why bytes are not the head of a request that we pass on.
  public enum RequestError: Error, Hashable, Sendable {
    /// All lines so far are right, and the head is not complete: read on.
    case incomplete
    /// No end within `RequestHead.maximumLength` bytes.
    case headTooLarge
    /// More than `RequestHead.maximumFields` fields.
    case tooManyFields
    /// A line that ends with LF alone.
    case bareLF
    /// A CR that is not followed by LF.
    case bareCR
    /// The request line is not a method, a target and a version with one space between them.
    case badRequestLine
    /// Another version than HTTP/1.0 and HTTP/1.1.
    case badVersion(String)
    /// White space before the first field.
    case spaceBeforeFirstField
    /// A later line that begins with white space: it would continue the field before it (obs-fold).
    case obsoleteFolding
    /// White space between a field's name and its colon.
    case spaceBeforeColon
    /// A line without a colon, or with a name that is not a token.
    case badFieldName
    /// A NUL or another control character in the value of this field.
    case badFieldValue(String)
    /// HTTP/1.1 without a Host.
    case missingHost
    /// More than one Host.
    case repeatedHost
    /// A Host that is no host with a port or without.
    case badHost(String)
  }
}
