import Testing

@testable import TeachingKit

/// Whose a submission is, by its name.
@Suite struct StudentTableTests {
  private func matches(_ text: String, _ submissions: [String], numberedBy column: String? = nil) throws
    -> StudentMatches
  {
    let table = try #require(CSVTable(text))
    let columns = ["username", "email", "id", "github_id", "identifier"]
    return try #require(StudentTable(table, identifiedBy: columns, numberedBy: column)).matches(submissions)
  }

  private static let jane = "doejane_LATE_1234_98765_work"

  @Test(arguments: [
    "username,name\nu1,\"Doe, Jane\"\n", "username,name\nu1,Jane Doe\n", "username,Full Name\nu1,JANE DOE\n",
    "username,name,sortable name\nu1,Janie,\"Doe, Jane\"\n",
    "username,first_name,last_name\nu1,Jane,Doe\n", "username,Last name,First name\nu1,Doe,Jane\n",
    "username,email\ndoejane,x@x.example\n", "username,student\nu1,\"Dôe, Jané\"\n",
  ])
  func `the short name of a Canvas download is a login or a name`(roster: String) throws {
    let found = try matches(roster + "u2,Rob\n", [Self.jane])
    #expect(found.byRow == [0: Self.jane] && found.unknown.isEmpty, "\(found)")
  }

  @Test func `names of several words, and with an apostrophe`() throws {
    let roster = "username,name\nu1,Juan de la Cruz\nu2,\"O'Neil, Mary-Ann\"\nu3,Cher\n"
    let names = ["delacruzjuan_1_2_a", "oneilmaryann_3_4_a", "cher_5_6_a"]
    #expect(try matches(roster, names).byRow == [0: names[0], 1: names[1], 2: names[2]])
  }

  @Test func `Moodle's full name is found in a roster, given name first`() throws {
    let name = "Jane Doe_77_assignsubmission_file"
    #expect(try matches("username,name\nu1,\"Doe, Jane\"\n", [name]).byRow == [0: name])
    #expect(try matches("username,name\nu1,\"Jane, Doe\"\n", [name]).unknown == [name])
  }

  @Test(arguments: [
    // Two of one name; the name of one and the login of another; a name that may be read both ways.
    "username,name\nu1,\"Doe, Jane\"\nu2,Jane Doe\n", "username,name\nu1,\"Doe, Jane\"\ndoejane,Bo\n",
    "username,name\nu1,Jane Doe\nu2,Doe Jane\n",
    // Somebody's number, and somebody else's name.
    "username,name\n1234,Bo\nu2,Jane Doe\n",
  ])
  func `where two may be meant nobody is chosen`(roster: String) throws {
    let found = try matches(roster, [Self.jane])
    #expect(found.byRow.isEmpty && found.unclear == [Self.jane], "\(found)")
  }

  @Test func `two downloads of one name are neither's`() throws {
    let names = ["doejane_1234_1_a", "doejane_1235_2_a"]
    let found = try matches("username,name\nu1,Jane Doe\n", names)
    #expect(found.byRow.isEmpty && found.several == [.init(student: "u1", names: names)])
  }

  @Test func `whoever has another number is somebody else`() throws {
    let roster = "id,name\n1234,\"Doe, Jane\"\n1235,\"Li, Wei\"\n,\"Roe, Rob\"\n"
    let names = [Self.jane, "liwei_99_1_a", "roerob_98_1_a"]
    for column in ["id", nil] {
      let found = try matches(roster, Array(names.prefix(column == nil ? 2 : 3)) + [], numberedBy: column)
      #expect(found.byRow[0] == Self.jane && found.byRow[1] == (column == nil ? names[1] : nil), "\(found)")
    }
    // Most numbers are in the column, so it has Canvas' numbers.
    let more = try matches(roster + "1236,X\n1237,Y\n", names + ["x_1236_1_a", "y_1237_1_a"])
    #expect(more.unknown == ["liwei_99_1_a"] && more.byRow[2] == names[2])
  }

  @Test func `a user's name that is a number is no number of the platform's where another name is beside it`()
    throws
  {
    #expect(try matches("username,name\n1234,\"Roe, Rob\"\n", [Self.jane]).unknown == [Self.jane])
    for roster in ["username\n1234\n", "username,name\n1234,\n", "id,name\n1234,\"Roe, Rob\"\n"] {
      #expect(try matches(roster, [Self.jane]).byRow == [0: Self.jane], "\(roster)")
    }
  }

  @Test func `the number of another site's account is no number of Canvas'`() throws {
    let found = try matches("username,github_id\nu1,1234\n", [Self.jane])
    #expect(found.unknown == [Self.jane])
    #expect(found.searched == ["username", "github_id"])
  }

  @Test func `a whole name is the surest`() throws {
    let found = try matches("username,name\n\(Self.jane),Bo\ndoejane,Jane Doe\n", [Self.jane])
    #expect(found.byRow == [0: Self.jane])
  }
}
