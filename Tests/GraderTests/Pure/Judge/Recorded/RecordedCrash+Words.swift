/// What processes that crashed had printed, recorded with Swift 6.3.1 on Linux: crashes with words of their own.
///
/// Swift Testing's own lines and the deeper frames were left out, the bench's folder is another, long lines are broken.
extension RecordedCrash {
  static let fatalError = #"""
    DNSMessages/01-Header.swift:12: Fatal error: the roof

    *** Signal 4: Backtracing from 0x7fc60b2f9361... done ***

    *** Program crashed: Illegal instruction at 0x00007fc60b2f9361 ***

    Platform: x86_64 Linux (Debian GNU/Linux 12 (bookworm))

    Thread 1 "oot.default-qos" crashed:

      0                  0x00007fc60b2f9361 _assertionFailure(_:_:file:line:flags:) + 225 in \#
    libswiftCore.so
      1 [ra]             0x000055a4a9296c35 dies(_:) + 132 in DNSMessagesTests at /home/ada/post \#
    road/.build/grader/bench/Subjects/01-DNSMessages/01-Header.swift:12:3
    ...

    Backtrace took 0.03s
    """#

  static let silentFatalError = #"""
    DNSMessagesTests/01-HeaderTests.swift:54: Fatal error

    *** Signal 4: Backtracing from 0x7f5b780f9361... done ***

    *** Program crashed: Illegal instruction at 0x00007f5b780f9361 ***

    Platform: x86_64 Linux (Debian GNU/Linux 12 (bookworm))

    Thread 3 "oot.default-qos" crashed:

      0                  0x00007f5b780f9361 _assertionFailure(_:_:file:line:flags:) + 225 in \#
    libswiftCore.so
      1 [ra]             0x0000561e63a1939a NoWordTests.a() + 153 in DNSMessagesTests at /home/ada/post \#
    road/.build/grader/bench/Suites/01-DNSMessages/01-HeaderTests.swift:54:84
    ...

    Backtrace took 0.03s
    """#

  static let precondition = #"""
    DNSMessagesTests/01-HeaderTests.swift:55: Precondition failed: no arguments

    *** Signal 4: Backtracing from 0x7f8e772f9361... done ***

    *** Program crashed: Illegal instruction at 0x00007f8e772f9361 ***

    Platform: x86_64 Linux (Debian GNU/Linux 12 (bookworm))

    Thread 3 "oot.default-qos" crashed:

      0                  0x00007f8e772f9361 _assertionFailure(_:_:file:line:flags:) + 225 in \#
    libswiftCore.so
      1 [ra]             0x000056448f8ed62b PreTests.a() + 170 in DNSMessagesTests at /home/ada/post \#
    road/.build/grader/bench/Suites/01-DNSMessages/01-HeaderTests.swift:55:45
    ...

    Backtrace took 0.05s
    """#

  static let negative = #"""
    Swift/Integers.swift:3320: Fatal error: Negative value is not representable

    *** Signal 4: Backtracing from 0x7fbd49d6df7f... done ***

    *** Program crashed: Illegal instruction at 0x00007fbd49d6df7f ***

    Platform: x86_64 Linux (Debian GNU/Linux 12 (bookworm))

    Thread 3 "oot.default-qos" crashed:

      0                  0x00007fbd49d6df7f closure #1 in closure #1 in \#
    _assertionFailure(_:_:file:line:flags:) + 623 in libswiftCore.so
      1 [ra]             0x00007fbd49ef961f _assertionFailure(_:_:file:line:flags:) + 302 in \#
    libswiftCore.so
      2 [ra]             0x000056158d7cadf3 unsigned(_:) + 130 in DNSMessagesTests at /home/ada/post \#
    road/.build/grader/bench/Subjects/01-DNSMessages/01-Header.swift:15:42
    ...

    Backtrace took 0.03s
    """#

  static let tooLarge = #"""
    Swift/Integers.swift:3324: Fatal error: Not enough bits to represent the passed value

    *** Signal 4: Backtracing from 0x7f420476df7f... done ***

    *** Program crashed: Illegal instruction at 0x00007f420476df7f ***

    Platform: x86_64 Linux (Debian GNU/Linux 12 (bookworm))

    Thread 3 "oot.default-qos" crashed:

      0                  0x00007f420476df7f closure #1 in closure #1 in \#
    _assertionFailure(_:_:file:line:flags:) + 623 in libswiftCore.so
      1 [ra]             0x00007f42048f961f _assertionFailure(_:_:file:line:flags:) + 302 in \#
    libswiftCore.so
      2 [ra]             0x00005652282d6f6c narrow(_:) + 235 in DNSMessagesTests at /home/ada/post \#
    road/.build/grader/bench/Subjects/01-DNSMessages/01-Header.swift:16:41
    ...

    Backtrace took 0.02s
    """#

  static let range = #"""
    Swift/Range.swift:761: Fatal error: Range requires lowerBound <= upperBound

    *** Signal 4: Backtracing from 0x7f059756df7f... done ***

    *** Program crashed: Illegal instruction at 0x00007f059756df7f ***

    Platform: x86_64 Linux (Debian GNU/Linux 12 (bookworm))

    Thread 3 "oot.default-qos" crashed:

      0                  0x00007f059756df7f closure #1 in closure #1 in \#
    _assertionFailure(_:_:file:line:flags:) + 623 in libswiftCore.so
      1 [ra]             0x00007f05976f961f _assertionFailure(_:_:file:line:flags:) + 302 in \#
    libswiftCore.so
      2 [ra]             0x000055fe11ce801e range(_:_:) + 157 in DNSMessagesTests at /home/ada/post \#
    road/.build/grader/bench/Subjects/01-DNSMessages/01-Header.swift:17:56
    ...

    Backtrace took 0.05s
    """#

  static let memory = #"""
    Fatal error: failed to allocate 4194336 bytes of memory with alignment 8

    *** Signal 6: Backtracing from 0x7f0d622e0eec... done ***

    *** Program crashed: Aborted at 0x000000000000664d ***

    Platform: x86_64 Linux (Debian GNU/Linux 12 (bookworm))

    Thread 1 "oot.default-qos" crashed:

      0  0x00007f0d622e0eec __pthread_kill_implementation + 268 in libc.so.6
    ...

    Backtrace took 0.01s
    """#
}
