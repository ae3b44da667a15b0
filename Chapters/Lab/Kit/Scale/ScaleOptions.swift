import ScaleKit

enum ScaleOptions {
  /// What a part that cuts a region should have been.
  static func advice(_ part: Range<Int>, _ settings: ScaleSettings) -> String {
    let written = "--pops \(part.lowerBound)..<\(part.upperBound)"
    guard part.lowerBound >= 0, part.upperBound <= settings.pops else {
      return "\(written) is not within 0..<\(settings.pops). --of says how many POPs there are."
    }
    let first = settings.region(of: part.lowerBound)
    let last = settings.region(of: part.upperBound - 1)
    return "\(written) cuts a region, whose shield sees all its POPs. Write "
      + "--pops '\(settings.pops(of: first).lowerBound)..<\(settings.pops(of: last).upperBound)'."
  }
}

extension Options {
  /// What `lab scale` simulates, and which POPs of it.
  func scale() throws -> (ScaleSettings, part: Range<Int>) {
    var settings = ScaleSettings()
    settings.clients = try number("--clients", within: ScaleLimits.clients) ?? settings.clients
    settings.objects = try number("--objects", within: ScaleLimits.objects) ?? settings.objects
    settings.requests = try number("--requests", within: ScaleLimits.requests) ?? settings.requests
    if self["--seed"] != nil { settings.seed = try seed() }
    if let text = self["--alpha"] {
      guard let alpha = Double(text), ScaleLimits.alpha.contains(alpha) else {
        throw LabError.usage("--alpha \(text) is not a number from 0 to 3, for example --alpha 0.9.")
      }
      settings.alpha = alpha
    }
    guard let text = self["--pops"], text.contains("..<") else {
      guard self["--of"] == nil else {
        throw LabError.usage("--of goes with a part of the POPs, for example --pops '0..<500'.")
      }
      settings.pops = try number("--pops", within: ScaleLimits.pops) ?? settings.pops
      return (settings, 0..<settings.pops)
    }
    settings.pops = try number("--of", within: ScaleLimits.pops) ?? settings.pops
    let ends = text.split(separator: "..<", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count == 2, let from = ends[0], let to = ends[1], from < to else {
      throw LabError.usage("--pops \(text) is not a part of the POPs, for example --pops '0..<500'.")
    }
    return (settings, from..<to)
  }

  private func number(_ name: String, within range: ClosedRange<Int>) throws -> Int? {
    guard let text = self[name] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw LabError.usage(
        "\(name) \(text) is not a whole number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }
}
