import Foundation
import LabKit
import Testing

/// Which exercises a part of `lab` calls, read from the object files: one of each exercise, and one of each of `lab`'s own files.
extension Live {
  @Suite(.enabled(if: LinkedObjects.program != nil, "nm is not installed, or the objects are not beside lab"))
  struct LinkedPartsTests {
    private static let folders = [
      "client": ["Visit", "World/Nodes/Client"],
      "resolver": ["Resolver", "DNS", "World/Nodes/Resolver"],
      "authority": ["Authority", "DNS"],
      "edge": ["Edge", "HTTP"],
      "balancer": ["Balancer", "HTTP"],
      "scale": ["Scale"],
    ]

    @Test func `what is said of a part is what the linker brings into it`() throws {
      let objects = try LinkedObjects()
      for (part, said) in Parts.exercises {
        let folders = try #require(Self.folders[part])
        #expect(try objects.exercises(calledIn: folders) == said, "\(part)")
      }
      #expect(try objects.exercises(calledIn: ["World"]) == Parts.ofWorld, "world")
    }
  }
}

/// The symbols of the objects that the build has left.
private struct LinkedObjects {
  private static let chapters = [
    "DNSMessages", "DNSAuthority", "DNSResolution", "ContentDelivery", "LoadBalancing", "ConsistentHashing",
    "FirstSecond",
  ]

  static let program = FileManager.default.fileExists(atPath: folder + "/LabKit.build") ? Program("nm") : nil
  private static let folder = URL(filePath: LabProcess.path).deletingLastPathComponent().path(
    percentEncoded: false)

  /// The exercise that defines a symbol, and the symbols that an exercise needs.
  private var owner: [String: String] = [:]
  private var needs: [String: Set<String>] = [:]
  /// Those of `lab`'s own files, by their names.
  private let lab: [String: Symbols]

  private struct Symbols {
    var defined: Set<String> = []
    var needed: Set<String> = []
  }

  init() throws {
    for (index, chapter) in Self.chapters.enumerated() {
      for (file, symbols) in try Self.symbols(of: "\(Self.folder)/\(chapter).build") {
        guard let place = Int(file.prefix(2)) else { continue }
        let exercise = "\(index + 1).\(place)"
        for symbol in symbols.defined { owner[symbol] = exercise }
        needs[exercise] = symbols.needed
      }
    }
    lab = try Self.symbols(of: Self.folder + "/LabKit.build")
    try #require(!needs.isEmpty, "one object for each exercise")
  }

  /// The exercises that files of these folders call, and those that these call.
  ///
  /// - Parameter paths: below `Chapters/Lab/Kit`; the beginning of a file's name will do.
  func exercises(calledIn paths: [String]) throws -> ExerciseList {
    let kit = Corpus.package.appending(path: "Chapters/Lab/Kit").path(percentEncoded: false)
    let sources = try FileManager.default.subpathsOfDirectory(atPath: kit).filter { source in
      source.hasSuffix(".swift") && paths.contains { source.hasPrefix($0) }
    }
    try #require(!sources.isEmpty)
    var wanted: Set<String> = []
    for source in sources {
      let object = URL(filePath: source).lastPathComponent + ".o"
      wanted.formUnion(try #require(lab[object], "\(object)").needed)
    }
    var called: Set<String> = []
    while let symbol = wanted.popFirst() {
      if let exercise = owner[symbol], called.insert(exercise).inserted {
        wanted.formUnion(needs[exercise] ?? [])
      }
    }
    return ExerciseList(stringLiteral: called.joined(separator: ","))
  }

  /// The symbols of a folder's objects, by their names.
  private static func symbols(of folder: String) throws -> [String: Symbols] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".o") }
    let text = try #require(program).output(["-A"] + names.map { "\(folder)/\($0)" })
    var found: [String: Symbols] = [:]
    for line in text.split(separator: "\n") {
      // `FOLDER/NAME.o:ADDRESS KIND SYMBOL`; what is needed has no address.
      guard let end = line.range(of: ".o:") else { continue }
      let object = String(line[..<end.lowerBound].split(separator: "/").last ?? "") + ".o"
      let words = line[end.upperBound...].split(separator: " ").map(String.init)
      switch words.count {
      case 2 where words[0] == "U": found[object, default: Symbols()].needed.insert(words[1])
      case 3 where "TtSDdBbRr".contains(words[1]): found[object, default: Symbols()].defined.insert(words[2])
      default: continue
      }
    }
    return found
  }
}
