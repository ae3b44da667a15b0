import ScaleKit

enum ScaleCommand {
  static let help = """
    lab scale simulates a day of a large CDN, visit by visit, and prints it beside what paper says: Zipf's popularity, an internet that
    has grown by preference, anycast, LRU at POPs and shields, resolvers, and the largest region's end. Smaller rows are made by the
    exercises' functions.

      lab scale
      lab scale --requests 1000000 --objects 100000

      --clients N       1000000 unless you say otherwise
      --pops N          1000; every fifty of a thousand have a shield. Or a part of them: --pops '0..<250'
      --of N            how many POPs there are, where --pops is a part; 1000
      --objects N       10000000; a POP keeps a hundredth of them, a shield a tenth
      --alpha A         0.9: how fast popularity falls with rank
      --requests N      10000000, all in one day
      --seed N          1; the same seed gives the same output
      --json            one JSON object instead of text
      --help

    A part writes what it has counted as JSON. Parts that are merged say what one process would have said:

      lab scale --pops '0..<500' > one.json
      lab scale --pops '500..<1000' > two.json
      lab scale merge one.json two.json

    100000000 requests take about a minute of a core, and 150 MB.

    """

  /// More files than this are refused: a shard has a region at least.
  private static let mostFiles = 100

  static func run(_ arguments: [String]) throws {
    let options = try Options(
      arguments,
      valued: ["--clients", "--pops", "--of", "--objects", "--alpha", "--requests", "--seed"],
      plain: ["--json", "--help"], words: mostFiles)
    if options.has("--help") { return Output.write(help) }
    if options.words.first == "merge" { return try merge(options) }
    if let word = options.words.first {
      throw LabError.usage("There is no \(word) here. lab scale merge FILE… adds shards.")
    }
    let (settings, part) = try options.scale()
    guard let regions = settings.regions(of: part) else {
      throw LabError.usage(ScaleOptions.advice(part, settings))
    }
    let counters = RegionRun.run(ScalePlan(settings), regions: regions)
    let file = ScaleFile(settings, pops: part, counters)
    if part == 0..<settings.pops {
      try show(file, options)
    } else {
      Output.line(file.json().description)
    }
    let use = ProcessUse()
    Output.complain("lab scale: \(Decimal.text(use.seconds, places: 1)) s of a core, \(use.megabytes) MB")
  }

  private static func show(_ file: ScaleFile, _ options: Options) throws {
    let report = try ScaleReport(file)
    Output.write(options.has("--json") ? report.json.description + "\n" : report.text)
  }

  private static func merge(_ options: Options) throws {
    let paths = Array(options.words.dropFirst())
    guard !paths.isEmpty else {
      throw LabError.usage("The files are missing: lab scale --pops '0..<500' > one.json writes one.")
    }
    var files: [ScaleFile] = []
    for path in paths {
      do {
        files.append(try ScaleFile(String(decoding: fileBytes(path), as: UTF8.self)))
      } catch let failure as ScaleFile.Failure {
        throw LabError.failed("\(path): \(failure)")
      } catch let error as SystemError {
        throw LabError.failed("\(error).\nlab scale merge needs paths of files.")
      }
    }
    do {
      try show(ScaleFile.merge(files), options)
    } catch let error as ScaleFile.MergeFailure {
      throw LabError.failed((error.file.map { "\(paths[$0]): " } ?? "") + "\(error.failure)")
    }
  }
}
