import PostRoad

/// Values of a request field in groups: those of one group match each other, and no others. Each is a list of lines, and no line at
/// all is a field that is missing.
public enum VaryValues {
  public static let groups: [[[String]]] = [
    [[]],
    [[""]],
    [["a"]],
    [["A"]],
    [["a b"]],
    [["a  b"]],
    [["ab"]],
    [["a,b"], ["a, b"], ["a ,\tb"], ["a", "b"], ["a\t,b"]],
    [["b,a"], ["b", "a"], ["b , a"]],
    [["a,b,c"], ["a", "b, c"], ["a,b", "c"], ["a", "b", "c"]],
    [["a,,b"], ["a", "", "b"], ["a, ,b"]],
    [["a,"], ["a", ""]],
    [["a;q=1"]],
    [["\"a,b\""]],
    [["\"a, b\""]],
    [["\"a , b\""]],
    [["\"a\", b"], ["\"a\"", "b"]],
  ]
}
