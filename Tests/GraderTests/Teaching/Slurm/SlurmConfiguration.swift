import Foundation

#if canImport(Glibc)
  import Glibc
  private let streams = Int32(SOCK_STREAM.rawValue)
#elseif canImport(Darwin)
  import Darwin
  private let streams = SOCK_STREAM
#endif

/// What the daemons of a `SlurmCluster` are started with.
enum SlurmConfiguration {
  static let node = "road"

  /// munged's files.
  static let munge = [
    (option: "key-file", file: "munge.key"), (option: "socket", file: "munge.sock"),
    (option: "pid-file", file: "munged.pid"), (option: "seed-file", file: "munged.seed"),
    (option: "log-file", file: "munged.log"),
  ]

  /// A controller and a node, as large as the template asks for four times, whatever the machine is.
  ///
  /// A task that is queued again waits until its last credential has expired: 120 s, and here the least that Slurm takes.
  static func text(in folder: String) throws -> String {
    let (host, ports) = (hostName(), try freePorts(2))
    let user = String(cString: getpwuid(geteuid()).pointee.pw_name)
    return """
      ClusterName=postroad
      SlurmctldHost=\(host)(127.0.0.1)
      SlurmctldPort=\(ports[0])
      SlurmdPort=\(ports[1])
      CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
      SlurmUser=\(user)
      SlurmdUser=\(user)
      AuthType=auth/munge
      AuthInfo=socket=\(folder)/munge.sock,cred_expire=5
      SlurmctldPidFile=\(folder)/slurmctld.pid
      SlurmdPidFile=\(folder)/slurmd.pid
      StateSaveLocation=\(folder)/state
      SlurmdSpoolDir=\(folder)/spool
      ProctrackType=proctrack/linuxproc
      SelectType=select/cons_tres
      SelectTypeParameters=CR_CPU
      SchedulerParameters=sched_interval=1,sched_min_interval=0,batch_sched_delay=0,bf_interval=1
      SlurmdParameters=config_overrides
      ReturnToService=2
      MailProg=/bin/true
      NodeName=\(node) NodeHostname=\(host) NodeAddr=127.0.0.1 CPUs=8 RealMemory=32768 State=UNKNOWN
      PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP

      """
  }

  /// Without the domain, as Slurm compares it.
  private static func hostName() -> String {
    var bytes = [CChar](repeating: 0, count: 256)
    gethostname(&bytes, bytes.count - 1)
    let name = bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: name.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self)
  }

  /// Ports of 127.0.0.1 that nobody listens at.
  private static func freePorts(_ count: Int) throws -> [UInt16] {
    var sockets: [Int32] = []
    defer { for socket in sockets { close(socket) } }
    return try (0..<count).map { _ in
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let descriptor = socket(AF_INET, streams, 0)
      sockets.append(descriptor)
      let isBound = withUnsafeMutablePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
        }
      }
      guard isBound else { throw SlurmCluster.CannotStart(description: "no port is free") }
      return UInt16(bigEndian: address.sin_port)
    }
  }
}
