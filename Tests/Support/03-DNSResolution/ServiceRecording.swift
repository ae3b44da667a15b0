// Recorded by Tests/Support/Recording/recursive-service.py: not typed by hand.

extension ServiceRecording {
  /// A row for each query: RD, CD, QR, opcode, number of questions, whether the client may ask, what it asks about; what Unbound
  /// 1.17.1 replied, and BIND 9.18.
  static let text = """
    1 0 0 0 1 1 cached NOERROR,rd,ra,questions=1,answers=2 NOERROR,rd,ra,questions=1,answers=2
    1 0 0 0 1 1 new NOERROR,rd,ra,questions=1,answers=1 NOERROR,rd,ra,questions=1,answers=1
    1 0 0 0 1 1 missing NXDOMAIN,rd,ra,questions=1,answers=0 NXDOMAIN,rd,ra,questions=1,answers=0
    1 0 0 0 1 1 dead SERVFAIL,rd,ra,questions=1,answers=0 SERVFAIL,rd,ra,questions=1,answers=0
    1 1 0 0 1 1 cached NOERROR,rd,ra,cd,questions=1,answers=2 NOERROR,rd,ra,cd,questions=1,answers=2
    1 1 0 0 1 1 new NOERROR,rd,ra,cd,questions=1,answers=1 NOERROR,rd,ra,cd,questions=1,answers=1
    1 1 0 0 1 1 missing NXDOMAIN,rd,ra,cd,questions=1,answers=0 NXDOMAIN,rd,ra,cd,questions=1,answers=0
    1 1 0 0 1 1 dead SERVFAIL,rd,ra,cd,questions=1,answers=0 SERVFAIL,rd,ra,cd,questions=1,answers=0
    0 0 0 0 1 1 cached REFUSED,ra,questions=1,answers=0 NOERROR,ra,questions=1,answers=2
    0 0 0 0 1 1 new REFUSED,ra,questions=1,answers=0 NOERROR,ra,questions=1,answers=0
    0 0 0 0 1 1 missing REFUSED,ra,questions=1,answers=0 NOERROR,ra,questions=1,answers=0
    0 0 0 0 1 1 dead REFUSED,ra,questions=1,answers=0 NOERROR,ra,questions=1,answers=0
    0 1 0 0 1 1 cached REFUSED,ra,cd,questions=1,answers=0 NOERROR,ra,cd,questions=1,answers=2
    0 1 0 0 1 1 new REFUSED,ra,cd,questions=1,answers=0 NOERROR,ra,cd,questions=1,answers=0
    0 1 0 0 1 1 missing REFUSED,ra,cd,questions=1,answers=0 NOERROR,ra,cd,questions=1,answers=0
    0 1 0 0 1 1 dead REFUSED,ra,cd,questions=1,answers=0 NOERROR,ra,cd,questions=1,answers=0
    1 0 0 0 1 0 cached REFUSED,rd,questions=0,answers=0 REFUSED,rd,questions=1,answers=0
    1 0 0 0 1 0 new REFUSED,rd,questions=0,answers=0 REFUSED,rd,questions=1,answers=0
    0 0 0 0 1 0 cached REFUSED,questions=0,answers=0 REFUSED,questions=1,answers=0
    0 0 0 0 1 0 new REFUSED,questions=0,answers=0 REFUSED,questions=1,answers=0
    1 0 1 0 0 1 cached nothing nothing
    1 0 1 0 0 0 cached nothing nothing
    1 0 1 0 1 1 cached nothing nothing
    1 0 1 0 1 0 cached nothing nothing
    1 0 1 2 0 1 cached nothing nothing
    1 0 1 2 0 0 cached nothing nothing
    1 0 1 2 1 1 cached nothing nothing
    1 0 1 2 1 0 cached nothing nothing
    1 0 0 1 0 1 cached NOTIMP,rd,questions=0,answers=0 NOTIMP,questions=0,answers=0
    1 0 0 1 1 1 cached NOTIMP,rd,questions=1,answers=0 NOTIMP,questions=0,answers=0
    1 0 0 2 0 1 cached NOTIMP,rd,questions=0,answers=0 NOTIMP,questions=0,answers=0
    1 0 0 2 1 1 cached NOTIMP,rd,questions=1,answers=0 NOTIMP,questions=0,answers=0
    1 0 0 3 0 1 cached NOTIMP,rd,questions=0,answers=0 NOTIMP,questions=0,answers=0
    1 0 0 3 1 1 cached NOTIMP,rd,questions=1,answers=0 NOTIMP,questions=0,answers=0
    1 0 0 6 0 1 cached NOTIMP,rd,questions=0,answers=0 NOTIMP,questions=0,answers=0
    1 0 0 6 1 1 cached NOTIMP,rd,questions=1,answers=0 NOTIMP,questions=0,answers=0
    1 0 0 15 0 1 cached NOTIMP,rd,questions=0,answers=0 NOTIMP,questions=0,answers=0
    1 0 0 15 1 1 cached NOTIMP,rd,questions=1,answers=0 NOTIMP,questions=0,answers=0
    1 0 0 0 0 1 cached FORMERR,rd,questions=0,answers=0 FORMERR,rd,questions=0,answers=0
    1 0 0 0 2 1 cached FORMERR,rd,questions=2,answers=0 FORMERR,rd,questions=0,answers=0
    0 0 0 0 0 1 cached FORMERR,questions=0,answers=0 FORMERR,questions=0,answers=0
    0 0 0 0 2 1 cached FORMERR,questions=2,answers=0 FORMERR,questions=0,answers=0
    """
}
