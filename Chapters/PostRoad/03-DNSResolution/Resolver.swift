/// The vocabulary of a resolver: the program that asks authorities on behalf of others.
public enum Resolver {}
