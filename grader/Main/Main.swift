import Foundation
import GraderKit

@main struct Main {
  static func main() { exit(Grader.learners.main(Array(CommandLine.arguments.dropFirst()))) }
}
