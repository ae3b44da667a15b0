import Testing

// Suites that build for real are in chains: in each, one after the other, as they share a workbook and its bench. The chains go side
// by side, each on a thread of its own, since their tests wait for compilers.

/// What learners' files come to.
@Suite(.serialized, .ownThread) enum RealBuilds {}

/// What judges one edit after another.
@Suite(.serialized, .ownThread) enum EditBuilds {}

/// What judges mixtures of answers.
@Suite(.serialized, .ownThread) enum MixedBuilds {}

/// What an author tries out.
@Suite(.serialized, .ownThread) enum AuthorBuilds {}

/// What strangers hand in.
@Suite(.serialized, .ownThread) enum ClassBuilds {}
