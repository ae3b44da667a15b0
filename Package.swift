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
  "07-FirstSecond",
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

/// Whether the figures are built.
let isBenchmark = Context.environment["WORKBOOK_BENCHMARK"] != nil

/// Editors need an index of this package alone: one of the system's modules would be made in every fresh clone.
let unindexed = SwiftSetting.unsafeFlags(["-index-ignore-system-modules"])
/// What a learner does not edit is compiled soonest as a whole. With threads each file has an object of its own, as SwiftPM
/// expects.
let given = [unindexed, .unsafeFlags(["-disable-batch-mode", "-wmo", "-num-threads", "2"])]
/// The figures want modules optimized together, as a program that uses them would have it.
let optimized: [SwiftSetting] = isBenchmark ? [.unsafeFlags(["-cross-module-optimization"])] : []
let exerciseSettings = [unindexed, .strictMemorySafety()] + optimized

let package = Package(
  name: "PostRoad",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "grader", targets: ["grader"])],
  targets: [
    .target(
      name: "PostRoad", path: "Chapters/PostRoad",
      swiftSettings: given + [.strictMemorySafety()] + optimized),
    .target(
      name: "TestSupport", dependencies: ["PostRoad"], path: "Tests/Support/Common", swiftSettings: given),
    // The grader in layers: each may use those above it in this list, and the compiler forbids the rest.
    .target(name: "SystemKit", path: "grader/System", swiftSettings: given),
    .target(
      name: "CurriculumKit", dependencies: ["SystemKit"], path: "grader/Curriculum", swiftSettings: given),
    .target(
      name: "JudgeKit", dependencies: ["CurriculumKit", "SystemKit"], path: "grader/Judge",
      swiftSettings: given),
    .target(
      name: "GraderKit", dependencies: ["CurriculumKit", "JudgeKit", "SystemKit"], path: "grader/Kit",
      swiftSettings: given),
    .executableTarget(name: "grader", dependencies: ["GraderKit"], path: "grader/Main", swiftSettings: given),
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
      name: "\(name)Support", dependencies: ["PostRoad", "TestSupport"], path: "Tests/Support/\(folder)",
      swiftSettings: given),
    .testTarget(
      name: "\(name)Tests",
      dependencies: [.byName(name: name), .byName(name: "\(name)Support"), "PostRoad", "TestSupport"],
      path: "Tests/\(folder)", swiftSettings: [unindexed]),
  ]
}

// What follows is the authors' alone: `grader handout` leaves it out.

// What `grader check`, `grade` and others are done by: a program that the learners' grader starts, and no learner waits for.
let grader: [Target.Dependency] = ["CurriculumKit", "GraderKit", "JudgeKit", "SystemKit"]
package.products.append(.executable(name: "staff", targets: ["staff"]))
package.targets += [
  .target(name: "BookKit", dependencies: grader, path: "grader/Staff/Book", swiftSettings: given),
  .target(
    name: "AuthoringKit", dependencies: grader + ["BookKit"], path: "grader/Staff/Authoring",
    swiftSettings: given),
  .target(name: "TeachingKit", dependencies: grader, path: "grader/Staff/Teaching", swiftSettings: given),
  .target(
    name: "StaffKit", dependencies: ["AuthoringKit", "BookKit", "GraderKit", "TeachingKit"],
    path: "grader/Staff/Kit", swiftSettings: given),
  .executableTarget(
    name: "staff", dependencies: ["StaffKit"], path: "grader/Staff/Main", swiftSettings: given),
]

// The authors' own suites judge the grader and the solutions: a learner's `swift test` leaves them out.
if solved.contains("all") {
  package.targets.append(
    .testTarget(
      name: "GraderTests",
      dependencies: grader + [
        "AuthoringKit", "BookKit", "PostRoad", "StaffKit", "TeachingKit", "TestSupport",
      ],
      path: "Tests/GraderTests", exclude: ["Teaching/Golden", "Terminal/Screens"], swiftSettings: [unindexed])
  )
  if wanted == nil {
    // The chapters' functions as servers, over the solutions; ScaleKit is given code alone, and optimized in any build.
    package.products.append(.executable(name: "lab", targets: ["lab"]))
    package.targets += [
      .target(
        name: "ScaleKit", path: "Chapters/Lab/Scale", swiftSettings: given + [.unsafeFlags(["-O"])]),
      .target(
        name: "LabKit",
        dependencies: [
          "ConsistentHashing", "ContentDelivery", "DNSAuthority", "DNSMessages", "DNSResolution",
          "FirstSecond", "LoadBalancing", "PostRoad", "ScaleKit",
        ],
        path: "Chapters/Lab/Kit", swiftSettings: given),
      .executableTarget(
        name: "lab", dependencies: ["LabKit"], path: "Chapters/Lab/Main", swiftSettings: given),
      .testTarget(
        name: "LabTests",
        dependencies: [
          "ContentDelivery", "DNSAuthority", "DNSAuthoritySupport", "DNSMessages", "DNSResolution",
          "FirstSecond", "LabKit", "LoadBalancing",
          "PostRoad", "ScaleKit",
        ],
        path: "Tests/LabTests", swiftSettings: [unindexed]),
      .testTarget(
        name: "InteropTests",
        dependencies: [
          "ConsistentHashingSupport", "ContentDelivery", "ContentDeliverySupport", "DNSAuthority",
          "DNSAuthoritySupport", "DNSMessages", "DNSMessagesSupport", "DNSResolution", "DNSResolutionSupport",
          "LabKit", "PostRoad", "TestSupport", "lab",
        ],
        path: "Tests/Interop", exclude: ["Live/unpack-servers.sh", "readers.sh"], swiftSettings: [unindexed]),
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
        "DNSMessages", "DNSMessagesSupport", "LoadBalancing", "ConsistentHashing", "ContentDelivery",
        "LabKit",
        "PostRoad", "Reference", "TestSupport",
      ],
      path: "Tests/Benchmark/Figures"),
  ]
}
