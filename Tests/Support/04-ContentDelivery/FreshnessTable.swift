import PostRoad

/// Responses with every combination of what decides about freshness, and how long each is fresh: each rule writes over what the
/// weaker ones have written.
public enum FreshnessTable {
  public static let entries: [(stored: HTTP.StoredResponse, seconds: Int)] = {
    var entries: [(stored: HTTP.StoredResponse, seconds: Int)] = []
    for status in [200, 302] {
      for isPublic in [false, true] {
        for modified in [nil, "Sat, 08 Sep 2001 23:00:00 GMT"] {
          for expires in [nil, "Sun, 09 Sep 2001 01:48:20 GMT", "0"] {
            for maxAge in [nil, "60", "soon"] {
              for shared in [nil, "5", "-1"] {
                var seconds = 0
                if modified != nil, isPublic || status == 200 { seconds = 1000 }
                if let expires { seconds = expires == "0" ? 0 : 100 }
                if let maxAge { seconds = maxAge == "60" ? 60 : 0 }
                if let shared { seconds = shared == "5" ? 5 : 0 }
                var fields: HTTP.Fields = ["Date": "Sun, 09 Sep 2001 01:46:40 GMT"]
                if isPublic { fields.append("Cache-Control", "public") }
                if let maxAge { fields.append("Cache-Control", "max-age=\(maxAge)") }
                if let shared { fields.append("Cache-Control", "s-maxage=\(shared)") }
                if let expires { fields.append("Expires", expires) }
                if let modified { fields.append("Last-Modified", modified) }
                entries.append((HTTP.StoredResponse(status, fields), seconds))
              }
            }
          }
        }
      }
    }
    return entries
  }()
}
