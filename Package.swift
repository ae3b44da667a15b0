// swift-tools-version: 6.2
import PackageDescription

/// The chapters in the order of the book: the only list in the project. Each is a folder of this name
/// in `Exercises`, `Solutions`, `Tests` and `Tests/Support`; the exercises are what is in it.
let chapters = [
  "01-DNSMessages",
  "02-DNSAuthority",
  "03-DNSResolution",
  "04-ContentDelivery",
  "05-LoadBalancing",
  "06-ConsistentHashing",
]

/// The names in a comma-separated environment variable, or nil where it is unset or empty.
func names(in variable: String) -> Set<String>? {
  let names = (Context.environment[variable] ?? "").split(separator: ",").map {
    String($0.filter { $0 != " " })
  }
  return names.isEmpty ? nil : Set(names)
}

/// `all`, or the chapters that come from `Solutions` instead of `Exercises`.
let solved = names(in: "WORKBOOK_SOLUTIONS") ?? []
/// The only chapters in the package; nil means each of them.
let wanted = names(in: "WORKBOOK_CHAPTERS")

/// Whether the figures are built: then modules are optimized together, as a program that uses them would have it.
let isBenchmark = Context.environment["WORKBOOK_BENCHMARK"] != nil

let exerciseSettings: [SwiftSetting] =
  [.strictMemorySafety()] + (isBenchmark ? [.unsafeFlags(["-cross-module-optimization"])] : [])

let package = Package(
  name: "PostRoad",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "grader", targets: ["grader"])],
  targets: [
    .target(name: "PostRoad", path: "Chapters/PostRoad", swiftSettings: exerciseSettings),
    .target(name: "TestSupport", dependencies: ["PostRoad"], path: "Tests/Support/Common"),
    // The grader in layers: each may use those above it in this list, and the compiler forbids the rest.
    .target(name: "SystemKit", path: "grader/System"),
    .target(name: "CurriculumKit", dependencies: ["SystemKit"], path: "grader/Curriculum"),
    .target(name: "JudgeKit", dependencies: ["CurriculumKit", "SystemKit"], path: "grader/Judge"),
    .target(
      name: "GraderKit", dependencies: ["CurriculumKit", "JudgeKit", "SystemKit"], path: "grader/Kit"),
    .executableTarget(name: "grader", dependencies: ["GraderKit"], path: "grader/Main"),
  ]
)

for folder in chapters {
  let name = String(folder.drop { $0 != "-" }.dropFirst())
  guard wanted?.contains(name) ?? true else { continue }
  let isSolved = solved.contains("all") || solved.contains(name)
  package.targets += [
    .target(
      name: name, dependencies: ["PostRoad"],
      path: "\(isSolved ? "Solutions" : "Exercises")/\(folder)", swiftSettings: exerciseSettings),
    .target(
      name: "\(name)Support", dependencies: ["PostRoad", "TestSupport"], path: "Tests/Support/\(folder)"),
    .testTarget(
      name: "\(name)Tests",
      dependencies: [.byName(name: name), .byName(name: "\(name)Support"), "PostRoad", "TestSupport"],
      path: "Tests/\(folder)"),
  ]
}

// The authors' own suites judge the grader and the solutions: a learner's `swift test` leaves them out.
if solved.contains("all") {
  package.targets.append(
    .testTarget(
      name: "GraderTests", dependencies: ["CurriculumKit", "GraderKit", "JudgeKit", "SystemKit"],
      path: "Tests/GraderTests", exclude: ["Terminal/Screens"]))
  if wanted == nil {
    // The chapters' functions as servers, over the solutions.
    package.products.append(.executable(name: "lab", targets: ["lab"]))
    package.targets += [
      .target(
        name: "LabKit",
        dependencies: [
          "ContentDelivery", "DNSAuthority", "DNSMessages", "DNSResolution", "LoadBalancing", "PostRoad",
        ],
        path: "Chapters/Lab/Kit"),
      .executableTarget(name: "lab", dependencies: ["LabKit"], path: "Chapters/Lab/Main"),
      .testTarget(
        name: "LabTests",
        dependencies: [
          "ContentDelivery", "DNSAuthority", "DNSMessages", "DNSResolution", "LabKit", "PostRoad",
        ],
        path: "Tests/LabTests"),
      .testTarget(
        name: "InteropTests",
        dependencies: [
          "ConsistentHashingSupport", "ContentDelivery", "ContentDeliverySupport", "DNSAuthority",
          "DNSAuthoritySupport", "DNSMessages", "DNSMessagesSupport", "PostRoad", "TestSupport", "lab",
        ],
        path: "Tests/Interop", exclude: ["Live/unpack-servers.sh"]),
    ]
  }
}

// Figures against C and ldns, which nobody needs to learn: `WORKBOOK_BENCHMARK=1`.
if isBenchmark {
  package.targets += [
    .target(name: "Reference", path: "Tests/Benchmark/Reference"),
    .executableTarget(
      name: "figures",
      dependencies: [
        "DNSMessages", "DNSMessagesSupport", "LoadBalancing", "ConsistentHashing", "PostRoad", "Reference",
        "TestSupport",
      ],
      path: "Tests/Benchmark/Figures"),
  ]
}
