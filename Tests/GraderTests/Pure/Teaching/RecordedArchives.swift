import Foundation

/// Archives as Python's `zipfile` and `tarfile` write them, with the text `content` in the file of 1.1.
enum RecordedArchives {
  static let content = (0..<60).map { "line \($0 * $0) of some text\n" }.joined()

  /// Deflated, with a README beside.
  static let zip = bytes(
    """
    UEsDBBQAAAAIAExNe10cpvJhxAAAADYFAAAyAAAAcG9zdC1yb2FkL0V4ZXJjaXNlcy8wMS1ETlNNZXNzYWdlcy8wMS1IZWFk
    ZXIuc3dpZnRtkzEOwzAMA/e+wk8QJVm2H5QCBZJmaIY+v+1a3CrQNElR++O5NWvnvb3OY2vX9r5u+28mmCXMFr0tGHqHYRAy
    ibPo80kqZejHEZtEq0JXC22hL++IncQbThqicAPoLROxk3i7k4Y+SG+ht0LsQN6BGibqXehtYQ4yDE2GCUu4DvHu5LhoBbci
    uUKd+1ZczuImD2y9Jl6IFl6TGzdUfKVuxO1hpMTTSLd3dOnF6MHck5Us1B3sMoSZfE8OLzEw78j/7XwAUEsDBBQAAAAIAExN
    e11Er9w1CgAAAAgAAAATAAAAcG9zdC1yb2FkL1JFQURNRS5tZMvLL1EoSk1MAQBQSwECFAMUAAAACABMTXtdHKbyYcQAAAA2
    BQAAMgAAAAAAAAAAAAAAgAEAAAAAcG9zdC1yb2FkL0V4ZXJjaXNlcy8wMS1ETlNNZXNzYWdlcy8wMS1IZWFkZXIuc3dpZnRQ
    SwECFAMUAAAACABMTXtdRK/cNQoAAAAIAAAAEwAAAAAAAAAAAAAAgAEUAQAAcG9zdC1yb2FkL1JFQURNRS5tZFBLBQYAAAAA
    AgACAKEAAABPAQAAAAA=
    """)

  /// With a long name in a POSIX header.
  static let posixTar = bytes(
    """
    H4sIAIBQCWsC/+2WzUrDQBDHc+5T5AXa7MzObpKD4EGhF0XwCYLd2kA1IRsxj29oULD8pQg2hzq/Q9MO09n5zGzbxH7ZNdUm
    ux1C91THEDNDy5v7x7sQY/U8/VyHahO6VXyvt33ya8yIFzk8R46fLN5/fp/k5L11SWqSGXiLfdWNxyf/k339GlKTNts0Ni8h
    7cPQLw4yAjIBshL91wMhOyC0SFOQTY8OL5CXZGA8DHVFoP8wqhKGBeNiB3ULZNeywMzACsDYRKBugew6Rj64HPnrYWwe6ubQ
    bg59KKC/JYyt9LjGMGlkYIaJYDkI144YFpos7grBLeRwv3ncnB53cg67ngrB/QmniQ3uUMJTygbZZmuQJyyGYPfDKNlj7Rzb
    LrAnJfTb4igtwZyMIwcn0cJ8WzmuzuW8/1fZKrt+qIZpw5/njB/2/tfOZ2eP9r9hGvf/oPv/7FBOaVv1u6v29EVwHfZt6Ob/
    nO6di0T5e+Yo+4n7/4h8n39Lhqze/+dgNxZIp0BRFEVRFEVRFEVRFEVRFEVRFOVy+ABRVHHNACgAAA==
    """)

  /// With a long name in GNU's form, and nothing else.
  static let gnuTar = bytes(
    """
    H4sIAIBQCWsC/+3TMQ6CMBSA4R6FC0ifUGV10MQBXTwB0YpEA6TF6PFFSUwcGCEh/t/QvnZ9+UMd6lValXlalFc1DOn03RKZ
    6Dt3/0myiFWQqhHcfZO5IFB/qq58M3NVdtKbp3XHwluvZT5b7w87632Wt8+tvdXWjX+G/lGcG4Wp7/8d9dKY3v5FzG//sXz6
    F/of3KVdEBUAAAAAAAAAAAAAAABM1wtXgnZNACgAAA==
    """)

  static func bytes(_ text: String) -> [UInt8] {
    Array(Data(base64Encoded: text.replacing("\n", with: "")) ?? Data())
  }
}
