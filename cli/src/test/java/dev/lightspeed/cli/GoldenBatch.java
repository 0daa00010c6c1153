package dev.lightspeed.cli;

import dev.lightspeed.cli.text.Environment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Carries out the golden cases in the working folder, one after the other in this JVM, with the
 * command's own jar as its meter. A case is a file: each line after a dollar sign is a command, and
 * what follows is what it prints; {@code !} marks standard error, {@code ?} the exit code.
 */
final class GoldenBatch {

  private final Path folder = Path.of("").toAbsolutePath();

  private GoldenBatch() {}

  /** The arguments are the folder of the cases, and the folder for what came out. */
  public static void main(String[] args) throws IOException {
    GoldenBatch batch = new GoldenBatch();
    try (Stream<Path> cases = Files.list(Path.of(args[0]))) {
      for (Path each : cases.sorted().toList()) {
        Files.writeString(
            Path.of(args[1]).resolve(each.getFileName()), batch.outcome(Files.readAllLines(each)));
      }
    }
  }

  /** The case again, with what its commands print now. */
  private String outcome(List<String> lines) throws IOException {
    Set<Path> before = files();
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      if (line.startsWith("$ ")) {
        text.append(line).append('\n').append(run(line.substring(2)));
      }
    }
    for (Path file : files()) {
      if (!before.contains(file)) {
        Files.delete(file);
      }
    }
    return text.toString().replace(folder.toString(), "FOLDER");
  }

  private Set<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new TreeSet<>(files.filter(Files::isRegularFile).toList());
    }
  }

  private String run(String line) throws IOException {
    if (line.startsWith("cat ")) {
      return Files.readString(folder.resolve(line.substring(4)));
    }
    if (line.startsWith("sum ")) {
      return sum(Files.readAllBytes(folder.resolve(line.substring(4))));
    }
    int redirected = line.indexOf(" >");
    String[] words = (redirected < 0 ? line : line.substring(0, redirected)).split(" ");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Main.PROGRAM.run(words, new PrintWriter(out), new PrintWriter(err), Environment.plain());
    StringBuilder text = new StringBuilder();
    if (redirected < 0) {
      text.append(out);
    } else {
      Files.writeString(folder.resolve(line.substring(redirected + 2)), out.toString());
    }
    err.toString().lines().forEach(each -> text.append("! ").append(each).append('\n'));
    return exitCode == 0 ? text.toString() : text + "? " + exitCode + "\n";
  }

  private static String sum(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(digest) + "\n";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JVM has it
    }
  }
}
