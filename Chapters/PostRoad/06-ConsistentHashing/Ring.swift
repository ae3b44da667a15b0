/// The vocabulary of the hash ring: all positions a hash can give, bent into a circle.
///
/// Source: Karger and others: "Consistent Hashing and Random Trees", STOC 1997.
public enum Ring {}
