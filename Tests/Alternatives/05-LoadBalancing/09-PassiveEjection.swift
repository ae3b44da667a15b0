import PostRoad

/// Keeps, for the backends that were asked at all, the last second of their ejection and whether a probe has begun
/// since the last failure, in place of two moments.
public struct PassiveEjection {
  private struct Record {
    var failures = 0
    var closedUntil: Int?
    var isProbed = false
  }

  private let pool: [LB.Backend]
  private let limit: Int
  private let timeout: Int
  private var records: [Int: Record] = [:]

  public init(_ backends: [LB.Backend], maximumFails: Int, failTimeout: Int) throws {
    if backends.isEmpty { throw LB.PoolError.empty }
    if maximumFails < 0 { throw LB.HealthError.thresholdTooSmall(maximumFails) }
    if failTimeout < 1 { throw LB.HealthError.timeoutTooShort(failTimeout) }
    pool = backends
    limit = maximumFails == 0 ? .max : maximumFails
    timeout = failTimeout
  }

  public func candidates(now: Int) throws -> [Int] {
    let up = Set(pool.indices.filter { pool[$0].isUp })
    if up.isEmpty { throw LB.PoolError.noneAvailable(of: pool.count) }
    let open = records.filter { _, record in record.failures >= limit && !isDue(record, now) }.keys
    let left = up.subtracting(open)
    return (left.isEmpty ? up : left).sorted()
  }

  public mutating func begin(_ index: Int, now: Int) throws {
    var record = try record(of: index)
    guard isDue(record, now) else { return }
    record.closedUntil = end(from: now)
    record.isProbed = true
    records[index] = record
  }

  public mutating func end(_ index: Int, passed: Bool, now: Int) throws {
    var record = try record(of: index)
    if passed {
      if record.isProbed { record.failures = 0 }
    } else {
      record = Record(failures: record.failures + 1, closedUntil: end(from: now))
    }
    records[index] = record
  }

  private func record(of index: Int) throws -> Record {
    if index < 0 || index >= pool.count { throw LB.PoolError.noBackend(at: index, count: pool.count) }
    return records[index] ?? Record()
  }

  private func isDue(_ record: Record, _ now: Int) -> Bool { record.closedUntil.map { now > $0 } ?? true }

  private func end(from now: Int) -> Int {
    let (sum, overflows) = now.addingReportingOverflow(timeout)
    return overflows ? .max : sum
  }
}
