/// The vocabulary of HTTP, as a cache between clients and an origin needs it.
///
/// Times are whole seconds since 1970-01-01 00:00:00 UTC, without leap seconds. Methods are case-sensitive text
/// (`"GET"`), statuses are numbers (`200`), and field names are not case-sensitive.
public enum HTTP {}
