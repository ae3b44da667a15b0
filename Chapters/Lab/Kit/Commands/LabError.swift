#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a command could not do what it was asked to.
enum LabError: Error {
  /// The command line is wrong.
  case usage(String)
  /// A server could not be started.
  case failed(String)
}

extension LabError {
  /// What a server that cannot listen means for whoever has started it.
  static func cannotListen(_ endpoint: Endpoint, _ error: SystemError) -> LabError {
    let advice =
      switch error.code {
      case EADDRINUSE:
        "Another program listens there. End it, or choose another port; port 0 takes a free one."
      case EADDRNOTAVAIL: "This machine does not have that address. Use 127.0.0.1."
      case EACCES: "Ports below 1024 need rights that you do not have. Choose a higher one."
      default: "Choose another address or port."
      }
    return .failed("\(error).\n\(advice)")
  }

  /// What a text that is no endpoint should have been.
  static func badEndpoint(_ option: String, _ error: EndpointError) -> LabError {
    switch error {
    case .noPort(let text):
      .usage("\(option) \(text) has no port up to 65535 at its end. Write it as 127.0.0.1:8080.")
    case .noAddress(let text):
      .usage(
        "\(option) \(text) does not begin with an address. Names are not looked up: write 127.0.0.1 or [::1]."
      )
    }
  }
}
