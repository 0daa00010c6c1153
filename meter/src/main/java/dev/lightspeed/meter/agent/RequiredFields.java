package dev.lightspeed.meter.agent;

import java.lang.reflect.Field;
import java.util.List;

/**
 * The fields of the JDK that the boot class {@code JdkFields} reads. They are looked for when the
 * meter starts: a JDK that has others would fail in the midst of the application.
 */
final class RequiredFields {

  private static final String PIPELINE = "java.util.stream.AbstractPipeline";
  private static final String CONCATENATING = "java.util.stream.Streams$ConcatSpliterator";
  private static final String SPLITERATOR = "java.util.Spliterator";

  /** All of them. */
  static final List<Required> ALL =
      List.of(
          new Required("java.util.regex.Matcher", "first", "int"),
          new Required(PIPELINE, "sourceStage", PIPELINE),
          new Required(PIPELINE, "previousStage", PIPELINE),
          new Required(PIPELINE, "sourceSpliterator", SPLITERATOR),
          new Required(
              "java.util.Spliterators$IteratorSpliterator", "collection", "java.util.Collection"),
          new Required("java.util.AbstractList$RandomAccessSpliterator", "list", "java.util.List"),
          new Required(CONCATENATING, "aSpliterator", SPLITERATOR),
          new Required(CONCATENATING, "bSpliterator", SPLITERATOR));

  private RequiredFields() {}

  /**
   * A field.
   *
   * @param owner name of the class that declares it
   * @param name its own
   * @param type name of its type
   */
  record Required(String owner, String name, String type) {

    private boolean isThere() {
      try {
        Field field = Class.forName(owner, false, null).getDeclaredField(name);
        return field.getType().getName().equals(type);
      } catch (ClassNotFoundException | NoSuchFieldException e) {
        return false;
      }
    }
  }

  /**
   * Looks for them.
   *
   * @throws IllegalStateException if one is missing; the message names it and the JDK
   */
  static void check(List<Required> fields) {
    for (Required field : fields) {
      if (!field.isThere()) {
        throw new IllegalStateException(
            "the meter cannot start: it knows JDK 17 to 25, and in this one, "
                + Runtime.version()
                + ", "
                + field.owner()
                + " has no field '"
                + field.type()
                + " "
                + field.name()
                + "'");
      }
    }
  }
}
