#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs something with no signal blocked. The threads that tests run on block most of them, and what is started there
/// would never hear of a Ctrl-C.
func withOpenSignals<Value>(_ body: () throws -> Value) rethrows -> Value {
  var none = sigset_t()
  var old = sigset_t()
  sigemptyset(&none)
  pthread_sigmask(SIG_SETMASK, &none, &old)
  defer { pthread_sigmask(SIG_SETMASK, &old, nil) }
  return try body()
}
