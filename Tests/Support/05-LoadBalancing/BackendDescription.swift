import PostRoad
import TestSupport

/// A backend as a failure shows it: its name, and only what is not as usual: `b (weight 5, 3 connections, down)`.
extension LB.Backend: CheckDescribable {
  public var checkDescription: String {
    var unusual: [String] = []
    if weight != 1 { unusual.append("weight \(weight)") }
    if activeConnections != 0 { unusual.append("\(activeConnections) connections") }
    if !isUp { unusual.append("down") }
    return unusual.isEmpty ? name : "\(name) (\(unusual.joined(separator: ", ")))"
  }
}
