#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// All octets of a file.
func fileBytes(_ path: String) throws -> [UInt8] {
  let descriptor = open(path, O_RDONLY)
  guard descriptor >= 0 else { throw SystemError("cannot read \(path)") }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    guard count >= 0 else { throw SystemError("cannot read \(path)") }
    if count == 0 { return bytes }
    bytes += buffer[..<count]
  }
}
