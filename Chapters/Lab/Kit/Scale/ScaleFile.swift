import ScaleKit

/// What a run has counted, as a file that can be merged: `postroad.scale/1`.
package struct ScaleFile {
  package static let schema = "postroad.scale/1"

  package let settings: ScaleSettings
  /// The POPs that it has run.
  package let pops: Range<Int>
  package let counters: ScaleCounters

  package init(_ settings: ScaleSettings, pops: Range<Int>, _ counters: ScaleCounters) {
    self.settings = settings
    self.pops = pops
    self.counters = counters
  }

  package enum Failure: Error, Hashable, CustomStringConvertible {
    case notAFile
    case otherSettings
    case twice(Int)
    case missing(Range<Int>)

    package var description: String {
      switch self {
      case .notAFile: "it is not what lab scale --json writes."
      case .otherSettings: "it has other settings than the first file. All shards need the same ones."
      case .twice(let pop): "POP \(pop) is in a file before it too. Each shard belongs there once."
      case .missing(let pops):
        "POPs \(pops.lowerBound)..<\(pops.upperBound) are in none of the files. Run them with --pops '\(pops.lowerBound)..<\(pops.upperBound)'."
      }
    }
  }

  /// - Parameter rows: what is reported of a whole run; it is not read again.
  package func json(rows: [(section: String, rows: [ScaleRow])] = []) -> JSONValue {
    .object([
      "schema": .string(Self.schema),
      "settings": .object([
        "clients": .integer(settings.clients), "pops": .integer(settings.pops),
        "objects": .integer(settings.objects), "alpha": .number(settings.alpha),
        // A seed may have more digits than a number of JSON keeps.
        "requests": .integer(settings.requests), "seed": .string("\(settings.seed)"),
        "networks": .integer(settings.networks),
      ]),
      "from": .integer(pops.lowerBound), "to": .integer(pops.upperBound),
      "counters": .object(
        ScaleCounters.names.map { .init(name: $0.name, value: .integer(counters[keyPath: $0.path])) }),
      "sections": rows.isEmpty
        ? nil
        : .array(
          rows.map {
            .object(["name": .string($0.section), "rows": .array($0.rows.map(\.json))])
          }),
    ])
  }

  package init(_ text: String) throws {
    guard let value = try? JSONReader.value(text), value["schema"]?.text == Self.schema,
      let given = value["settings"], let from = value["from"]?.integer, let to = value["to"]?.integer,
      0 <= from, from < to
    else { throw Failure.notAFile }
    var settings = ScaleSettings()
    let numbers: [(String, WritableKeyPath<ScaleSettings, Int>)] = [
      ("clients", \.clients), ("pops", \.pops), ("objects", \.objects), ("requests", \.requests),
      ("networks", \.networks),
    ]
    for (name, path) in numbers {
      guard let number = given[name]?.integer, number > 0 else { throw Failure.notAFile }
      settings[keyPath: path] = number
    }
    guard let alpha = given["alpha"]?.number, let seed = given["seed"]?.text.flatMap({ UInt64($0) }),
      to <= settings.pops, ScaleLimits.allow(settings)
    else { throw Failure.notAFile }
    settings.alpha = alpha
    settings.seed = seed
    var counters = ScaleCounters()
    for (name, path) in ScaleCounters.names {
      guard let number = value["counters"]?[name]?.integer else { throw Failure.notAFile }
      counters[keyPath: path] = number
    }
    self.init(settings, pops: from..<to, counters)
  }
}

/// What can be simulated.
enum ScaleLimits {
  /// Four octets of memory for each, and a shield's 16 for one of ten: less than 1 GB.
  static let objects = 1...100_000_000
  /// A client is four octets; sums with requests stay within eight.
  static let clients = 1...100_000_000
  static let pops = 1...10_000
  static let requests = 1...10_000_000_000
  static let alpha = 0.0...3.0

  static func allow(_ settings: ScaleSettings) -> Bool {
    objects.contains(settings.objects) && clients.contains(settings.clients) && pops.contains(settings.pops)
      && requests.contains(settings.requests) && alpha.contains(settings.alpha)
      && (1...65_536).contains(settings.networks)
  }
}
