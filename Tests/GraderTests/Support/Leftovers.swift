import Foundation
import Synchronization

/// The folders that the tests made; they go when the process ends.
let leftovers: Mutex<[String]> = {
  atexit { for folder in leftovers.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: folder) } }
  return Mutex([])
}()
