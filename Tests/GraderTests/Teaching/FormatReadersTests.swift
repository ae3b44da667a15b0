import Foundation
import Testing

@testable import SystemKit

/// What was recorded of each format, read by programs that are not ours: PyPI's jsonschema, junitparser and csvkit.
/// `sh Tests/Interop/readers.sh .build/readers` installs them.
@Suite struct FormatReadersTests {
  /// A Python with these modules; nil where there is none.
  private static func python(with modules: String...) -> String? {
    let own = TestWorkbook.origin + ".build/readers/bin/python3"
    return [own, Browser.python].compactMap { $0 }.first { python in
      FileStatus.isProgram(python)
        && (try? run(python, ["-c", "import " + modules.joined(separator: ", ")]).ending) == .exited(0)
    }
  }

  private static func run(_ program: String, _ arguments: [String]) throws -> ChildProcess.Result {
    var child = ChildProcess([program] + arguments, with: try Toolchain())
    child.mergesErrors = true
    return try child.run()
  }

  private static let schemas = TestWorkbook.origin + "grader/Deploy/Schemas/"

  private static let jsonschema = python(with: "jsonschema")
  @Test(.enabled(if: jsonschema != nil, "Python's jsonschema is not installed"))
  func `each file keeps its JSON Schema, and a damaged one does not`() throws {
    let script = """
      import copy, glob, json, os, sys
      import jsonschema
      schemas, golden = sys.argv[1:3]
      names = [name for name in sorted(os.listdir(golden)) if name.endswith(".json")]
      for name in names:
          kind = name.removesuffix(".json").split("-")[0]
          schema = json.load(open(f"{schemas}/{kind}.schema.json"))
          jsonschema.Draft202012Validator.check_schema(schema)
          validator = jsonschema.Draft202012Validator(schema)
          value = json.load(open(f"{golden}/{name}"))
          validator.validate(value)
          # Each key that is missing, and each list that is a word, has to be found out.
          for key in list(value):
              damaged = copy.deepcopy(value)
              if isinstance(value[key], list): damaged[key] = "x"
              else: del damaged[key]
              optional = kind in ("prairielearn",) and key == "message" and value.get("gradable")
              if optional or (kind == "grade" and key == "refused"): continue
              assert not validator.is_valid(damaged), (name, key)
      print(len(names), "files")
      """
    let result = try Self.run(
      try #require(Self.jsonschema), ["-c", script, Self.schemas, GoldenGrade.folder])
    #expect(result.ending == .exited(0), "\(result.output)")
    #expect(result.output.contains("17 files"), "\(result.output)")
  }

  private static let junitparser = python(with: "junitparser")
  @Test(.enabled(if: junitparser != nil, "Python's junitparser is not installed"))
  func `a JUnit parser counts the same cases`() throws {
    let script = """
      import sys
      from junitparser import JUnitXml, Failure, Skipped
      xml = JUnitXml.fromfile(sys.argv[1])
      cases = [case for suite in xml for case in suite]
      assert xml.tests == len(cases) == 9, (xml.tests, len(cases))
      assert len({(case.classname, case.name) for case in cases}) == 9
      failed = [case for case in cases if any(isinstance(r, Failure) for r in case.result)]
      assert xml.failures == len(failed), (xml.failures, len(failed))
      assert xml.skipped == sum(any(isinstance(r, Skipped) for r in case.result) for case in cases)
      assert all(case.result[0].message and case.result[0].text for case in failed)
      print("read")
      """
    let result = try Self.run(
      try #require(Self.junitparser), ["-c", script, GoldenGrade.folder + "junit.xml"])
    #expect(result.ending == .exited(0) && result.output == "read\n", "\(result.output)")
  }

  private static let csvkit = python(with: "csvkit")
  @Test(.enabled(if: csvkit != nil, "Python's csvkit is not installed"))
  func `csvkit finds no fault in a table, and reads the names as they are`() throws {
    let python = try #require(Self.csvkit)
    let clean = try Self.run(
      python,
      [
        "-c", "from csvkit.utilities.csvclean import launch_new_instance as run; run()", "-a",
        GoldenGrade.folder + "csv.csv",
      ])
    #expect(clean.ending == .exited(0), "\(clean.output)")
    let names = try Self.run(
      python,
      [
        "-c", "from csvkit.utilities.csvcut import launch_new_instance as run; run()", "-c",
        "submission,points,1.1", GoldenGrade.folder + "csv.csv",
      ])
    #expect(
      names.output == "submission,points,1.1\n\"'=ada <\"\"a\"\">\",1,solved\nbob,0,refused\n,1,solved\n",
      "\(names.output)")
  }

  private static let kubernetes = python(with: "kubernetes_validate", "yaml")
  @Test(.enabled(if: kubernetes != nil, "Python's kubernetes-validate is not installed"))
  func `Kubernetes' own schema takes the manifest`() throws {
    let script = """
      import sys, yaml, kubernetes_validate
      version = kubernetes_validate.latest_version()
      documents = list(yaml.safe_load_all(open(sys.argv[1])))
      for document in documents: kubernetes_validate.validate(document, version, strict=True)
      documents[0]["spec"]["completionMod"] = "Indexed"
      try: kubernetes_validate.validate(documents[0], version, strict=True)
      except kubernetes_validate.ValidationError: print(len(documents), "documents")
      """
    let path = TestWorkbook.origin + "grader/Deploy/kubernetes.yaml"
    let result = try Self.run(try #require(Self.kubernetes), ["-c", script, path])
    #expect(result.ending == .exited(0) && result.output.hasSuffix("2 documents\n"), "\(result.output)")
  }
}
