// Recorded by Tests/Support/Recording/record-messages.sh: not typed by hand.

extension WireMessage {
  /// Queries of dig to BIND 9.18.49 and its replies, told by dnspython and dig.
  static let bind = WireMessage.read(
    sender: "BIND 9.18.49",
    ##"""
    @ query udp www.postroad.example A +rec +noad +noedns
    9147 0100 0001 0000 0000 0000 0377 7777 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 0001 0001
    question www.postroad.example. IN A
    @ reply udp www.postroad.example A +rec +noad +noedns
    9147 8180 0001 0003 0003 0003 0377 7777 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 0001 0001 c00c
    0001 0001 0000 0e10 0004 c000 0250 c00c 0001 0001 0000 0e10 0004 c633 6450 c00c 0001 0001 0000 0e10
    0004 cb00 7150 c010 0002 0001 0000 0e10 0006 036e 7331 c010 c010 0002 0001 0000 0e10 0006 036e 7332
    c010 c010 0002 0001 0000 0e10 0019 0574 6f77 6572 0965 6c73 6577 6865 7265 0765 7861 6d70 6c65 00c0
    6200 0100 0100 000e 1000 04c0 0002 35c0 7400 0100 0100 000e 1000 04c6 3364 35c0 6200 1c00 0100 000e
    1000 1020 010d b800 0000 0000 0000 0000 0000 53
    question www.postroad.example. IN A
    answer www.postroad.example. 3600 IN A 192.0.2.80
    answer www.postroad.example. 3600 IN A 198.51.100.80
    answer www.postroad.example. 3600 IN A 203.0.113.80
    authority postroad.example. 3600 IN NS ns1.postroad.example.
    authority postroad.example. 3600 IN NS ns2.postroad.example.
    authority postroad.example. 3600 IN NS tower.elsewhere.example.
    additional ns1.postroad.example. 3600 IN A 192.0.2.53
    additional ns2.postroad.example. 3600 IN A 198.51.100.53
    additional ns1.postroad.example. 3600 IN AAAA 2001:db8::53
    @ reply udp postroad.example MX +rec +noad +nocookie +bufsize=1232
    9538 8180 0001 0002 0003 0005 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 000f 0001 c00c 000f 0001
    0000 0e10 0009 000a 046d 6169 6cc0 0cc0 0c00 0f00 0100 000e 1000 1a00 1404 6d61 696c 0965 6c73 6577
    6865 7265 0765 7861 6d70 6c65 00c0 0c00 0200 0100 000e 1000 0603 6e73 31c0 0cc0 0c00 0200 0100 000e
    1000 0603 6e73 32c0 0cc0 0c00 0200 0100 000e 1000 0805 746f 7765 72c0 4ac0 3000 0100 0100 000e 1000
    04cb 0071 19c0 6900 0100 0100 000e 1000 04c0 0002 35c0 7b00 0100 0100 000e 1000 04c6 3364 35c0 6900
    1c00 0100 000e 1000 1020 010d b800 0000 0000 0000 0000 0000 5300 0029 04d0 0000 0000 0000
    question postroad.example. IN MX
    answer postroad.example. 3600 IN MX 10 mail.postroad.example.
    answer postroad.example. 3600 IN MX 20 mail.elsewhere.example.
    authority postroad.example. 3600 IN NS ns1.postroad.example.
    authority postroad.example. 3600 IN NS ns2.postroad.example.
    authority postroad.example. 3600 IN NS tower.elsewhere.example.
    additional mail.postroad.example. 3600 IN A 203.0.113.25
    additional ns1.postroad.example. 3600 IN A 192.0.2.53
    additional ns2.postroad.example. 3600 IN A 198.51.100.53
    additional ns1.postroad.example. 3600 IN AAAA 2001:db8::53
    edns version=0 do=0 payload=1232 rcode=0
    @ reply udp scroll.postroad.example TXT +rec +noad +noedns
    9929 8180 0001 0001 0003 0003 0673 6372 6f6c 6c08 706f 7374 726f 6164 0765 7861 6d70 6c65 0000 1000
    01c0 0c00 1000 0100 000e 1000 2605 6669 7273 7400 1e74 6869 7264 2022 7175 6f74 6564 223b 2077 6974
    6820 5c20 616e 6420 00c8 ffc0 1300 0200 0100 000e 1000 0603 6e73 31c0 13c0 1300 0200 0100 000e 1000
    0603 6e73 32c0 13c0 1300 0200 0100 000e 1000 1905 746f 7765 7209 656c 7365 7768 6572 6507 6578 616d
    706c 6500 c067 0001 0001 0000 0e10 0004 c000 0235 c079 0001 0001 0000 0e10 0004 c633 6435 c067 001c
    0001 0000 0e10 0010 2001 0db8 0000 0000 0000 0000 0000 0053
    question scroll.postroad.example. IN TXT
    answer scroll.postroad.example. 3600 IN TXT "first" "" "third \"quoted\"; with \\ and \000\200\255"
    authority postroad.example. 3600 IN NS ns1.postroad.example.
    authority postroad.example. 3600 IN NS ns2.postroad.example.
    authority postroad.example. 3600 IN NS tower.elsewhere.example.
    additional ns1.postroad.example. 3600 IN A 192.0.2.53
    additional ns2.postroad.example. 3600 IN A 198.51.100.53
    additional ns1.postroad.example. 3600 IN AAAA 2001:db8::53
    @ reply udp road.postroad.example AAAA +rec +noad +noedns
    9d1a 8180 0001 0004 0003 0003 0472 6f61 6408 706f 7374 726f 6164 0765 7861 6d70 6c65 0000 1c00 01c0
    0c00 0500 0100 000e 1000 0603 6f6c 64c0 0cc0 3300 0500 0100 000e 1000 0603 7777 77c0 11c0 4500 1c00
    0100 000e 1000 1020 010d b800 0000 0000 0000 0000 0000 80c0 4500 1c00 0100 000e 1000 1020 010d b800
    0000 0100 0000 0000 0000 80c0 1100 0200 0100 000e 1000 0603 6e73 31c0 11c0 1100 0200 0100 000e 1000
    0603 6e73 32c0 11c0 1100 0200 0100 000e 1000 1905 746f 7765 7209 656c 7365 7768 6572 6507 6578 616d
    706c 6500 c08f 0001 0001 0000 0e10 0004 c000 0235 c0a1 0001 0001 0000 0e10 0004 c633 6435 c08f 001c
    0001 0000 0e10 0010 2001 0db8 0000 0000 0000 0000 0000 0053
    question road.postroad.example. IN AAAA
    answer road.postroad.example. 3600 IN CNAME old.road.postroad.example.
    answer old.road.postroad.example. 3600 IN CNAME www.postroad.example.
    answer www.postroad.example. 3600 IN AAAA 2001:db8::80
    answer www.postroad.example. 3600 IN AAAA 2001:db8:0:1::80
    authority postroad.example. 3600 IN NS ns1.postroad.example.
    authority postroad.example. 3600 IN NS ns2.postroad.example.
    authority postroad.example. 3600 IN NS tower.elsewhere.example.
    additional ns1.postroad.example. 3600 IN A 192.0.2.53
    additional ns2.postroad.example. 3600 IN A 198.51.100.53
    additional ns1.postroad.example. 3600 IN AAAA 2001:db8::53
    @ reply udp _mana._tcp.postroad.example SRV +rec +ad +noedns
    a10b 8180 0001 0002 0003 0004 055f 6d61 6e61 045f 7463 7008 706f 7374 726f 6164 0765 7861 6d70 6c65
    0000 2100 01c0 0c00 2100 0100 000e 1000 2300 0a00 3c1f 9005 6e6f 7274 6804 6761 7465 0870 6f73 7472
    6f61 6407 6578 616d 706c 6500 c00c 0021 0001 0000 0e10 001c 0014 0000 1f91 036e 7331 0870 6f73 7472
    6f61 6407 6578 616d 706c 6500 c072 0002 0001 0000 0e10 0002 c06e c072 0002 0001 0000 0e10 0006 036e
    7332 c072 c072 0002 0001 0000 0e10 0019 0574 6f77 6572 0965 6c73 6577 6865 7265 0765 7861 6d70 6c65
    00c0 3f00 0100 0100 000e 1000 04c0 0002 51c0 6e00 0100 0100 000e 1000 04c0 0002 35c0 9e00 0100 0100
    000e 1000 04c6 3364 35c0 6e00 1c00 0100 000e 1000 1020 010d b800 0000 0000 0000 0000 0000 53
    question _mana._tcp.postroad.example. IN SRV
    answer _mana._tcp.postroad.example. 3600 IN SRV 10 60 8080 north.gate.postroad.example.
    answer _mana._tcp.postroad.example. 3600 IN SRV 20 0 8081 ns1.postroad.example.
    authority postroad.example. 3600 IN NS ns1.postroad.example.
    authority postroad.example. 3600 IN NS ns2.postroad.example.
    authority postroad.example. 3600 IN NS tower.elsewhere.example.
    additional north.gate.postroad.example. 3600 IN A 192.0.2.81
    additional ns1.postroad.example. 3600 IN A 192.0.2.53
    additional ns2.postroad.example. 3600 IN A 198.51.100.53
    additional ns1.postroad.example. 3600 IN AAAA 2001:db8::53
    @ reply udp postroad.example TYPE65280 +rec +noad +noedns
    a4fc 8180 0001 0001 0003 0003 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 ff00 0001 c00c ff00 0001
    0000 0e10 0007 01c0 0c00 ff5c 22c0 0c00 0200 0100 000e 1000 0603 6e73 31c0 0cc0 0c00 0200 0100 000e
    1000 0603 6e73 32c0 0cc0 0c00 0200 0100 000e 1000 1905 746f 7765 7209 656c 7365 7768 6572 6507 6578
    616d 706c 6500 c041 0001 0001 0000 0e10 0004 c000 0235 c053 0001 0001 0000 0e10 0004 c633 6435 c041
    001c 0001 0000 0e10 0010 2001 0db8 0000 0000 0000 0000 0000 0053
    question postroad.example. IN TYPE65280
    answer postroad.example. 3600 IN TYPE65280 \# 7 01c00c00ff5c22
    authority postroad.example. 3600 IN NS ns1.postroad.example.
    authority postroad.example. 3600 IN NS ns2.postroad.example.
    authority postroad.example. 3600 IN NS tower.elsewhere.example.
    additional ns1.postroad.example. 3600 IN A 192.0.2.53
    additional ns2.postroad.example. 3600 IN A 198.51.100.53
    additional ns1.postroad.example. 3600 IN AAAA 2001:db8::53
    @ reply udp nowhere.postroad.example A +rec +noad +noedns
    a8ed 8183 0001 0000 0001 0000 076e 6f77 6865 7265 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 0001
    0001 c014 0006 0001 0000 012c 002f 036e 7331 c014 1277 6172 6465 6e2e 6f66 2e74 6865 2e72 6f61 64c0
    1478 c405 2d00 001c 2000 0003 8400 1275 0000 0001 2c
    question nowhere.postroad.example. IN A
    authority postroad.example. 300 IN SOA ns1.postroad.example. warden\.of\.the\.road.postroad.example. 2026112301 7200 900 1209600 300
    @ reply tcp postroad.example SOA +rec +noad +noedns +tcp
    acde 8180 0001 0001 0003 0003 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 0006 0001 c00c 0006 0001
    0000 0e10 002f 036e 7331 c00c 1277 6172 6465 6e2e 6f66 2e74 6865 2e72 6f61 64c0 0c78 c405 2d00 001c
    2000 0003 8400 1275 0000 0001 2cc0 0c00 0200 0100 000e 1000 02c0 2ec0 0c00 0200 0100 000e 1000 0603
    6e73 32c0 0cc0 0c00 0200 0100 000e 1000 1905 746f 7765 7209 656c 7365 7768 6572 6507 6578 616d 706c
    6500 c02e 0001 0001 0000 0e10 0004 c000 0235 c077 0001 0001 0000 0e10 0004 c633 6435 c02e 001c 0001
    0000 0e10 0010 2001 0db8 0000 0000 0000 0000 0000 0053
    question postroad.example. IN SOA
    answer postroad.example. 3600 IN SOA ns1.postroad.example. warden\.of\.the\.road.postroad.example. 2026112301 7200 900 1209600 300
    authority postroad.example. 3600 IN NS ns1.postroad.example.
    authority postroad.example. 3600 IN NS ns2.postroad.example.
    authority postroad.example. 3600 IN NS tower.elsewhere.example.
    additional ns1.postroad.example. 3600 IN A 192.0.2.53
    additional ns2.postroad.example. 3600 IN A 198.51.100.53
    additional ns1.postroad.example. 3600 IN AAAA 2001:db8::53
    @ reply tcp many.postroad.example MX +rec +noad +noedns +tcp
    b0cf 8180 0001 003c 0003 0003 046d 616e 7908 706f 7374 726f 6164 0765 7861 6d70 6c65 0000 0f00 01c0
    0c00 0f00 0100 000e 1000 2700 0007 7265 6c61 7930 3005 6e6f 7274 6804 6761 7465 0870 6f73 7472 6f61
    6407 6578 616d 706c 6500 c00c 000f 0001 0000 0e10 000c 0001 0772 656c 6179 3031 c03d c00c 000f 0001
    0000 0e10 000c 0002 0772 656c 6179 3032 c03d c00c 000f 0001 0000 0e10 000c 0003 0772 656c 6179 3033
    c03d c00c 000f 0001 0000 0e10 000c 0004 0772 656c 6179 3034 c03d c00c 000f 0001 0000 0e10 000c 0005
    0772 656c 6179 3035 c03d c00c 000f 0001 0000 0e10 000c 0006 0772 656c 6179 3036 c03d c00c 000f 0001
    0000 0e10 000c 0007 0772 656c 6179 3037 c03d c00c 000f 0001 0000 0e10 000c 0008 0772 656c 6179 3038
    c03d c00c 000f 0001 0000 0e10 000c 0009 0772 656c 6179 3039 c03d c00c 000f 0001 0000 0e10 000c 000a
    0772 656c 6179 3130 c03d c00c 000f 0001 0000 0e10 000c 000b 0772 656c 6179 3131 c03d c00c 000f 0001
    0000 0e10 000c 000c 0772 656c 6179 3132 c03d c00c 000f 0001 0000 0e10 000c 000d 0772 656c 6179 3133
    c03d c00c 000f 0001 0000 0e10 000c 000e 0772 656c 6179 3134 c03d c00c 000f 0001 0000 0e10 000c 000f
    0772 656c 6179 3135 c03d c00c 000f 0001 0000 0e10 000c 0010 0772 656c 6179 3136 c03d c00c 000f 0001
    0000 0e10 000c 0011 0772 656c 6179 3137 c03d c00c 000f 0001 0000 0e10 000c 0012 0772 656c 6179 3138
    c03d c00c 000f 0001 0000 0e10 000c 0013 0772 656c 6179 3139 c03d c00c 000f 0001 0000 0e10 000c 0014
    0772 656c 6179 3230 c03d c00c 000f 0001 0000 0e10 000c 0015 0772 656c 6179 3231 c03d c00c 000f 0001
    0000 0e10 000c 0016 0772 656c 6179 3232 c03d c00c 000f 0001 0000 0e10 000c 0017 0772 656c 6179 3233
    c03d c00c 000f 0001 0000 0e10 000c 0018 0772 656c 6179 3234 c03d c00c 000f 0001 0000 0e10 000c 0019
    0772 656c 6179 3235 c03d c00c 000f 0001 0000 0e10 000c 001a 0772 656c 6179 3236 c03d c00c 000f 0001
    0000 0e10 000c 001b 0772 656c 6179 3237 c03d c00c 000f 0001 0000 0e10 000c 001c 0772 656c 6179 3238
    c03d c00c 000f 0001 0000 0e10 000c 001d 0772 656c 6179 3239 c03d c00c 000f 0001 0000 0e10 000c 001e
    0772 656c 6179 3330 c03d c00c 000f 0001 0000 0e10 000c 001f 0772 656c 6179 3331 c03d c00c 000f 0001
    0000 0e10 000c 0020 0772 656c 6179 3332 c03d c00c 000f 0001 0000 0e10 000c 0021 0772 656c 6179 3333
    c03d c00c 000f 0001 0000 0e10 000c 0022 0772 656c 6179 3334 c03d c00c 000f 0001 0000 0e10 000c 0023
    0772 656c 6179 3335 c03d c00c 000f 0001 0000 0e10 000c 0024 0772 656c 6179 3336 c03d c00c 000f 0001
    0000 0e10 000c 0025 0772 656c 6179 3337 c03d c00c 000f 0001 0000 0e10 000c 0026 0772 656c 6179 3338
    c03d c00c 000f 0001 0000 0e10 000c 0027 0772 656c 6179 3339 c03d c00c 000f 0001 0000 0e10 000c 0028
    0772 656c 6179 3430 c03d c00c 000f 0001 0000 0e10 000c 0029 0772 656c 6179 3431 c03d c00c 000f 0001
    0000 0e10 000c 002a 0772 656c 6179 3432 c03d c00c 000f 0001 0000 0e10 000c 002b 0772 656c 6179 3433
    c03d c00c 000f 0001 0000 0e10 000c 002c 0772 656c 6179 3434 c03d c00c 000f 0001 0000 0e10 000c 002d
    0772 656c 6179 3435 c03d c00c 000f 0001 0000 0e10 000c 002e 0772 656c 6179 3436 c03d c00c 000f 0001
    0000 0e10 000c 002f 0772 656c 6179 3437 c03d c00c 000f 0001 0000 0e10 000c 0030 0772 656c 6179 3438
    c03d c00c 000f 0001 0000 0e10 000c 0031 0772 656c 6179 3439 c03d c00c 000f 0001 0000 0e10 000c 0032
    0772 656c 6179 3530 c03d c00c 000f 0001 0000 0e10 000c 0033 0772 656c 6179 3531 c03d c00c 000f 0001
    0000 0e10 000c 0034 0772 656c 6179 3532 c03d c00c 000f 0001 0000 0e10 000c 0035 0772 656c 6179 3533
    c03d c00c 000f 0001 0000 0e10 000c 0036 0772 656c 6179 3534 c03d c00c 000f 0001 0000 0e10 000c 0037
    0772 656c 6179 3535 c03d c00c 000f 0001 0000 0e10 000c 0038 0772 656c 6179 3536 c03d c00c 000f 0001
    0000 0e10 000c 0039 0772 656c 6179 3537 c03d c00c 000f 0001 0000 0e10 000c 003a 0772 656c 6179 3538
    c03d c00c 000f 0001 0000 0e10 000c 003b 0772 656c 6179 3539 c03d c011 0002 0001 0000 0e10 0006 036e
    7331 c011 c011 0002 0001 0000 0e10 0006 036e 7332 c011 c011 0002 0001 0000 0e10 0019 0574 6f77 6572
    0965 6c73 6577 6865 7265 0765 7861 6d70 6c65 00c5 ee00 0100 0100 000e 1000 04c0 0002 35c6 0000 0100
    0100 000e 1000 04c6 3364 35c5 ee00 1c00 0100 000e 1000 1020 010d b800 0000 0000 0000 0000 0000 53
    question many.postroad.example. IN MX
    answer many.postroad.example. 3600 IN MX 0 relay00.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 1 relay01.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 2 relay02.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 3 relay03.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 4 relay04.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 5 relay05.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 6 relay06.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 7 relay07.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 8 relay08.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 9 relay09.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 10 relay10.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 11 relay11.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 12 relay12.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 13 relay13.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 14 relay14.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 15 relay15.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 16 relay16.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 17 relay17.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 18 relay18.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 19 relay19.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 20 relay20.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 21 relay21.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 22 relay22.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 23 relay23.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 24 relay24.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 25 relay25.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 26 relay26.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 27 relay27.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 28 relay28.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 29 relay29.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 30 relay30.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 31 relay31.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 32 relay32.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 33 relay33.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 34 relay34.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 35 relay35.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 36 relay36.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 37 relay37.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 38 relay38.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 39 relay39.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 40 relay40.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 41 relay41.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 42 relay42.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 43 relay43.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 44 relay44.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 45 relay45.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 46 relay46.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 47 relay47.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 48 relay48.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 49 relay49.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 50 relay50.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 51 relay51.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 52 relay52.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 53 relay53.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 54 relay54.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 55 relay55.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 56 relay56.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 57 relay57.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 58 relay58.north.gate.postroad.example.
    answer many.postroad.example. 3600 IN MX 59 relay59.north.gate.postroad.example.
    authority postroad.example. 3600 IN NS ns1.postroad.example.
    authority postroad.example. 3600 IN NS ns2.postroad.example.
    authority postroad.example. 3600 IN NS tower.elsewhere.example.
    additional ns1.postroad.example. 3600 IN A 192.0.2.53
    additional ns2.postroad.example. 3600 IN A 198.51.100.53
    additional ns1.postroad.example. 3600 IN AAAA 2001:db8::53
    @ query udp version.bind TXT CH +norec +noad +noedns
    b4c0 0000 0001 0000 0000 0000 0776 6572 7369 6f6e 0462 696e 6400 0010 0003
    question version.bind. CH TXT
    @ reply udp version.bind TXT CH +norec +noad +noedns
    b4c0 8400 0001 0001 0001 0000 0776 6572 7369 6f6e 0462 696e 6400 0010 0003 c00c 0010 0003 0000 0000
    0019 1839 2e31 382e 3439 2d31 7e64 6562 3132 7533 2d44 6562 6961 6ec0 0c00 0200 0300 0000 0000 02c0
    0c
    question version.bind. CH TXT
    answer version.bind. 0 CH TXT "9.18.49-1~deb12u3-Debian"
    authority version.bind. 0 CH NS version.bind.
    @ reply udp www.postroad.example A +rec +noad +nocookie +edns=1 +noednsneg
    b8b1 8100 0001 0000 0000 0001 0377 7777 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 0001 0001 0000
    2904 d001 0000 0000 00
    question www.postroad.example. IN A
    edns version=0 do=0 payload=1232 rcode=16
    @ query udp www.postroad.example A +rec +noad +cookie=2464c4abcf10c957
    bca2 0100 0001 0000 0000 0001 0377 7777 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 0001 0001 0000
    2904 d000 0000 0000 0c00 0a00 0824 64c4 abcf 10c9 57
    question www.postroad.example. IN A
    edns version=0 do=0 payload=1232 rcode=0 10=2464c4abcf10c957
    @ reply udp www.postroad.example A +rec +noad +cookie=2464c4abcf10c957
    bca2 8180 0001 0003 0003 0004 0377 7777 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 0001 0001 c00c
    0001 0001 0000 0e10 0004 c000 0250 c00c 0001 0001 0000 0e10 0004 c633 6450 c00c 0001 0001 0000 0e10
    0004 cb00 7150 c010 0002 0001 0000 0e10 0006 036e 7331 c010 c010 0002 0001 0000 0e10 0006 036e 7332
    c010 c010 0002 0001 0000 0e10 0019 0574 6f77 6572 0965 6c73 6577 6865 7265 0765 7861 6d70 6c65 00c0
    6200 0100 0100 000e 1000 04c0 0002 35c0 7400 0100 0100 000e 1000 04c6 3364 35c0 6200 1c00 0100 000e
    1000 1020 010d b800 0000 0000 0000 0000 0000 5300 0029 04d0 0000 0000 001c 000a 0018 2464 c4ab cf10
    c957 0100 0000 6b03 c04f de5e 63c5 6b32 c937
    question www.postroad.example. IN A
    answer www.postroad.example. 3600 IN A 192.0.2.80
    answer www.postroad.example. 3600 IN A 198.51.100.80
    answer www.postroad.example. 3600 IN A 203.0.113.80
    authority postroad.example. 3600 IN NS ns1.postroad.example.
    authority postroad.example. 3600 IN NS ns2.postroad.example.
    authority postroad.example. 3600 IN NS tower.elsewhere.example.
    additional ns1.postroad.example. 3600 IN A 192.0.2.53
    additional ns2.postroad.example. 3600 IN A 198.51.100.53
    additional ns1.postroad.example. 3600 IN AAAA 2001:db8::53
    edns version=0 do=0 payload=1232 rcode=0 10=2464c4abcf10c957010000006b03c04fde5e63c56b32c937
    """##)
}
