package dev.lightspeed.bench.sensitivity;

/**
 * How many turns every event burns so that a scenario does a given share more than it did. What an
 * event is owed beyond whole turns is carried to the next, and from the last of a session to the
 * first of the next one: so the total is exact to less than one turn, even where the share of an
 * event is less than a bytecode.
 */
final class ExtraWork {

  private static final int PERMILLE = 1_000;

  private final int[][] turns;

  private ExtraWork(int[][] turns) {
    this.turns = turns;
  }

  /**
   * Extra work of {@code permille} thousandths of {@code costs}.
   *
   * @param permille 0 or more
   * @throws IllegalArgumentException if {@code permille} is negative
   * @throws ArithmeticException if an event would burn more than 2^31 - 1 turns
   */
  static ExtraWork of(Costs costs, int permille) {
    if (permille < 0) {
      throw new IllegalArgumentException("permille: " + permille + " is out of range, at least 0");
    }
    int[][] turns = new int[costs.sessions()][costs.events()];
    long thousandthsPerTurn = Math.multiplyExact(costs.unitsPerTurn(), (long) PERMILLE);
    long owed = 0;
    for (int session = 0; session < turns.length; session++) {
      for (int event = 0; event < turns[session].length; event++) {
        owed =
            Math.addExact(owed, Math.multiplyExact(costs.units(session, event), (long) permille));
        turns[session][event] = Math.toIntExact(owed / thousandthsPerTurn);
        owed %= thousandthsPerTurn;
      }
    }
    return new ExtraWork(turns);
  }

  /** No extra work for a scenario of this size. */
  static ExtraWork none(int sessions, int events) {
    return new ExtraWork(new int[sessions][events]);
  }

  /** Turns that each event of session {@code session} burns, in order; not to be changed. */
  int[] ofSession(int session) {
    return turns[session];
  }

  /** Turns that all events burn together. */
  long total() {
    long total = 0;
    for (int[] session : turns) {
      for (int event : session) {
        total += event;
      }
    }
    return total;
  }
}
