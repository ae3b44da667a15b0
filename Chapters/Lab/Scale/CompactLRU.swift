/// LRU over objects that are numbers: a slot for each object's place, and a ring of links, 16 octets an object.
///
/// It is given code, for stores of millions: `LabTests` holds it to the exercise's (4.23), request for request.
package struct CompactLRU: ~Copyable {
  private struct Entry {
    var object: Int32 = -1
    var older: Int32 = 0
    var newer: Int32 = 0
    var fetched: Int32 = .min
  }

  /// Where an object is in `entries`; 0 where it is not stored.
  private let slots: UnsafeMutableBufferPointer<Int32>
  /// Entry 0 is none: its `newer` is the oldest object, its `older` the newest.
  private let entries: UnsafeMutableBufferPointer<Entry>
  private var capacity: Int
  package private(set) var count = 0
  /// Nobody needs it: what is read has to be used.
  private var touched: Int32 = 0

  /// - Parameters:
  ///   - objects: they are 0 ..< objects.
  ///   - largest: the largest capacity that it will have.
  package init(objects: Int, largest: Int) {
    slots = .allocate(capacity: objects)
    slots.initialize(repeating: 0)
    entries = .allocate(capacity: largest + 1)
    entries.initialize(repeating: Entry())
    capacity = largest
  }

  deinit {
    slots.deallocate()
    entries.deallocate()
  }

  /// Forgets everything. It costs as much as was stored.
  package mutating func empty(capacity: Int) {
    precondition((1..<entries.count).contains(capacity), "a store has room for one object at least")
    for slot in 1..<(count + 1) { slots[Int(entries[slot].object)] = 0 }
    entries[0] = Entry()
    count = 0
    self.capacity = capacity
  }

  /// Reads the places of objects that are asked for soon. Each is a cache miss of its own, and here they do not wait for one another.
  @inline(__always) mutating func prefetch(_ objects: [Int32], count: Int) {
    for place in 0..<count { touched ^= slots[Int(objects[place])] }
  }

  package enum Outcome { case hit, wait, miss }

  /// Asks for an object, and stores it where it is not there.
  ///
  /// - Parameter now: in milliseconds. Who finds an object whose fetch is not over has to wait for it, or fetches it too.
  @inline(__always) package mutating func request(_ object: Int32, now: Int32) -> Outcome {
    let found = slots[Int(object)]
    if found != 0 {
      take(found)
      add(found)
      return now &- entries[Int(found)].fetched < ScaleSettings.fetch ? .wait : .hit
    }
    let slot: Int32
    if count < capacity {
      count += 1
      slot = Int32(count)
    } else {
      slot = entries[0].newer
      take(slot)
      slots[Int(entries[Int(slot)].object)] = 0
    }
    entries[Int(slot)].object = object
    entries[Int(slot)].fetched = now
    slots[Int(object)] = slot
    add(slot)
    return .miss
  }

  @inline(__always) private func take(_ slot: Int32) {
    let entry = entries[Int(slot)]
    entries[Int(entry.older)].newer = entry.newer
    entries[Int(entry.newer)].older = entry.older
  }

  @inline(__always) private func add(_ slot: Int32) {
    let newest = entries[0].older
    entries[Int(slot)].older = newest
    entries[Int(slot)].newer = 0
    entries[Int(newest)].newer = slot
    entries[0].older = slot
  }

  /// The objects, the least recently used first.
  package var objects: [Int32] {
    var order: [Int32] = []
    order.reserveCapacity(count)
    var slot = entries[0].newer
    while slot != 0 {
      order.append(entries[Int(slot)].object)
      slot = entries[Int(slot)].newer
    }
    return order
  }
}
