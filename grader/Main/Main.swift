import Foundation
import GraderKit

@main struct Main {
  static func main() { exit(Grader.main(Array(CommandLine.arguments.dropFirst()))) }
}
