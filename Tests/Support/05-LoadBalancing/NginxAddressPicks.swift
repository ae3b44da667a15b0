/// Whom nginx 1.22.1's `ip_hash` picked for an address, recorded by `Recording/nginx-ip-hash.py`.
///
/// A line has the address's bytes and four letters, one for each pool: `equal`, `weighted`, `oneDown`, `wayOut`. The
/// lines stand in the order of the requests, the four bytes before the sixteen.
public enum NginxAddressPicks {
  /// Addresses of IPv4.
  public static let four = """
    c0000218 dbdb
    c63364fd abac
    cb0071f4 aaac
    323d3ab0 cacc
    266480ae abab
    ffb72cb3 dadb
    bd47607b bccc
    4d7cf73e cccb
    d75ba979 bacb
    1464d57d cbcc
    bf445e19 cacc
    2f0b8152 bbcb
    4d4bc856 bbab
    16a88b77 dcdc
    5a0406b7 cacb
    ea7dccdd aaab
    b8cbfce3 aaab
    ec1e080f cbcb
    f7349a5f dbdc
    ddd4c048 bccb
    a9a1f92b baab
    78d28658 dadb
    8a6387ba bbcc
    62a59f95 dcdb
    634d7dc9 dcdc
    80e5920e cbcb
    67de8f74 acac
    5177e907 dbdc
    b816aaf8 cacb
    f3cd8ce1 bccc
    6dcbd07f acac
    fd50b64c cccb
    88c11d41 bbab
    c5e126fe abac
    a185d98a aaac
    0a629dd8 cacb
    a1ecbdec bccc
    41dae661 acac
    0a80aae2 bbcb
    f4f95c2e bcdb
    3b095ca6 dbdb
    8351483b dadc
    b4aca4b3 abab
    03b968f7 aaac
    920258be abac
    76eacfb5 cacc
    d6810b83 dadb
    3946c9a7 aaac
    """

  /// Addresses of IPv6.
  public static let sixteen = """
    20010db8000000000000000000000001 aaac
    20010db8000000000000000000000002 baac
    20010db83b52a5dd60ef0b2e0d6fbdd7 bccc
    20010db8a4f055828081250916ad52bd acab
    20010db831f15bdf6d9f9534bf3af4a9 dadb
    20010db8348bc128c3be45ac3a05346b abac
    20010db84e3ffa3b2b8b0f2a690ffe25 badb
    20010db80220f431d4571b4c548e1b5b aaac
    20010db8ef0c9415d36df8c51b6cc51c abac
    20010db85324b59e4f7e8949690078eb dcdb
    20010db833fce2499e7b8c195cbf40aa cacc
    20010db82cd87c7277cdf3a23d8fbae5 bbac
    20010db83897d5422a023f85d79f5825 dadc
    20010db8297c4c808dd48ad34f1f6dc9 cccb
    20010db84d3ec58935988e5a70b283a8 dbdc
    20010db8d3c8b77d2153f740a2e65664 dbdb
    20010db86a44e700b7eb75edb2a8a89c cccb
    20010db895fad506783cfdaad360cc9e badb
    20010db81b62038abdbbc8b59a492685 cccc
    20010db8a856b9f3d1564d8e663eb591 dcdb
    20010db8411a59a614303929e40d4b3b cacc
    20010db8b36ea6f8d0e80ccd0e5a3810 cacb
    20010db84c5a29fe42ba5713b2e7493c bacb
    20010db82020a33a451498c1506a00aa dcdc
    """
}
