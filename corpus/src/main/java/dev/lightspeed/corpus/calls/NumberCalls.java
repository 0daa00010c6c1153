package dev.lightspeed.corpus.calls;

import dev.lightspeed.corpus.Family;
import dev.lightspeed.corpus.Program;
import dev.lightspeed.harness.workload.SplitMix64;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.zip.CRC32;

/** Numbers, plain and big, and digests. */
final class NumberCalls {

  private static final int INPUTS = 64;

  private NumberCalls() {}

  static List<Program> list() {
    List<Program> calls = new ArrayList<>();
    calls.addAll(
        List.of(
            number("int_parse", n -> Integer.parseInt(n.text())),
            number("int_to_string", n -> Integer.toString(n.value()).length()),
            number("int_to_hex", n -> Integer.toHexString(n.value()).length()),
            number("int_box", n -> Integer.valueOf(n.value()).hashCode()),
            number("double_parse", n -> (long) Double.parseDouble(n.decimalText())),
            number("double_to_string", n -> Double.toString(n.fraction()).length()),
            number("math_sin", n -> (long) (1e6 * Math.sin(n.fraction()))),
            number("math_pow", n -> (long) Math.pow(n.fraction() + 2, 1.7)),
            number("math_log", n -> (long) (1e6 * Math.log(n.fraction() + 2))),
            number("math_sqrt", n -> (long) (1e6 * Math.sqrt(n.fraction() + 2))),
            number("math_floor_mod", n -> Math.floorMod(n.value(), 37)),
            number("math_max", n -> Math.max(n.value(), 37)),
            number("math_round", n -> Math.round(n.fraction() * 100)),
            number("objects_hash", n -> Objects.hash(n.text(), n.decimalText())),
            number("exception_thrown", NumberCalls::thrown),
            number("decimal_add", n -> n.decimal().add(n.other()).scale()),
            number("decimal_multiply", n -> n.decimal().multiply(n.other()).scale()),
            number(
                "decimal_divide",
                n -> n.decimal().divide(n.other(), 4, RoundingMode.HALF_UP).scale()),
            number("decimal_set_scale", n -> n.decimal().setScale(1, RoundingMode.HALF_UP).scale()),
            number("decimal_compare", n -> n.decimal().compareTo(n.other())),
            number("decimal_to_string", n -> n.decimal().add(n.other()).toString().length()),
            number("decimal_parse", n -> new BigDecimal(n.decimalText()).scale()),
            number("decimal_value_of", n -> BigDecimal.valueOf(n.value(), 2).scale())));
    for (int bits : new int[] {128, 2048}) {
      calls.addAll(
          List.of(
              big("big_int_add", bits, n -> n.add(BigInteger.TEN).signum()),
              big("big_int_multiply", bits, n -> n.multiply(n.shiftRight(3)).signum()),
              big("big_int_divide", bits, n -> n.divide(n.shiftRight(60)).signum()),
              big("big_int_mod", bits, n -> n.mod(n.shiftRight(60)).signum()),
              big("big_int_to_string", bits, n -> n.toString().length())));
    }
    for (int size : new int[] {64, 4096}) {
      calls.addAll(
          List.of(
              bytes("crc32", size, NumberCalls::crc),
              bytes("sha256", size, NumberCalls::sha),
              bytes("string_of_bytes", size, b -> new String(b, StandardCharsets.UTF_8).length())));
    }
    return calls;
  }

  private static long thrown(Numeral figure) {
    try {
      throw new IllegalStateException(figure.text());
    } catch (IllegalStateException e) {
      return figure.value();
    }
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  private static long sha(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes)[0];
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }

  private record Numeral(
      int value,
      String text,
      double fraction,
      String decimalText,
      BigDecimal decimal,
      BigDecimal other) {}

  private static Program number(String name, ToLongFunction<Numeral> call) {
    return JdkCalls.call(
        name,
        Family.NUMBERS,
        () -> {
          SplitMix64 random = SplitMix64.forSession("calls:" + name, 0);
          List<Numeral> inputs = new ArrayList<>();
          for (int i = 0; i < INPUTS; i++) {
            int value = 1_000_000 + random.below(900_000_000);
            inputs.add(
                new Numeral(
                    value,
                    Integer.toString(value),
                    value / 1e9,
                    value / 100 + "." + value % 100,
                    BigDecimal.valueOf(value, 2),
                    BigDecimal.valueOf(random.below(1_000_000) + 1, 3)));
          }
          return inputs;
        },
        call);
  }

  private static Program big(String name, int bits, ToLongFunction<BigInteger> call) {
    return JdkCalls.call(
        name + "_" + bits,
        Family.NUMBERS,
        () -> byteArrays(name, bits / 8).stream().map(bytes -> new BigInteger(1, bytes)).toList(),
        call);
  }

  private static Program bytes(String name, int size, ToLongFunction<byte[]> call) {
    return JdkCalls.call(name + "_" + size, Family.BYTES, () -> byteArrays(name, size), call);
  }

  private static List<byte[]> byteArrays(String purpose, int size) {
    SplitMix64 random = SplitMix64.forSession("calls:" + purpose, 0);
    List<byte[]> arrays = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      byte[] bytes = new byte[size];
      for (int j = 0; j < size; j++) {
        bytes[j] = (byte) ('a' + random.below(26));
      }
      arrays.add(bytes);
    }
    return arrays;
  }
}
