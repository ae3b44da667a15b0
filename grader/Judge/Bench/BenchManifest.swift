import CurriculumKit

/// The text of the bench's own manifest and of its runner programs.
package enum BenchManifest {
  /// Each chapter as a library and an executable that runs its suites: an executable needs no test discovery, and each
  /// chapter links its own.
  ///
  /// The library is compiled so that who uses it knows nothing but its interface: neither the private properties of its types nor
  /// its private functions. So the suites are good for as long as the interface stays, and most edits leave it alone.
  ///
  /// - Parameter linker: what programs are linked with instead of the system's own linker, if anything.
  package static func text(chapters: [Chapter], linker: String?) -> String {
    let targets = chapters.map { chapter in
      """
          .target(
            name: "\(chapter.name)", dependencies: ["PostRoad"], path: "Subjects/\(chapter.folder)",
            swiftSettings: [
              .strictMemorySafety(),
              .unsafeFlags([
                "-enable-library-evolution", "-no-verify-emitted-module-interface",
                // The vocabulary is not compiled so, and the compiler would warn of that. Authors see other warnings in `check`.
                "-suppress-warnings",
              ]),
            ]),
          .target(
            name: "\(chapter.supportModule)", dependencies: ["PostRoad", "TestSupport"],
            path: "Support/\(chapter.folder)", swiftSettings: [wholeModule]),
          .executableTarget(
            name: "\(chapter.suiteModule)",
            dependencies: ["\(chapter.name)", "\(chapter.supportModule)", "PostRoad", "TestSupport"],
            path: "Suites/\(chapter.folder)",
            // `squareRoot` and `rounded` need it, and nothing else of the runner's brings it along.
            linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))] + linker),
      """
    }
    return """
      // swift-tools-version: 6.2
      import PackageDescription

      /// What a learner does not edit is compiled once, and soonest as a whole. With threads each file has an object of its own, as
      /// SwiftPM expects.
      let wholeModule = SwiftSetting.unsafeFlags(["-wmo", "-num-threads", "2"])
      let linker: [LinkerSetting] = [\(linker.map { ".unsafeFlags([\"-use-ld=\($0)\"])" } ?? "")]

      let package = Package(
        name: "Bench",
        platforms: [.macOS(.v15)],
        targets: [
          .target(name: "PostRoad", path: "PostRoad", swiftSettings: [wholeModule]),
          .target(
            name: "TestSupport", dependencies: ["PostRoad"], path: "Support/Common", swiftSettings: [wholeModule]),
      \(targets.joined(separator: "\n"))
        ])

      """
  }

  package static let runnerFile = "Runner.swift"

  /// The program that runs a chapter's suites with Swift Testing's own entry point.
  package static let runner = """
    import Testing

    #if canImport(Glibc)
      @preconcurrency import Glibc
    #elseif canImport(Darwin)
      @preconcurrency import Darwin
    #endif

    @main struct Runner {
      static func main() async {
        // Line by line, so that what was printed before a crash is not lost with the process.
        setvbuf(stdout, nil, _IOLBF, 0)
        await Testing.__swiftPMEntryPoint() as Never
      }
    }

    """
}
