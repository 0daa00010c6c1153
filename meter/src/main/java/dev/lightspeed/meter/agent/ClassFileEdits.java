package dev.lightspeed.meter.agent;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The changes of class files (JVMS 4) that are needed when a JVM starts. Everything is interpreted
 * then, and loading a library for them would take longer than all else.
 */
final class ClassFileEdits {

  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int METHOD = 10;
  private static final int NAME_AND_TYPE = 12;

  private static final int ALOAD_0 = 42;
  private static final int IRETURN = 172;
  private static final int INVOKESTATIC = 184;

  private final DataInputStream in;
  private final ByteArrayOutputStream bytes;
  private final DataOutputStream out;

  /** By index: the texts among the constants, as they were. */
  private String[] texts = new String[0];

  private ClassFileEdits(byte[] classFile) {
    in = new DataInputStream(new ByteArrayInputStream(classFile));
    bytes = new ByteArrayOutputStream(classFile.length + 256);
    out = new DataOutputStream(bytes);
  }

  /**
   * The class file with other texts among its constants: internal names, whole descriptors.
   *
   * @param texts by what stands there, what is to stand there
   */
  static byte[] renamed(byte[] classFile, Map<String, String> texts) {
    ClassFileEdits edits = new ClassFileEdits(classFile);
    try {
      edits.copyConstants(texts, 0);
      edits.in.transferTo(edits.out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return edits.bytes.toByteArray();
  }

  /**
   * The class file with {@code method}, which takes nothing and returns an int, doing nothing but
   * handing its object to {@code callee}.
   *
   * @param owner internal name of the class that has {@code callee}
   * @param callee name of a static method
   * @param parameter internal name of the type that it takes
   */
  static byte[] delegating(
      byte[] classFile, String method, String owner, String callee, String parameter) {
    ClassFileEdits edits = new ClassFileEdits(classFile);
    try {
      int reference = edits.copyConstants(Map.of(), 6) + 5;
      edits.addMethodConstant(owner, callee, "(L" + parameter + ";)I");
      edits.copy(6); // access flags, this class, super class
      edits.copy(2 * edits.copyShort()); // interfaces
      edits.copyFields();
      edits.copyMethods(method, reference);
      edits.in.transferTo(edits.out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return edits.bytes.toByteArray();
  }

  /**
   * Copies all up to the constants' end, with room for {@code more}; returns the first of these.
   */
  private int copyConstants(Map<String, String> others, int more) throws IOException {
    copy(8); // magic number and version
    int constants = in.readUnsignedShort();
    out.writeShort(constants + more);
    texts = new String[constants];
    for (int i = 1; i < constants; i++) {
      int tag = in.readUnsignedByte();
      out.writeByte(tag);
      if (tag == UTF8) {
        texts[i] = in.readUTF();
        out.writeUTF(others.getOrDefault(texts[i], texts[i]));
      } else {
        copy(length(tag));
        i += tag == 5 || tag == 6 ? 1 : 0; // a long or a double takes the place of two
      }
    }
    return constants;
  }

  /** Bytes of a constant other than a text, behind its tag. */
  private static int length(int tag) {
    return switch (tag) {
      case CLASS, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      case 3, 4, 9, METHOD, 11, NAME_AND_TYPE, 17, 18 -> 4;
      case 5, 6 -> 8;
      default -> throw new IllegalStateException("a class file has no constant " + tag);
    };
  }

  /** Six constants, the last of which is the method. */
  private void addMethodConstant(String owner, String name, String descriptor) throws IOException {
    int first = texts.length;
    out.writeByte(UTF8);
    out.writeUTF(owner);
    out.writeByte(CLASS);
    out.writeShort(first);
    out.writeByte(UTF8);
    out.writeUTF(name);
    out.writeByte(UTF8);
    out.writeUTF(descriptor);
    out.writeByte(NAME_AND_TYPE);
    out.writeShort(first + 2);
    out.writeShort(first + 3);
    out.writeByte(METHOD);
    out.writeShort(first + 1);
    out.writeShort(first + 4);
  }

  private void copyFields() throws IOException {
    int fields = copyShort();
    for (int field = 0; field < fields; field++) {
      copy(6); // access flags, name, descriptor
      copyAttributes();
    }
  }

  private void copyMethods(String method, int reference) throws IOException {
    int methods = copyShort();
    for (int i = 0; i < methods; i++) {
      copy(2); // access flags
      boolean is = method.equals(texts[copyShort()]);
      if ("()I".equals(texts[copyShort()]) && is) {
        replaceCode(reference);
      } else {
        copyAttributes();
      }
    }
  }

  private void copyAttributes() throws IOException {
    int attributes = copyShort();
    for (int i = 0; i < attributes; i++) {
      copy(2);
      copy(copyInt());
    }
  }

  private void replaceCode(int reference) throws IOException {
    int attributes = copyShort();
    for (int i = 0; i < attributes; i++) {
      boolean isCode = "Code".equals(texts[copyShort()]);
      if (!isCode) {
        copy(copyInt());
        continue;
      }
      in.skipNBytes(in.readInt());
      out.writeInt(17);
      out.writeShort(1); // stack
      out.writeShort(1); // local variables
      out.writeInt(5);
      out.writeByte(ALOAD_0);
      out.writeByte(INVOKESTATIC);
      out.writeShort(reference);
      out.writeByte(IRETURN);
      out.writeShort(0); // exception handlers
      out.writeShort(0); // attributes
    }
  }

  private void copy(int length) throws IOException {
    out.write(in.readNBytes(length));
  }

  private int copyShort() throws IOException {
    int value = in.readUnsignedShort();
    out.writeShort(value);
    return value;
  }

  private int copyInt() throws IOException {
    int value = in.readInt();
    out.writeInt(value);
    return value;
  }
}
