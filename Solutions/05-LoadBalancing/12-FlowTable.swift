import PostRoad

/// Remembers which backend each flow belongs to, so that all its packets go to the same one.
///
/// A flow is *live* as long as less than its transport's timeout has passed since its last packet. A live flow keeps
/// its backend, and each packet gives it the whole timeout again. For any other flow a backend is picked and
/// remembered.
///
/// The table holds `capacity` flows. When one that is not in it finds it full, flows that are not live go; if all are, the
/// live flow whose last packet came before all others' has to go, and will be picked for anew. A flow that is over, and
/// is still in the table when it begins again, keeps its place.
///
/// All times are whole seconds, and never go back.
///
/// Source: the connection table of IPVS; ipvsadm(8), `--set`, for the timeouts. That the oldest goes is our rule.
public struct FlowTable {
  // <declare>
  // 1. For each flow remember its backend, the time of its last packet, and the number of that packet.
  private struct Entry {
    var backend: Int
    var last: Int
    var packet: Int
  }

  private var entries: [LB.Flow: Entry] = [:]
  private var packets = 0
  private let capacity: Int
  private let timeouts: LB.FlowTimeouts

  // 2. Whether a flow was heard of lately enough.
  private func isLive(_ flow: LB.Flow, _ entry: Entry, _ now: Int) -> Bool {
    now - entry.last < timeouts[flow.transport]
  }
  // </declare>

  /// An empty table.
  ///
  /// - Parameters:
  ///   - capacity: the flows it can hold.
  ///   - timeouts: how long a flow lives without a packet.
  /// - Throws: `LB.FlowError.capacityTooSmall(_:)` when `capacity` is below 1; `LB.HealthError.timeoutTooShort(_:)` for
  ///   a timeout below 1, TCP's first.
  public init(capacity: Int, timeouts: LB.FlowTimeouts) throws {
    // <write>
    // 3. Refuse what cannot work.
    guard capacity >= 1 else { throw LB.FlowError.capacityTooSmall(capacity) }
    for timeout in [timeouts.tcp, timeouts.udp] where timeout < 1 {
      throw LB.HealthError.timeoutTooShort(timeout)
    }
    self.capacity = capacity
    self.timeouts = timeouts
    // </write>
  }

  /// How many flows the table holds, those included that are not live any more and were not removed yet.
  public var count: Int {
    get throws {
      // <write>
      // 4. Show the number as it is.
      entries.count
      // </write>
    }
  }

  /// The backend for a packet of a flow.
  ///
  /// - Parameters:
  ///   - flow: whose packet it is.
  ///   - now: the time in seconds.
  ///   - pick: picks a backend; called once for a flow that is not in the table or not live, and for no other. What it
  ///     throws is passed on, and the table is as before: not even flows that are over are removed.
  /// - Returns: the index of the backend.
  public mutating func backend(of flow: LB.Flow, now: Int, pick: () throws -> Int) throws -> Int {
    // <write>
    // 5. A live flow stays where it is.
    let known = entries[flow].flatMap { isLive(flow, $0, now) ? $0.backend : nil }
    // 6. For others pick first, since that may fail; then make room, if they need a new place.
    let backend = try known ?? pick()
    if entries[flow] == nil && entries.count >= capacity {
      try expire(now: now)
      if entries.count >= capacity, let oldest = entries.min(by: { $0.value.packet < $1.value.packet }) {
        entries[oldest.key] = nil
      }
    }
    // 7. Every packet is news of its flow.
    packets += 1
    entries[flow] = Entry(backend: backend, last: now, packet: packets)
    return backend
    // </write>
  }

  /// Removes all flows that are not live.
  public mutating func expire(now: Int) throws {
    // <write>
    // 8. Keep the live ones.
    entries = entries.filter { isLive($0.key, $0.value, now) }
    // </write>
  }

  /// Removes all flows of a backend, because it has gone down.
  public mutating func forget(backend: Int) throws {
    // <write>
    // 9. Keep those of the others.
    entries = entries.filter { $0.value.backend != backend }
    // </write>
  }
}
