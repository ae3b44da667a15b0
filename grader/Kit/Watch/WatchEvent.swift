/// All that happens to `watch`, in one type.
enum WatchEvent: Sendable {
  case key(Key)
  /// A file of the chapter was saved.
  case saved
  case resized(width: Int, height: Int)
  case answered(JudgeWorker.Answer)
}
