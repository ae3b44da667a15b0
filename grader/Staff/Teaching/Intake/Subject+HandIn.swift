import CurriculumKit

extension Subject {
  /// What a stranger handed in, under the rules for strangers' code. What is missing was not handed in: it is not started.
  package static func handedIn(_ handIn: HandIn, curriculum: Curriculum) throws -> Subject {
    var subject = Subject(kind: .exercises)
    for chapter in curriculum.chapters {
      let prefix = chapter.folder + "/"
      let files = Dictionary(
        uniqueKeysWithValues: handIn.files.filter { $0.key.hasPrefix(prefix) }
          .map { (String($0.key.dropFirst(prefix.count)), $0.value) })
      let ownTypes = files.values.reduce(into: Set<String>()) {
        $0.formUnion(LanguageRule.types(in: String(decoding: $1, as: UTF8.self)))
      }
      for exercise in curriculum.exercises(of: chapter) {
        guard let bytes = files[exercise.fileName] else {
          subject.submissions[exercise] = .untouched
          continue
        }
        let submission = try submission(bytes, of: exercise, curriculum: curriculum)
        subject.submissions[exercise] = submission
        guard case .untouched = submission else {
          let violations = LanguageRule.violations(
            in: String(decoding: bytes, as: UTF8.self), stub: try curriculum.stub(of: exercise),
            ownTypes: ownTypes)
          if !violations.isEmpty {
            subject.submissions[exercise] = .refused(
              violations.map { Diagnostic(message: $0.message, file: exercise.file, line: $0.line) })
          }
          continue
        }
      }
      subject.helpers[chapter] = HelperFiles(
        files, of: chapter, curriculum: curriculum,
        refusal: { text in
          LanguageRule.violations(in: text, ownTypes: ownTypes).first.map { ($0.message, $0.line) }
        })
    }
    return subject
  }
}
