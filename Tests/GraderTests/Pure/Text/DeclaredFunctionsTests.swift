import Testing

@testable import CurriculumKit

@Suite struct DeclaredFunctionsTests {
  private let functions = DeclaredFunctions(
    """
    import PostRoad
    public func parse(_ bytes: [UInt8], at offset: Int = max(1, 2), _ table: [String: Int]) throws -> Int {
      func local(_ n: Int) -> Int { n }
      return [1].map { local($0) }.count
    }
    extension DNS.Name {
      public
        init?(_ text: String, map: Dictionary<String, Int>, then each: @escaping (Int, Int) -> Void) { nil }
      var size: Int { 1 }
      let fixed = 2
      subscript(index: Int) -> Int { get { index } set {} }
      struct Part<T: Sequence> where T.Element == Int {
        static func + <U>(one: Self, other: U) -> Self { one }
        mutating func `repeat`<U>(_ count: U) where U: Hashable { while true {} }
      }
      class func late() { Self.init("{ func hidden() {} }", map: [:]) { _, _ in } }
    }
    protocol Peer { func ask() ; func tell() ; var size: Int { get } }
    extension Peer { func tell() {} }
    func twice(_ one: Int) {}
    func twice(_ one: String) {}
    """)

  @Test(arguments: [
    ("parse(_:at:_:)", 2), ("DNS.Name.init(_:map:then:)", 8), ("DNS.Name.size", 9),
    ("DNS.Name.subscript", 11),
    ("DNS.Name.Part.+(_:_:)", 13), ("DNS.Name.Part.repeat(_:)", 14), ("DNS.Name.late()", 16),
    ("Peer.tell()", 19),
  ]) func `a declaration is found by its name, its labels and the types around it`(name: String, line: Int) {
    #expect(functions.line(of: name) == line)
  }

  @Test(arguments: [
    "local(_:)", "parse(_:)", "size", "DNS.Name.fixed", "Peer.ask()", "Peer.size", "hidden()",
    "DNS.Name.hidden()", "",
  ]) func `nothing else is`(name: String) {
    #expect(functions.line(of: name) == nil)
  }

  @Test func `of two that differ only in their types none is chosen`() {
    #expect(functions.line(of: "twice(_:)") == nil)
  }

  @Test(arguments: [
    "", "func", "var", "extension A.", "func f(", "struct {", "init", "class var", "}", "func f() {",
  ])
  func `half a source declares nothing`(source: String) {
    #expect(DeclaredFunctions(source).line(of: "f()") == nil)
  }
}
