import PostRoad

/// Makes an endless sequence of the jumps, of which the part within the buckets is walked to its end.
public func jumpHash(_ key: UInt64, buckets: Int) throws -> Int {
  try path(of: key, buckets: buckets).reduce(0) { _, bucket in bucket }
}

/// Collects the same walk, instead of going back from its end.
public func jumps(of key: UInt64, buckets: Int) throws -> [Int] {
  Array(try path(of: key, buckets: buckets))
}

private func path(of key: UInt64, buckets: Int) throws -> some Sequence<Int> {
  guard Jump.buckets.contains(buckets) else { throw Jump.BucketError.bucketsOutOfRange(buckets) }
  return sequence(state: (generator: key, bucket: 0)) { state -> Int? in
    let bucket = state.bucket
    guard bucket < buckets else { return nil }
    state.generator = state.generator &* 2_862_933_555_777_941_757 &+ 1
    let quotient = 0x1p31 / Double(state.generator / 0x2_0000_0000 + 1)
    state.bucket = Int(Double(bucket + 1) * quotient)
    return bucket
  }
}
