/// A second calendar, which knows no formula: it walks from 1970-01-01 to a day, year by year and month by month.
public enum CalendarWalk {
  /// Whether a year of the Gregorian calendar has 366 days.
  public static func isLeap(_ year: Int) -> Bool {
    year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
  }

  /// The days of each month of a year.
  public static func months(of year: Int) -> [Int] {
    [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  }

  /// Seconds since 1970-01-01 00:00:00. Months count from 1.
  public static func seconds(_ year: Int, _ month: Int, _ day: Int, _ time: Int = 0) -> Int {
    var days = 0
    for passed in 1970..<max(year, 1970) { days += isLeap(passed) ? 366 : 365 }
    for coming in min(year, 1970)..<1970 { days -= isLeap(coming) ? 366 : 365 }
    days += months(of: year).prefix(month - 1).reduce(0, +) + day - 1
    return days * 86_400 + time
  }

  /// A moment of a year as each of the three forms of HTTP writes it; a year of two digits in the second one.
  public static func texts(_ year: Int, _ month: Int, _ day: Int, _ time: Int) -> [String] {
    let days = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"]
    let since1970 = seconds(year, month, day) / 86_400
    let long = days[((since1970 % 7) + 7) % 7]
    let short = String(long.prefix(3))
    let name =
      ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1]
    let clock = [time / 3600, time / 60 % 60, time % 60].map { padded($0, 2) }.joined(separator: ":")
    return [
      "\(short), \(padded(day, 2)) \(name) \(padded(year, 4)) \(clock) GMT",
      "\(long), \(padded(day, 2))-\(name)-\(padded(year % 100, 2)) \(clock) GMT",
      "\(short) \(name) \(day < 10 ? " " : "")\(day) \(clock) \(padded(year, 4))",
    ]
  }

  private static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
