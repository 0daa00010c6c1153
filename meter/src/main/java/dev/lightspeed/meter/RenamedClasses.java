package dev.lightspeed.meter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

/**
 * Gives classes that a class file mentions other names, by its constants alone (JVMS 4.4): nothing
 * else of it is read, which at the start of a JVM, when everything is interpreted, takes a while.
 */
final class RenamedClasses {

  private RenamedClasses() {}

  /**
   * The class file with other names of classes; not of those in descriptors.
   *
   * @param names the name in place of an internal one, the same for what keeps it
   */
  static byte[] in(byte[] classFile, UnaryOperator<String> names) {
    ByteArrayInputStream bytes = new ByteArrayInputStream(classFile);
    ByteArrayOutputStream renamed = new ByteArrayOutputStream(classFile.length + 64);
    try {
      DataInputStream in = new DataInputStream(bytes);
      DataOutputStream out = new DataOutputStream(renamed);
      out.writeLong(in.readLong()); // magic number and version
      int constants = in.readUnsignedShort();
      out.writeShort(constants);
      for (int i = 1; i < constants; i++) {
        int tag = in.readUnsignedByte();
        out.writeByte(tag);
        if (tag == 1) {
          out.writeUTF(names.apply(in.readUTF()));
        } else {
          out.write(in.readNBytes(length(tag)));
          i += tag == 5 || tag == 6 ? 1 : 0; // a long or a double takes the place of two
        }
      }
      in.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return renamed.toByteArray();
  }

  /** Bytes of a constant other than a text, behind its tag. */
  private static int length(int tag) {
    return switch (tag) {
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
      case 5, 6 -> 8;
      default -> throw new IllegalStateException("a class file has no constant " + tag);
    };
  }
}
