/// The vocabulary of load balancing.
public enum LB {}
