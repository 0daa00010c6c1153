package dev.lightspeed.corpus.programs;

import dev.lightspeed.corpus.Family;
import dev.lightspeed.corpus.Program;
import dev.lightspeed.harness.calibrate.Pass;
import dev.lightspeed.harness.workload.SplitMix64;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Floating point in loops, and the big numbers of the JDK. */
final class NumberPrograms {

  private NumberPrograms() {}

  static List<Program> list() {
    return List.of(
        new Program("big_decimal_interest", Family.NUMBERS, NumberPrograms::interest),
        new Program("big_integer_power", Family.NUMBERS, NumberPrograms::power),
        new Program("fourier", Family.NUMBERS, NumberPrograms::fourier),
        new Program("mandelbrot", Family.NUMBERS, NumberPrograms::mandelbrot),
        new Program("matrix_product", Family.NUMBERS, NumberPrograms::matrix),
        new Program("n_body", Family.NUMBERS, NumberPrograms::bodies));
  }

  private static Pass interest() {
    BigDecimal rate = new BigDecimal("0.0375").divide(new BigDecimal(12), MathContext.DECIMAL64);
    return () -> {
      BigDecimal total = BigDecimal.ZERO;
      for (int account = 1; account <= 100; account++) {
        BigDecimal balance = new BigDecimal(account * 1_234_567L).movePointLeft(2);
        for (int month = 0; month < 24; month++) {
          BigDecimal gain = balance.multiply(rate).setScale(2, RoundingMode.HALF_EVEN);
          balance = balance.add(gain).subtract(BigDecimal.TEN);
        }
        total = total.add(balance);
      }
      return total.toPlainString();
    };
  }

  private static Pass power() {
    SplitMix64 random = Inputs.random("big_integer");
    BigInteger modulus = BigInteger.ONE.shiftLeft(607).subtract(BigInteger.ONE);
    BigInteger base = BigInteger.valueOf(random.next() >>> 1);
    return () -> {
      BigInteger value = base;
      for (int i = 0; i < 2; i++) {
        value = value.modPow(base.add(BigInteger.valueOf(i)), modulus);
        value = value.multiply(value).add(base).divide(BigInteger.valueOf(1_000_003));
      }
      return value.toString();
    };
  }

  /** The transform of Cooley and Tukey, in place, forwards. */
  private static Pass fourier() {
    int size = 8192;
    double[] input = Inputs.fractions(Inputs.random("fourier"), size);
    double[] cosines = new double[size / 2];
    double[] sines = new double[size / 2];
    for (int i = 0; i < size / 2; i++) {
      cosines[i] = StrictMath.cos(2 * Math.PI * i / size);
      sines[i] = StrictMath.sin(2 * Math.PI * i / size);
    }
    return () -> {
      double[] re = new double[size];
      double[] im = new double[size];
      int bits = Integer.numberOfLeadingZeros(size) + 1;
      for (int i = 0; i < size; i++) {
        re[Integer.reverse(i) >>> bits] = input[i];
      }
      for (int half = 1; half < size; half *= 2) {
        int step = size / (2 * half);
        for (int start = 0; start < size; start += 2 * half) {
          for (int k = 0; k < half; k++) {
            int low = start + k;
            int high = low + half;
            double r = re[high] * cosines[k * step] + im[high] * sines[k * step];
            double i = im[high] * cosines[k * step] - re[high] * sines[k * step];
            re[high] = re[low] - r;
            im[high] = im[low] - i;
            re[low] += r;
            im[low] += i;
          }
        }
      }
      double energy = 0;
      for (int i = 0; i < size; i++) {
        energy += re[i] * re[i] + im[i] * im[i];
      }
      return energy;
    };
  }

  private static Pass mandelbrot() {
    int side = 120;
    return () -> {
      long sum = 0;
      for (int row = 0; row < side; row++) {
        for (int column = 0; column < side; column++) {
          double cr = 3.0 * column / side - 2.2;
          double ci = 2.4 * row / side - 1.2;
          double zr = 0;
          double zi = 0;
          int steps = 0;
          while (steps < 100 && zr * zr + zi * zi < 4) {
            double next = zr * zr - zi * zi + cr;
            zi = 2 * zr * zi + ci;
            zr = next;
            steps++;
          }
          sum = sum * 3 + steps;
        }
      }
      return sum;
    };
  }

  private static Pass matrix() {
    int n = 200;
    double[] left = Inputs.fractions(Inputs.random("matrix_left"), n * n);
    double[] right = Inputs.fractions(Inputs.random("matrix_right"), n * n);
    return () -> {
      double[] product = new double[n * n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double sum = 0;
          for (int k = 0; k < n; k++) {
            sum += left[i * n + k] * right[k * n + j];
          }
          product[i * n + j] = sum;
        }
      }
      double trace = 0;
      for (int i = 0; i < n; i++) {
        trace += product[i * n + i] * (i + 1) + product[i * n + (n - 1 - i)];
      }
      return trace;
    };
  }

  private static final class Body {
    double x;
    double y;
    double z;
    double vx;
    double vy;
    double vz;
    double mass;

    Body(double[] values, int from) {
      x = values[from] * 10;
      y = values[from + 1] * 10;
      z = values[from + 2] * 10;
      vx = values[from + 3];
      vy = values[from + 4];
      vz = values[from + 5];
      mass = 1 + Math.abs(values[from + 6]);
    }
  }

  /** Five bodies that attract each other, as objects. */
  private static Pass bodies() {
    double[] values = Inputs.fractions(Inputs.random("n_body"), 35);
    return () -> {
      Body[] bodies = new Body[5];
      for (int i = 0; i < bodies.length; i++) {
        bodies[i] = new Body(values, i * 7);
      }
      for (int step = 0; step < 2_000; step++) {
        advance(bodies, 0.01);
      }
      double energy = 0;
      for (Body body : bodies) {
        energy += body.mass * (body.vx * body.vx + body.vy * body.vy + body.vz * body.vz);
      }
      return energy;
    };
  }

  private static void advance(Body[] bodies, double time) {
    for (int i = 0; i < bodies.length; i++) {
      Body a = bodies[i];
      for (int j = i + 1; j < bodies.length; j++) {
        Body b = bodies[j];
        double dx = a.x - b.x;
        double dy = a.y - b.y;
        double dz = a.z - b.z;
        double squared = dx * dx + dy * dy + dz * dz + 0.01;
        double force = time / (squared * Math.sqrt(squared));
        a.vx -= dx * b.mass * force;
        a.vy -= dy * b.mass * force;
        a.vz -= dz * b.mass * force;
        b.vx += dx * a.mass * force;
        b.vy += dy * a.mass * force;
        b.vz += dz * a.mass * force;
      }
    }
    for (Body body : bodies) {
      body.x += time * body.vx;
      body.y += time * body.vy;
      body.z += time * body.vz;
    }
  }
}
