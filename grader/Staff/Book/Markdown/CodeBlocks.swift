/// Code and drawings between fences.
package enum CodeBlocks {
  /// 80 columns of a usual terminal, less what `read` sets code in, and what a mail or a review quotes it with.
  package static let maximumWidth = 72
}
