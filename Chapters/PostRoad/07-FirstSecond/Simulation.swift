/// The vocabulary of a network in virtual time: nothing waits, and the clock goes from one event to the next.
public enum Simulation {}
