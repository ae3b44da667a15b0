/// A mistake that explains what was seen.
package struct Diagnosis: Codable, Hashable, Sendable {
  package var mistake: String
  package var hint: String

  package init(mistake: String, hint: String) {
    self.mistake = mistake
    self.hint = hint
  }
}
