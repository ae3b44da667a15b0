/// Text of which one part is seen at a time; DocC shows the first one.
struct Tabs {
  let tabs: [(title: String, body: String)]

  var markdown: String {
    // Not indented: a block of code within would be.
    let parts = tabs.map { "@Tab(\"\($0.title.replacing("\"", with: "'"))\") {\n\n\($0.body)\n\n}" }
    return "@TabNavigator {\n\n\(parts.joined(separator: "\n\n"))\n\n}"
  }
}
