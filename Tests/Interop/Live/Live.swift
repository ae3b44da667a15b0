import Testing

/// Tests marked as interop: real programs on loopback, one after the other.
@Suite(.serialized) struct Live {}
