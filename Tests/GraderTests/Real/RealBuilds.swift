import Testing

/// The suites that build for real: one after the other, as they share a bench.
@Suite(.serialized, .ownThread) enum RealBuilds {}

/// The suites that judge one edit after another, on a bench of their own beside the others'.
@Suite(.serialized, .ownThread) enum EditBuilds {}
