package dev.lightspeed.meter.instrument;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles sources with the compiler of the JDK that runs the tests. */
final class SourceCompiler {

  private SourceCompiler() {}

  /**
   * The class files, by their names with dots, of {@code source}, which declares {@code type}.
   *
   * @param release of Java, whose class files to write
   * @param folder for what the compiler reads and writes; empty
   */
  static NavigableMap<String, byte[]> compile(int release, String type, String source, Path folder)
      throws IOException {
    Path file = folder.resolve(type.substring(type.lastIndexOf('.') + 1) + ".java");
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Files.writeString(file, source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    String[] arguments = {
      "--release",
      String.valueOf(release),
      "-g",
      "-Xlint:-options",
      "-d",
      classes.toString(),
      file.toString()
    };
    if (compiler.run(null, messages, messages, arguments) != 0) {
      throw new IllegalStateException(messages.toString(StandardCharsets.UTF_8));
    }
    NavigableMap<String, byte[]> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(classes)) {
      List<Path> all = files.filter(path -> path.toString().endsWith(".class")).sorted().toList();
      for (Path path : all) {
        String name = classes.relativize(path).toString().replace('/', '.').replace('\\', '.');
        found.put(name.substring(0, name.length() - ".class".length()), Files.readAllBytes(path));
      }
    }
    return found;
  }
}
