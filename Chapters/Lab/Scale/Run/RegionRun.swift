/// The POPs of one region, one after another, and then their shield, which sees what they missed in the order of time.
package struct RegionRun {
  private let plan: ScalePlan
  private let zipf: ZipfSampler
  private var counters = ScaleCounters()
  /// What POPs missed, with its time; each POP's begins where the one before it ends.
  private var misses: [Miss] = []
  private var ends: [Int] = []
  /// Until when each resolver knows the site's address. A resolver's clients are all one POP's, so that nothing is to be forgotten.
  private var expires: [Int32]

  package struct Miss {
    package let now: Int32
    package let object: Int32

    package init(now: Int32, object: Int32) {
      self.now = now
      self.object = object
    }
  }

  private init(_ plan: ScalePlan) {
    self.plan = plan
    zipf = ZipfSampler(count: plan.settings.objects, alpha: plan.settings.alpha)
    expires = Array(repeating: .min, count: plan.clientsOfResolver.count)
  }

  /// Runs regions. Their results do not depend on one another.
  package static func run(_ plan: ScalePlan, regions: Range<Int>) -> ScaleCounters {
    let settings = plan.settings
    var store = CompactLRU(objects: settings.objects, largest: settings.shieldCapacity)
    var run = RegionRun(plan)
    for region in regions {
      run.misses.removeAll(keepingCapacity: true)
      run.ends.removeAll()
      for pop in settings.pops(of: region) {
        run.pop(pop, &store)
        run.ends.append(run.misses.count)
      }
      run.shield(&store)
    }
    return run.counters
  }

  private mutating func pop(_ pop: Int, _ store: inout CompactLRU) {
    let settings = plan.settings
    let clients = plan.first[pop]..<plan.first[pop + 1]
    store.empty(capacity: settings.capacity)
    guard !clients.isEmpty else { return fall(pop, [], &store) }
    let (isFallen, isChanged) = (settings.region(of: pop) == plan.fall.region, plan.fall.changed[pop])
    let noon = ScaleSettings.fall..<ScaleSettings.fall + ScaleSettings.day / Int32(ScaleSettings.hoursOfDay)
    var random = ScaleRandom(seed: settings.seed, .requests, pop)
    var moments = RequestTimes(count: plan.requests(of: pop), until: ScaleSettings.day)
    var atNoon: [Int32]?
    var counted = ScaleCounters()
    var batch = RequestBatch()
    while batch.fill(&moments, clients, zipf, &random) {
      store.prefetch(batch.objects, count: batch.count)
      for place in 0..<batch.count {
        let now = batch.moments[place]
        if isChanged, atNoon == nil, now >= noon.lowerBound { atNoon = store.objects }
        let client = plan.clients[Int(batch.clients[place])]
        let resolver = Int(plan.resolvers[Int(client >> 16)]) + Int(client & 0xFFFF)
        if now >= expires[resolver] {
          counted.resolverMisses += 1
          expires[resolver] = now + ScaleSettings.lifetime
        }
        let outcome = store.request(batch.objects[place], now: now)
        switch outcome {
        case .hit: counted.popHits += 1
        case .wait: counted.popWaits += 1
        case .miss:
          counted.popMisses += 1
          misses.append(Miss(now: now, object: batch.objects[place]))
        }
        if isFallen || isChanged, noon.contains(now) {
          counted.noonRequests += 1
          if outcome == .miss { counted.noonMisses += 1 }
        }
      }
    }
    counted.requests = plan.requests(of: pop)
    counters += counted
    fall(pop, atNoon ?? store.objects, &store)
  }

  /// The hour after noon once more, with the clients that the POP has then.
  private mutating func fall(_ pop: Int, _ atNoon: [Int32], _ store: inout CompactLRU) {
    guard plan.fall.changed[pop] else { return }
    let settings = plan.settings
    store.empty(capacity: settings.capacity)
    for object in atNoon { _ = store.request(object, now: 0) }
    var random = ScaleRandom(seed: settings.seed, .fall, pop)
    let requests = plan.fallRequests(of: pop)
    for _ in 0..<requests where store.request(zipf.next(&random), now: .max) == .miss {
      counters.fallMisses += 1
    }
    counters.fallRequests += requests
  }

  private mutating func shield(_ store: inout CompactLRU) {
    store.empty(capacity: plan.settings.shieldCapacity)
    var streams = MergedStreams(ends: ends)
    var batch = RequestBatch()
    while batch.fill(&streams, misses) {
      store.prefetch(batch.objects, count: batch.count)
      for place in 0..<batch.count {
        switch store.request(batch.objects[place], now: batch.moments[place]) {
        case .hit: counters.shieldHits += 1
        case .wait: counters.shieldWaits += 1
        case .miss: counters.shieldMisses += 1
        }
      }
    }
  }
}

extension ScalePlan {
  /// The requests of the hour after noon, once the region has fallen.
  package func fallRequests(of pop: Int) -> Int {
    settings.requests * fall.after[pop] / settings.clients / ScaleSettings.hoursOfDay
  }
}
