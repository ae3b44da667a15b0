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

/// Writes a file anew.
func writeFile(_ path: String, _ text: String) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  guard descriptor >= 0 else { throw LabError.failed("\(SystemError("cannot write \(path)")).") }
  defer { close(descriptor) }
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 else { throw LabError.failed("\(SystemError("cannot write \(path)")).") }
    rest = rest.dropFirst(count)
  }
}
