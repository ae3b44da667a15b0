import CurriculumKit
import Foundation

/// Where SwiftPM puts what it builds.
struct BuildPlace: Equatable {
  let scratch: String
  let configuration: String

  /// `X/.build/x86_64-unknown-linux-gnu/debug/grader` lies in the scratch folder `X/.build`; nil where SwiftPM did not build it.
  init?(program: String?) {
    guard let program else { return nil }
    let folders = URL(filePath: program).resolvingSymlinksInPath().pathComponents.dropLast()
    guard let configuration = folders.last, ["debug", "release"].contains(configuration), folders.count > 3
    else { return nil }
    self.configuration = configuration
    scratch = "/" + folders.dropFirst().dropLast(2).joined(separator: "/")
  }

  init(workbook: Workbook) {
    scratch = workbook.absolute(".build")
    configuration = "debug"
  }

  /// The path of a product.
  func program(_ name: String) -> String { "\(scratch)/\(configuration)/\(name)" }
}
