import SystemKit

/// The toolchain's `docc`, which makes a site of a catalog.
struct DocC {
  private let program: String
  private let toolchain: Toolchain

  init(_ toolchain: Toolchain) throws {
    self.toolchain = toolchain
    let folder = try toolchain.folder
    program = folder + "/docc"
    guard FileStatus.isProgram(program) else { throw BookError.noDocC(folder) }
  }

  /// Makes a site of a catalog for a server that only hands out files.
  ///
  /// - Throws: `BookError.refused` with docc's own words where it finds anything, a warning included.
  func convert(_ catalog: String, to folder: String, at address: SiteAddress) throws {
    var command = [
      program, "convert", catalog, "--output-path", folder, "--transform-for-static-hosting",
      "--warnings-as-errors", "--fallback-display-name", FrontPage.name, "--fallback-bundle-identifier",
      FrontPage.name,
    ]
    if !address.basePath.isEmpty { command += ["--hosting-base-path", address.basePath] }
    var child = ChildProcess(command, with: toolchain)
    child.mergesErrors = true
    let result = try child.run()
    guard case .exited(let status) = result.ending else { throw BookError.doccEnded("\(result.ending)") }
    let isClean =
      status == 0 && !result.output.lines.contains { $0.hasPrefix("warning:") || $0.hasPrefix("error:") }
    guard isClean else {
      let start = catalog.lastIndex(of: "/").map { String(catalog[...$0]) } ?? ""
      throw BookError.refused(result.output.replacing(start, with: ""))
    }
  }
}
