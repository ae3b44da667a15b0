import CurriculumKit
import SystemKit

/// What a command can do in a copy of the workbook, which may have been handed out without solutions, lab, or staff.
extension Command {
  func works(in workbook: Workbook) -> Bool {
    if isElsewhere, !StaffProgram.isIn(workbook) { return false }
    if needsLab, !workbook.isFolder(LabManifest.folder) { return false }
    return !needsSolutions || Curriculum.hasSolutions(workbook)
  }

  /// The same without the options that can do nothing there, and without the examples of them.
  func usable(in workbook: Workbook) -> Command {
    guard !Curriculum.hasSolutions(workbook) else { return self }
    var usable = self
    let useless = options.filter(\.needsSolutions).map(\.name)
    usable.options.removeAll { useless.contains($0.name) }
    usable.examples.removeAll { example in useless.contains { example.contains($0) } }
    return usable
  }
}
