import CurriculumKit

/// Says why a submission has no `Exercises` to take, by the paths of what is in it.
struct Misplaced {
  let curriculum: Curriculum

  func refusal(_ paths: [String]) -> IntakeRefusal {
    let all = paths.map { $0.replacing("\\", with: "/").split(separator: "/").filter { $0 != "." } }
      .filter { parts in parts.allSatisfy { !$0.hasPrefix(".") && $0 != "__MACOSX" } }
    func path(_ isIt: (Substring) -> Bool) -> String? {
      for parts in all {
        if let index = parts.firstIndex(where: isIt) { return parts[...index].joined(separator: "/") }
      }
      return nil
    }
    let deep = all.filter { ($0.firstIndex(of: "Exercises") ?? 0) > Intake.mostAbove }
    if let parts = deep.first, let index = parts.firstIndex(of: "Exercises") {
      return .tooDeep(path: parts[...index].joined(separator: "/"))
    }
    if let found = path({ $0.lowercased() == "exercises" && $0 != "Exercises" }) {
      return .misspelled(path: found)
    }
    let files = all.filter { $0.last?.hasSuffix(".swift") == true }.compactMap(\.last)
    if files.isEmpty {
      return path { $0 == "Exercises" }.map { .emptyExercises(path: $0) } ?? .noExercises
    }
    let folders = curriculum.chapters.filter { chapter in
      curriculum.exercises(of: chapter).contains { files.contains(Substring($0.fileName)) }
    }
    return .misplaced(files: files.count, folders: folders.map(\.folder))
  }
}
