/// Writes a date of HTTP, in the only form that is still written: `Sun, 06 Nov 1994 08:49:37 GMT`.
///
/// Source: [RFC 9110 §5.6.7](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7). The calendar: Howard Hinnant,
/// [chrono-Compatible Low-Level Date Algorithms](https://howardhinnant.github.io/date_algorithms.html), `civil_from_days`.
///
/// - Parameter seconds: since 1970-01-01 00:00:00 UTC, 0 or more.
package func httpDateText(_ seconds: Int) -> String {
  let names = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  let months = ["Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb"]
  let (days, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
  // Years begin in March here, and eras of 400 years in the year 0.
  let (era, day) = (days + 719_468).quotientAndRemainder(dividingBy: 146_097)
  let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
  let dayOfYear = day - (365 * year + year / 4 - year / 100)
  let month = (5 * dayOfYear + 2) / 153
  let dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1
  let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
  let calendarYear = String(era * 400 + year + (month >= 10 ? 1 : 0))
  let fourDigits = String(repeating: "0", count: max(0, 4 - calendarYear.count)) + calendarYear
  let time = [second / 3_600, second / 60 % 60, second % 60].map(two).joined(separator: ":")
  return "\(names[days % 7]), \(two(dayOfMonth)) \(months[month]) \(fourDigits) \(time) GMT"
}
