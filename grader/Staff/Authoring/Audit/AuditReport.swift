/// What an audit tried and found, in the form that other programs read: schema `postroad.check/1`.
struct AuditReport: Codable, Sendable {
  var schema = "postroad.check/1"
  var exercises = 0
  var tests = 0
  var mistakes = 0
  var alternatives = 0
  var findings: [Finding] = []
}
