import PostRoad

/// One regular expression a form; the calendar is a table of months and a count of leap years, and the century comes from
/// the year of the clock.
public func parseHTTPDate(_ text: String, now: Int) throws -> Int {
  let lower = HTTP.lowercaseASCII(text)
  let moment: Moment?
  if let match = lower.wholeMatch(
    of: /(?:mon|tue|wed|thu|fri|sat|sun), ([0-9][0-9]) ([a-z]{3}) ([0-9]{4}) ([0-9:]{8}) gmt/)
  {
    moment = Moment(match.1, match.2, match.3, match.4)
  } else if let match = lower.wholeMatch(
    of: /(?:mon|tues|wednes|thurs|fri|satur|sun)day, ([0-9][0-9])-([a-z]{3})-([0-9][0-9]) ([0-9:]{8}) gmt/)
  {
    moment = Moment(match.1, match.2, match.3, match.4)?.inCentury(of: now)
  } else if let match = lower.wholeMatch(
    of: /(?:mon|tue|wed|thu|fri|sat|sun) ([a-z]{3}) (?: ([0-9])|([0-9][0-9])) ([0-9:]{8}) ([0-9]{4})/)
  {
    moment = Moment(match.2 ?? match.3 ?? "", match.1, match.5, match.4)
  } else {
    moment = nil
  }
  guard let moment, moment.exists else { throw HTTP.DateError.notADate(text) }
  return moment.seconds
}

private struct Moment {
  var year: Int
  var month: Int
  var day: Int
  var time: [Int]

  init?(_ day: Substring, _ month: Substring, _ year: Substring, _ time: Substring) {
    let names = "janfebmaraprmayjunjulaugsepoctnovdec"
    guard let place = names.firstRange(of: month)?.lowerBound,
      names.distance(from: names.startIndex, to: place) % 3 == 0,
      let match = time.wholeMatch(of: /([0-9][0-9]):([0-9][0-9]):([0-9][0-9])/),
      let day = Int(day), let year = Int(year), let hour = Int(match.1), let minute = Int(match.2),
      let second = Int(match.3)
    else { return nil }
    self.month = names.distance(from: names.startIndex, to: place) / 3
    (self.year, self.day, self.time) = (year, day, [hour, minute, second])
  }

  private var isLeapYear: Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  private var months: [Int] { [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] }

  var exists: Bool {
    day >= 1 && day <= months[month] && time[0] <= 23 && time[1] <= 59
      && (time[2] <= 59 || time == [23, 59, 60])
  }

  var seconds: Int {
    // Years divisible by 4, 100 and 400 among 0 to year - 1; year 0 is one of each.
    let before = year - 1
    let leapYears = year == 0 ? 0 : 1 + before / 4 - before / 100 + before / 400
    let days = year * 365 + leapYears + months[..<month].reduce(0, +) + day - 1 - 719_528
    return days * 86_400 + time[0] * 3600 + time[1] * 60 + min(time[2], 59)
  }

  /// Begins in the clock's own century, goes one further, and comes back while it is too far.
  func inCentury(of now: Int) -> Moment {
    var other = self
    // 146,097 days are 400 years of 31,556,952 seconds on average: off by a day at most, and a century is checked below.
    other.year += (now / 31_556_952 + 1970) / 100 * 100 + 100
    while other.isFar(from: now) { other.year -= 100 }
    return other
  }

  private func isFar(from now: Int) -> Bool {
    var earlier = self
    earlier.year -= 50
    return earlier.seconds > now
  }
}
