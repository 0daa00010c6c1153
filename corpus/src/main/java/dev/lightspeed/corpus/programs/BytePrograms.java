package dev.lightspeed.corpus.programs;

import dev.lightspeed.corpus.Family;
import dev.lightspeed.corpus.Program;
import dev.lightspeed.harness.calibrate.Pass;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;

/** Bytes in, bytes out. */
final class BytePrograms {

  private static final int HASH_BITS = 12;
  private static final int SHORTEST_MATCH = 4;

  private BytePrograms() {}

  static List<Program> list() {
    return List.of(
        new Program("base64_utf8", Family.BYTES, BytePrograms::base64),
        new Program("crc32", Family.BYTES, BytePrograms::crc32),
        new Program("lz_compress", Family.BYTES, BytePrograms::compress),
        new Program("sha256", Family.BYTES, BytePrograms::sha256));
  }

  private static Pass base64() {
    String text = Inputs.paragraph(Inputs.random("base64"), 200) + "éλ漢😀".repeat(50);
    return () -> {
      byte[] encoded = Base64.getEncoder().encode(text.getBytes(StandardCharsets.UTF_8));
      String decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      return encoded.length + " " + decoded.hashCode();
    };
  }

  private static Pass crc32() {
    byte[] bytes = Inputs.paragraph(Inputs.random("crc32"), 3_000).getBytes(StandardCharsets.UTF_8);
    return () -> {
      CRC32 crc = new CRC32();
      for (int block = 0; block < 20; block++) {
        crc.update(bytes);
      }
      return crc.getValue();
    };
  }

  private static Pass sha256() throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] bytes =
        Inputs.paragraph(Inputs.random("sha256"), 1_000).getBytes(StandardCharsets.UTF_8);
    return () -> new BigInteger(1, digest.digest(bytes)).toString(16);
  }

  /** Greedy, in the manner of LZ77: literals, and matches of what came before. */
  private static Pass compress() {
    byte[] in =
        String.join(" ", Inputs.words(Inputs.random("lz"), 4_000)).getBytes(StandardCharsets.UTF_8);
    return () -> {
      int[] last = new int[1 << HASH_BITS];
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      int position = 0;
      while (position + SHORTEST_MATCH <= in.length) {
        int slot = hash(in, position);
        int candidate = last[slot] - 1;
        last[slot] = position + 1;
        int length = candidate < 0 ? 0 : matchLength(in, candidate, position);
        if (length < SHORTEST_MATCH) {
          out.write(in[position++]);
        } else {
          out.write(255);
          out.write(length);
          out.write((position - candidate) >>> 8);
          out.write(position - candidate);
          position += length;
        }
      }
      out.write(in, position, in.length - position);
      return out.size() * 31L + new BigInteger(out.toByteArray()).hashCode();
    };
  }

  private static int hash(byte[] in, int at) {
    int word = in[at] | (in[at + 1] << 8) | (in[at + 2] << 16) | (in[at + 3] << 24);
    return (word * 0x9E3779B1) >>> (32 - HASH_BITS);
  }

  private static int matchLength(byte[] in, int candidate, int position) {
    if (position - candidate > 0xFFFF) {
      return 0;
    }
    int limit = Math.min(in.length - position, 255);
    int length = 0;
    while (length < limit && in[candidate + length] == in[position + length]) {
      length++;
    }
    return length;
  }
}
