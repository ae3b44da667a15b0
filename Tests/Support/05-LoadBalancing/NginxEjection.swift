/// When nginx 1.22.1 gave a failing server requests, recorded by `Recording/nginx-ejection.py`.
public enum NginxEjection {
  /// What happened, in order. `7a`: in second 7 a request came and was given to the server; `7b`: it was not, and went
  /// to another one. `8+`: in second 8 the oldest of the server's requests ended well; `8-`: it failed.
  public struct Run: Sendable {
    public let maximumFails: Int
    public let failTimeout: Int
    public let events: String
  }

  public static let runs = [
    Run(
      maximumFails: 1, failTimeout: 2,
      events: """
        1a 1+ 1a 2a 2- 3b 3+ 3b 4b 7a 7+ 7a 8a 10a 10+ 10+ 12+ 12a 14- 14b 14b 15b 15b 17a 17+ 18a 19+ \
        21a 21a 22+ 22+ 24a 24a 25a 25a 25+ 27+ 27+ 27+ 28a 28a 28a 29a 32+ 32- 33b 34- 34+ 35b 35b 36b \
        36b 36b 37a 37b 37- 38b 39b 39b 39b 40a 44- 44b 44b
        """),
    Run(
      maximumFails: 2, failTimeout: 3,
      events: """
        1a 2+ 2a 3+ 3a 5+ 5a 6- 6a 6- 8b 9b 9b 10a 10+ 11a 11+ 11a 12+ 12a 12+ 14a 14- 15a 15a 15a 16a \
        17+ 17a 17+ 18- 18b 19b 19+ 19+ 20b 20b 20b 21b 21b 24a 24- 24b 25b 26b 32a 32b 33b 33b 34b 35b \
        37+ 37a 37+ 38a 39- 39a 41+ 41a 41+ 42a 42+ 43a 43-
        """),
    Run(
      maximumFails: 3, failTimeout: 4,
      events: """
        0a 1a 3+ 3a 5a 5+ 6+ 6+ 6a 8a 8- 9a 12- 13+ 13a 14a 17a 17+ 18a 20a 20+ 21- 24a 25a 25a 25+ 26+ \
        26- 27+ 27a 28a 28a 28a 29+ 29+ 31+ 31+ 31+ 32a 32+ 32a 33a 33+ 34a 34+ 34+ 35a 35+ 36a 36a 37+ \
        37+ 38a 38- 39a 42+ 43a 43+
        """),
  ]
}
