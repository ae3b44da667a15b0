/// Exercises by their numbers, in the order of the course. As text, neighbours are drawn together: `1.1 to 1.5, 7.3`.
package struct ExerciseList: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  private struct Number: Hashable, Comparable, Sendable {
    let chapter: Int
    let place: Int

    init(chapter: Int, place: Int) { (self.chapter, self.place) = (chapter, place) }

    init?(_ text: some StringProtocol) {
      let parts = text.split(separator: ".").compactMap { Int($0) }
      guard parts.count == 2 else { return nil }
      self.init(chapter: parts[0], place: parts[1])
    }

    static func < (one: Number, other: Number) -> Bool {
      (one.chapter, one.place) < (other.chapter, other.place)
    }
  }

  private var numbers: Set<Number>

  private init(numbers: Set<Number>) { self.numbers = numbers }

  /// Reads numbers and ranges of one chapter, with commas between them. What is neither is left out.
  package init(stringLiteral text: String) {
    numbers = []
    for part in text.split(separator: ",") {
      let ends = part.split(separator: " ").filter { $0 != "to" }.compactMap(Number.init)
      guard let first = ends.first, let last = ends.last, first.chapter == last.chapter, first <= last else {
        continue
      }
      for place in first.place...last.place {
        numbers.insert(Number(chapter: first.chapter, place: place))
      }
    }
  }

  package var count: Int { numbers.count }

  package func union(_ other: ExerciseList) -> ExerciseList {
    ExerciseList(numbers: numbers.union(other.numbers))
  }

  package func intersection(_ other: ExerciseList) -> ExerciseList {
    ExerciseList(numbers: numbers.intersection(other.numbers))
  }

  package func subtracting(_ other: ExerciseList) -> ExerciseList {
    ExerciseList(numbers: numbers.subtracting(other.numbers))
  }

  package var description: String {
    var runs: [(first: Number, last: Number)] = []
    for number in numbers.sorted() {
      if let run = runs.last, run.last.chapter == number.chapter, run.last.place + 1 == number.place {
        runs[runs.count - 1].last = number
      } else {
        runs.append((number, number))
      }
    }
    return runs.map { first, last in
      switch last.place - first.place {
      case 0: "\(first.chapter).\(first.place)"
      case 1: "\(first.chapter).\(first.place), \(last.chapter).\(last.place)"
      default: "\(first.chapter).\(first.place) to \(last.chapter).\(last.place)"
      }
    }.joined(separator: ", ")
  }

  /// A short list as it is, and of a long one the first: `79 exercises, of which 1.1 comes first`.
  package var inWords: String {
    guard count > Self.most, let first = numbers.min() else { return description }
    return "\(count) exercises, of which \(first.chapter).\(first.place) comes first"
  }

  private static let most = 8
}
