import Foundation

@testable import SystemKit

/// What scripts see of the site in a frame beside them: all of them in one browser, one after the other, since its start and the
/// site's own program cost more than what they look at.
struct SiteLook {
  /// A script's name, and its lines of JavaScript.
  let scripts: [(name: String, body: String)]

  /// Seconds of the browser's own time for all scripts; it ends when they have.
  private static let patience = 300

  /// The lines that each script has pushed.
  func seen() throws -> [String: [String]] {
    let root = try BuiltBook.root.get()
    try Files.write(Array(page.utf8), to: "\(root)/look.html")
    let browser = try Browser(showing: root)
    defer { browser.close() }
    let content = try browser.content(of: "/look.html", seconds: Self.patience)
    let text = content.firstMatch(of: /<pre id="seen">([^<]*)<\/pre>/).map { String($0.1) } ?? ""
    let plain = text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    var seen: [String: [String]] = [:]
    var name = ""
    for line in plain.lines.map(String.init) {
      if line.hasPrefix(Self.mark) {
        name = String(line.dropFirst(Self.mark.count))
        seen[name] = []
      } else {
        seen[name]?.append(line)
      }
    }
    return seen
  }

  private static let mark = "script "

  /// `textContent` needs no layout of the page, and `innerText` does: it is asked only where it matters what can be seen.
  private var page: String {
    let parts = scripts.map { script in
      """
      lines.push("\(Self.mark)\(script.name)");
      try {
      \(script.body)
      } catch (error) { lines.push("error: " + error); }
      """
    }
    return """
      <!doctype html><meta charset="utf-8">
      <iframe id="frame" width="1280" height="1000"></iframe><pre id="seen"></pre>
      <script>
      const frame = document.getElementById("frame"), lines = [];
      const pause = () => new Promise(done => setTimeout(done, 20));
      const shown = () => frame.contentDocument;
      const title = () => shown()?.querySelector("h1")?.textContent.trim() ?? "";
      const reads = words => shown().body.innerText.includes(words);
      const press = tab =>
        [...shown().querySelectorAll(".tabnav-link")].find(link => link.textContent.trim() === tab).click();
      async function until(test) {
        for (let turn = 0; turn < 500; turn += 1) { if (test()) return true; await pause(); }
        return false;
      }
      async function open(path) {
        frame.src = "about:blank";
        await until(() => shown()?.URL === "about:blank");
        frame.src = path;
        // The title may be there before the rest is read.
        return await until(() => title() !== "" && shown().readyState === "complete");
      }
      // The titles from a page on, as "next" leads to them, at most so many.
      async function walk(path, count) {
        await open(path);
        while (true) {
          const now = title();
          lines.push(now);
          count -= 1;
          const next = [...shown().querySelectorAll("li")].find(item => item.textContent.trim().startsWith("Next:"));
          if (!next) { lines.push("no next"); return; }
          if (count === 0) return;
          next.querySelector("a").click();
          if (!await until(() => title() !== now && title() !== "")) { lines.push("stuck"); return; }
        }
      }
      (async () => {
      \(parts.joined(separator: "\n"))
      document.getElementById("seen").textContent = lines.join("\\n");
      frame.remove();
      })();
      </script>
      """
  }
}
