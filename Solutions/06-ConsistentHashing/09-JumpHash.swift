import PostRoad

/// The bucket of a key by jump consistent hash: no table, no nodes' names, a loop.
///
/// Imagine the number of buckets growing from 1. The key begins in bucket 0; each time a bucket is added it either stays
/// or *jumps* to the new one, which random numbers decide that depend on the key alone. The loop goes from jump to jump,
/// and ends before the jump that would lead past the last bucket.
///
/// - From bucket `b` the next jump leads to bucket ⌊(b + 1) · 2^31 / (r + 1)⌋, computed in `Double`: first the quotient
///   2^31 / (r + 1), then the product.
/// - `r` is the upper 31 bits of the generator's state, which begins as the key; before each jump the state is multiplied
///   by 2862933555777941757 and 1 is added, modulo 2^64.
///
/// - Parameters:
///   - key: the key, or a hash of it.
///   - buckets: how many buckets there are.
/// - Returns: the bucket, from 0 to `buckets` - 1.
/// - Throws: `Jump.BucketError.bucketsOutOfRange` when `buckets` is outside `Jump.buckets`.
///
/// Source: Lamping, Veach: [A Fast, Minimal Memory, Consistent Hash Algorithm](https://arxiv.org/abs/1406.2294), 2014.
public func jumpHash(_ key: UInt64, buckets: Int) throws -> Int {
  // <write>
  // 1. Refuse what is no number of buckets.
  guard Jump.buckets.contains(buckets) else { throw Jump.BucketError.bucketsOutOfRange(buckets) }
  // 2. Mind products that do not fit, and the order of quotient and product.
  var state = key
  var bucket = 0
  while true {
    state = state &* 2_862_933_555_777_941_757 &+ 1
    let next = Int(Double(bucket + 1) * (2_147_483_648 / Double((state >> 33) + 1)))
    if next >= buckets { return bucket }
    bucket = next
  }
  // </write>
}

/// All buckets that a key has had while the number of buckets grew from 1 to `buckets`: where it jumped to, and when.
///
/// - Parameters: as for `jumpHash`.
/// - Returns: the buckets in the order of the jumps: 0 first, the key's bucket among `buckets` last. A key came to bucket
///   `b` when the number of buckets became `b` + 1. It is found quickly for the largest number of buckets, too: the work
///   grows with the jumps, not with the buckets.
/// - Throws: as `jumpHash`.
public func jumps(of key: UInt64, buckets: Int) throws -> [Int] {
  // <write>
  // 3. There may be 2^31 - 1 buckets: do not ask about each of them.
  var bucket = try jumpHash(key, buckets: buckets)
  var path = [bucket]
  while bucket > 0 {
    bucket = try jumpHash(key, buckets: bucket)
    path.append(bucket)
  }
  return path.reversed()
  // </write>
}
