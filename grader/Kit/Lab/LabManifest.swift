import CurriculumKit

/// The text of the manifest that `lab` is built by, with a learner's functions in it.
package enum LabManifest {
  static let product = "lab"
  /// Where the workbook has it, and the scripts of its worlds.
  package static let folder = "Chapters/Lab"
  /// What the package reaches through links, and where the workbook has it.
  static let links = [
    ("PostRoad", "Chapters/PostRoad"), ("Kit", "Chapters/Lab/Kit"), ("Main", "Chapters/Lab/Main"),
    ("Scale", "Chapters/Lab/Scale"),
  ]

  static func text(chapters: [Chapter], linker: String?) -> String {
    let targets = chapters.map { chapter in
      """
          .target(
            name: "\(chapter.name)", dependencies: ["PostRoad"], path: "Subjects/\(chapter.folder)",
            swiftSettings: [.strictMemorySafety(), .unsafeFlags(["-suppress-warnings"])]),
      """
    }
    let names = chapters.map { "\"\($0.name)\"" } + ["\"PostRoad\"", "\"ScaleKit\""]
    return """
      // swift-tools-version: 6.2
      import PackageDescription

      /// What a learner does not edit is compiled soonest as a whole.
      let wholeModule = SwiftSetting.unsafeFlags(["-wmo", "-num-threads", "2"])
      let linker: [LinkerSetting] = [\(linker.map { ".unsafeFlags([\"-use-ld=\($0)\"])" } ?? "")]

      let package = Package(
        name: "Lab",
        platforms: [.macOS(.v15)],
        products: [.executable(name: "\(product)", targets: ["\(product)"])],
        targets: [
          .target(name: "PostRoad", path: "PostRoad", exclude: ["PostRoad.docc"], swiftSettings: [wholeModule]),
      \(targets.joined(separator: "\n"))
          .target(
            name: "ScaleKit", path: "Scale", swiftSettings: [wholeModule, .unsafeFlags(["-O"])]),
          .target(
            name: "LabKit", dependencies: [\(names.joined(separator: ", "))], path: "Kit",
            swiftSettings: [wholeModule]),
          .executableTarget(
            name: "\(product)", dependencies: ["LabKit"], path: "Main", linkerSettings: linker),
        ])

      """
  }
}
