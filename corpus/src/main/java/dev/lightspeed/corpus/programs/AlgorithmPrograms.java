package dev.lightspeed.corpus.programs;

import dev.lightspeed.corpus.Family;
import dev.lightspeed.corpus.Program;
import dev.lightspeed.harness.calibrate.Pass;
import dev.lightspeed.harness.workload.SplitMix64;
import java.util.Arrays;
import java.util.List;

/** Plain Java that hardly calls the JDK. */
final class AlgorithmPrograms {

  private AlgorithmPrograms() {}

  static List<Program> list() {
    return List.of(
        new Program("edit_distance", Family.ALGORITHMS, AlgorithmPrograms::distance),
        new Program("expression_trees", Family.ALGORITHMS, AlgorithmPrograms::trees),
        new Program("game_of_life", Family.ALGORITHMS, AlgorithmPrograms::life),
        new Program("interpreter", Family.ALGORITHMS, AlgorithmPrograms::interpreter),
        new Program("n_queens", Family.ALGORITHMS, AlgorithmPrograms::queens));
  }

  private static Pass distance() {
    SplitMix64 random = Inputs.random("edit_distance");
    String left = Inputs.paragraph(random, 15);
    String right = Inputs.paragraph(random, 15);
    return () -> {
      int[] row = new int[right.length() + 1];
      Arrays.setAll(row, i -> i);
      for (int i = 1; i <= left.length(); i++) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= right.length(); j++) {
          int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
          diagonal = row[j];
          row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
        }
      }
      return row[right.length()];
    };
  }

  /** Arithmetic as objects, simplified and evaluated by virtual calls. */
  private sealed interface Expression {
    long value(long x);

    Expression simplified();
  }

  private record Constant(long number) implements Expression {
    @Override
    public long value(long x) {
      return number;
    }

    @Override
    public Expression simplified() {
      return this;
    }
  }

  private record Variable() implements Expression {
    @Override
    public long value(long x) {
      return x;
    }

    @Override
    public Expression simplified() {
      return this;
    }
  }

  private record Sum(Expression left, Expression right) implements Expression {
    @Override
    public long value(long x) {
      return left.value(x) + right.value(x);
    }

    @Override
    public Expression simplified() {
      Expression l = left.simplified();
      Expression r = right.simplified();
      return l instanceof Constant a && r instanceof Constant b
          ? new Constant(a.number() + b.number())
          : new Sum(l, r);
    }
  }

  private record Product(Expression left, Expression right) implements Expression {
    @Override
    public long value(long x) {
      return left.value(x) * right.value(x);
    }

    @Override
    public Expression simplified() {
      Expression l = left.simplified();
      Expression r = right.simplified();
      if ((l instanceof Constant a && a.number() == 0)
          || (r instanceof Constant b && b.number() == 0)) {
        return new Constant(0);
      }
      return new Product(l, r);
    }
  }

  private static Pass trees() {
    Expression tree = tree(Inputs.random("expression_trees"), 9);
    return () -> {
      Expression simple = tree.simplified();
      long sum = 0;
      for (int x = 0; x < 20; x++) {
        sum = sum * 31 + simple.value(x);
      }
      return sum;
    };
  }

  private static Expression tree(SplitMix64 random, int depth) {
    if (depth == 0) {
      return random.below(3) == 0 ? new Variable() : new Constant(random.below(3));
    }
    Expression left = tree(random, depth - 1);
    Expression right = tree(random, depth - 1);
    return random.below(3) == 0 ? new Product(left, right) : new Sum(left, right);
  }

  private static Pass life() {
    int side = 128;
    SplitMix64 random = Inputs.random("life");
    byte[][] start = new byte[side][side];
    for (byte[] row : start) {
      for (int column = 0; column < side; column++) {
        row[column] = (byte) random.below(2);
      }
    }
    return () -> {
      byte[][] cells = start;
      for (int generation = 0; generation < 10; generation++) {
        cells = nextGeneration(cells);
      }
      long sum = 0;
      for (byte[] row : cells) {
        sum = sum * 31 + Arrays.hashCode(row);
      }
      return sum;
    };
  }

  private static byte[][] nextGeneration(byte[][] cells) {
    int side = cells.length;
    byte[][] next = new byte[side][side];
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        int alive = -cells[row][column];
        for (int i = -1; i <= 1; i++) {
          for (int j = -1; j <= 1; j++) {
            alive += cells[(row + i + side) % side][(column + j + side) % side];
          }
        }
        next[row][column] = (byte) (alive == 3 || (alive == 2 && cells[row][column] == 1) ? 1 : 0);
      }
    }
    return next;
  }

  /** A machine of eight instructions that looks for the longest sequence of Collatz below 300. */
  private static Pass interpreter() {
    int[] code = {
      0, 0, 0, // 0: best = 0
      0, 1, 1, // 3: n = 1
      1, 2, 1, // 6: value = n
      0, 3, 0, // 9: steps = 0
      5, 2, 30, // 12: while value > 1
      4, 2, 21, // 15: if value is even, go to 21
      3, 2, 12, // 18: value = 3 value + 1; go to 12 (and count)
      2, 2, 12, // 21: value = value / 2; go to 12 (and count)
      0, 0, 0, // 24: never reached
      0, 0, 0, // 27: never reached
      6, 0, 3, // 30: best = max(best, steps)
      7, 1, 300, // 33: n = n + 1; go to 6 while n < 300
    };
    return () -> {
      long[] registers = new long[4];
      int at = 0;
      while (at < code.length) {
        int a = code[at + 1];
        int b = code[at + 2];
        at += 3;
        switch (code[at - 3]) {
          case 0 -> registers[a] = b;
          case 1 -> registers[a] = registers[b];
          case 2 -> {
            registers[a] /= 2;
            registers[3]++;
            at = b;
          }
          case 3 -> {
            registers[a] = 3 * registers[a] + 1;
            registers[3]++;
            at = b;
          }
          case 4 -> at = registers[a] % 2 == 0 ? b : at;
          case 5 -> at = registers[a] > 1 ? at : b;
          case 6 -> registers[a] = Math.max(registers[a], registers[b]);
          case 7 -> at = ++registers[a] < b ? 6 : at;
          default -> throw new IllegalStateException("no instruction " + code[at - 3]);
        }
      }
      return registers[0];
    };
  }

  private static Pass queens() {
    return () -> placements(10, 0, 0, 0, 0);
  }

  /** Ways to place queens from {@code row} on; attacked columns and diagonals as bits. */
  private static int placements(int side, int row, int columns, int left, int right) {
    if (row == side) {
      return 1;
    }
    int ways = 0;
    for (int free = ((1 << side) - 1) & ~(columns | left | right); free != 0; free &= free - 1) {
      int queen = Integer.lowestOneBit(free);
      ways +=
          placements(side, row + 1, columns | queen, (left | queen) << 1, (right | queen) >>> 1);
    }
    return ways;
  }
}
