/// Which requests nginx 1.22.1 sent to a second backend, recorded by `Recording/nginx-retries.py`
/// with `Recording/nginx-retries.conf`.
public enum NginxRetries {
  /// A line has a method and what came after a connection that was refused, after one that was closed without a word, and
  /// after half a response: `again` or `never`.
  public static let table = """
    GET again again never
    HEAD again again
    OPTIONS again again never
    PUT again again never
    DELETE again again never
    POST again never never
    PATCH again never never
    LOCK again never never
    """
}
