import Foundation
import StaffKit

@main struct Main {
  static func main() { exit(Staff.grader.main(Array(CommandLine.arguments.dropFirst()))) }
}
