import TestSupport
import Testing

/// The subject that a suite works with: made as a check, so that a refusal says of what, and that it is wrong.
///
/// - Returns: nil when it was refused, which has been reported then.
public func made<Input, Subject>(
  _ call: String, _ input: Input, _ make: (Input) throws -> Subject,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> Subject? {
  var subject: Subject?
  let rule = "there is nothing to refuse here"
  try check(call, input, returns: MadeIt.yes, rule, sourceLocation: sourceLocation) { input in
    subject = try make(input)
    return .yes
  }
  return subject
}

private enum MadeIt: CheckDescribable {
  case yes

  var checkDescription: String { "no error" }
}
