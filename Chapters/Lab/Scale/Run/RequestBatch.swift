/// Some requests that come next, taken together, so that the memory that they need can be fetched together.
struct RequestBatch {
  private static let size = 256

  private(set) var count = 0
  private(set) var moments = [Int32](repeating: 0, count: size)
  private(set) var clients = [Int32](repeating: 0, count: size)
  private(set) var objects = [Int32](repeating: 0, count: size)

  /// Draws the next ones; false where there are none.
  @inline(__always) mutating func fill(
    _ times: inout RequestTimes, _ clients: Range<Int>, _ zipf: ZipfSampler, _ random: inout ScaleRandom
  ) -> Bool {
    count = 0
    while count < Self.size, let now = times.next(&random) {
      moments[count] = now
      self.clients[count] = Int32(clients.lowerBound + random.index(clients.count))
      objects[count] = zipf.next(&random)
      count += 1
    }
    return count > 0
  }

  /// Takes the next ones that a shield sees.
  @inline(__always) mutating func fill(_ streams: inout MergedStreams, _ misses: [RegionRun.Miss]) -> Bool {
    count = 0
    while count < Self.size, let next = streams.next(in: misses) {
      moments[count] = misses[next].now
      objects[count] = misses[next].object
      count += 1
    }
    return count > 0
  }
}
