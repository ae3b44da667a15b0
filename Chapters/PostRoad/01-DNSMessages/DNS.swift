/// The vocabulary of the Domain Name System.
public enum DNS {}
