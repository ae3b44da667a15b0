import Testing

/// The suites that build for real: one after the other, as they share a bench.
@Suite(.serialized) enum RealBuilds {}
