import Foundation
import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import SystemKit

/// The site as a reader's browser shows it.
@Suite(
  .serialized, .enabled(if: BuiltBook.hasDocC, "this toolchain has no docc"),
  .enabled(if: Browser.program != nil, "Chromium is not installed"),
  .enabled(if: Browser.python != nil, "there is no python3 to serve the site with"))
struct BrowserTests {
  /// What a script in the page `name` prints when it looks at the site in a frame beside it.
  private func look(_ name: String, _ script: String, seconds: Int) throws -> [String] {
    let root = try BuiltBook.root.get()
    let page = """
      <!doctype html><meta charset="utf-8">
      <iframe id="frame" width="1280" height="1000"></iframe><pre id="seen"></pre>
      <script>
      const frame = document.getElementById("frame"), lines = [];
      const pause = () => new Promise(done => setTimeout(done, 20));
      const shown = () => frame.contentDocument;
      const title = () => shown()?.querySelector("h1")?.innerText.trim() ?? "";
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
      (async () => {
      try {
      \(script)
      } catch (error) { lines.push("error: " + error); }
      lines.push("end");
      document.getElementById("seen").textContent = lines.join("\\n");
      document.getElementById("frame").remove();
      })();
      </script>
      """
    try Files.write(Array(page.utf8), to: "\(root)/\(name).html")
    let browser = try Browser(showing: root)
    defer { browser.close() }
    let content = try browser.content(of: "/\(name).html", seconds: seconds)
    let seen = content.firstMatch(of: /<pre id="seen">((?:[^<])*)<\/pre>/).map { String($0.1) } ?? ""
    return seen.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&").lines
      .map(
        String.init)
  }

  @Test func `next leads through all pages, and each shows its title`() throws {
    let pages = BuiltBook.book.pages
    let script = """
      await open("/postroad/\(try BuiltBook.index.pages[0])/");
      for (let count = 0; count < \(pages.count + 1); count += 1) {
        const now = title();
        lines.push(now);
        const next = [...shown().querySelectorAll("li")].find(item => item.innerText.trim().startsWith("Next:"));
        if (!next) break;
        next.querySelector("a").click();
        if (!await until(() => title() !== now && title() !== "")) { lines.push("stuck"); break; }
        await pause();
      }
      """
    #expect(try look("next", script, seconds: 600) == pages.map(BuiltBook.title) + ["end"])
  }

  @Test func `a hint is hidden before a click, and shown after it`() throws {
    let exercise = try #require(BuiltBook.curriculum.exercises.first { $0.id == "5.3" })
    let hint = try #require(
      Page(try BuiltBook.curriculum.workbook.text(exercise.page)).hints.dropFirst().first)
    let words = hint.split(separator: " ").prefix(4).joined(separator: " ")
    let script = """
      await open("/postroad/documentation/postroad/\(exercise.stem.lowercased())/");
      const reads = () => shown().body.innerText.includes("\(words)");
      lines.push("before " + reads());
      [...shown().querySelectorAll(".tabnav-link")].find(link => link.innerText.trim() === "Hint 2").click();
      lines.push("after " + await until(reads));
      """
    #expect(try look("hint", script, seconds: 60) == ["before false", "after true", "end"])
  }

  @Test func `without JavaScript the text is there, and a hint is closed`() throws {
    // A frame that may not run scripts, and whose text may be read.
    let script = """
      frame.setAttribute("sandbox", "allow-same-origin");
      await open("/postroad/documentation/postroad/03-smoothwrr/");
      lines.push(title());
      lines.push("text " + shown().body.innerText.includes("Backends are not alike."));
      lines.push("hint " + shown().body.innerText.includes("One walk is enough"));
      [...shown().querySelectorAll("summary")].find(summary => summary.innerText === "Hint 2").parentElement.open = true;
      lines.push("hint " + shown().body.innerText.includes("One walk is enough"));
      """
    #expect(
      try look("plain", script, seconds: 60) == [
        "5.3 Smooth weighted round robin", "text true", "hint false", "hint true", "end",
      ])
  }
}
