/// What dig printed of a message: its flags and its records, in a form that can be compared.
struct DigOutput: Hashable {
  /// `NOERROR`, and `qr aa`.
  var status = ""
  var flags = ""
  /// `answer www.postroad.example. 3600 in a 192.0.2.80`, sorted.
  var entries: [String] = []

  init(_ printed: String) {
    var section = ""
    for line in printed.split(separator: "\n", omittingEmptySubsequences: false) {
      if let header = line.firstMatch(of: /^;; (QUESTION|ANSWER|AUTHORITY|ADDITIONAL) SECTION:/) {
        section = header.1.lowercased()
      } else if let header = line.firstMatch(of: /^;; ->>HEADER<<- .*status: (\w+),/) {
        status = String(header.1)
      } else if let header = line.firstMatch(of: /^;; flags: ?([a-z ]*);/) {
        flags = String(header.1)
      } else if line.isEmpty || line.hasPrefix(";;") {
        section = ""
      } else if section == "question" || !section.isEmpty && !line.hasPrefix(";") {
        entries.append(Self.comparable("\(section) \(line.drop { $0 == ";" })"))
      }
    }
    entries.sort()
  }

  /// An entry without what is written in more than one way: space, the case of letters, and how hex is grouped.
  static func comparable(_ entry: String) -> String {
    let words = entry.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    guard let sign = words.firstIndex(of: "\\#"), sign + 1 < words.count else {
      return words.joined(separator: " ")
    }
    return (words[...(sign + 1)] + [words[(sign + 2)...].joined()]).filter { !$0.isEmpty }.joined(
      separator: " ")
  }

  /// An entry without its TTL, which a resolver counts down.
  static func withoutTTL(_ entry: String) -> String {
    var words = entry.split(separator: " ")
    if words.count > 4 { words.remove(at: 2) }
    return words.joined(separator: " ")
  }
}
