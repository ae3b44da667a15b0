/// What processes that crashed had printed, recorded with Swift 6.3.1 on Linux: the runtime's own checks.
///
/// Swift Testing's own lines and the deeper frames were left out, the bench's folder is another, long lines are broken.
enum RecordedCrash {
  static let index = #"""
    Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range

    *** Signal 4: Backtracing from 0x7f56e6f6df7f... done ***

    *** Program crashed: Illegal instruction at 0x00007f56e6f6df7f ***

    Platform: x86_64 Linux (Debian GNU/Linux 12 (bookworm))

    Thread 1 "oot.default-qos" crashed:

      0                  0x00007f56e6f6df7f closure #1 in closure #1 in \#
    _assertionFailure(_:_:file:line:flags:) + 623 in libswiftCore.so
      1 [ra]             0x00007f56e70f961f _assertionFailure(_:_:file:line:flags:) + 302 in \#
    libswiftCore.so
      2 [ra]             0x00007f56e7591f05 specialized Array.subscript.getter + 84 in \#
    libswiftSwiftOnoneSupport.so
      3 [ra]             0x00005580e2a49abd last(_:) + 44 in DNSMessagesTests at /home/ada/post \#
    road/.build/grader/bench/Subjects/01-DNSMessages/01-Header.swift:3:8
    ...

    Backtrace took 0.03s
    """#

  static let overflow = #"""
    *** Signal 4: Backtracing from 0x5609ddbd7b09... done ***

    *** Swift runtime failure: arithmetic overflow ***

    Platform: x86_64 Linux (Debian GNU/Linux 12 (bookworm))

    Thread 3 "oot.default-qos" crashed:

      0 [inlined] [system] 0x00005609ddbd7b09 Swift runtime failure: arithmetic overflow in \#
    DNSMessagesTests at //<compiler-generated>
      1                    0x00005609ddbd7b09 grown(_:) + 57 in DNSMessagesTests at /home/ada/post \#
    road/.build/grader/bench/Subjects/01-DNSMessages/01-Header.swift:6:8
    ...

    Backtrace took 0.02s
    """#

  static let forcedNil = #"""
    DNSMessages/01-Header.swift:9: Fatal error: Unexpectedly found nil while unwrapping an Optional \#
    value

    *** Signal 4: Backtracing from 0x7f4e4af6df7f... done ***

    *** Program crashed: Illegal instruction at 0x00007f4e4af6df7f ***

    Platform: x86_64 Linux (Debian GNU/Linux 12 (bookworm))

    Thread 1 "oot.default-qos" crashed:

      0                  0x00007f4e4af6df7f closure #1 in closure #1 in \#
    _assertionFailure(_:_:file:line:flags:) + 623 in libswiftCore.so
      1 [ra]             0x00007f4e4b0f961f _assertionFailure(_:_:file:line:flags:) + 302 in \#
    libswiftCore.so
      2 [ra]             0x000055e83b53fba6 forced(_:) + 149 in DNSMessagesTests at /home/ada/post \#
    road/.build/grader/bench/Subjects/01-DNSMessages/01-Header.swift:9:7
    ...

    Backtrace took 0.07s
    """#

  static let division = #"""
    Swift/IntegerTypes.swift:9012: Fatal error: Division by zero

    *** Signal 4: Backtracing from 0x7f2fcc36df7f... done ***

    *** Program crashed: Illegal instruction at 0x00007f2fcc36df7f ***

    Platform: x86_64 Linux (Debian GNU/Linux 12 (bookworm))

    Thread 1 "oot.default-qos" crashed:

      0                  0x00007f2fcc36df7f closure #1 in closure #1 in \#
    _assertionFailure(_:_:file:line:flags:) + 623 in libswiftCore.so
      1 [ra]             0x00007f2fcc4f961f _assertionFailure(_:_:file:line:flags:) + 302 in \#
    libswiftCore.so
      2 [ra]             0x00005592d8749ce1 divided(_:_:) + 160 in DNSMessagesTests at /home/ada/post \#
    road/.build/grader/bench/Subjects/01-DNSMessages/01-Header.swift:14:52
    ...

    Backtrace took 0.03s
    """#
}
