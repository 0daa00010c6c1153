package dev.lightspeed.maven;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The file in which the command writes down for this plugin what it found. The verdict is taken
 * from here and not from what the command prints, because a workload can print as well.
 *
 * @param schema what has to stand in it
 * @param path the file
 */
record ResultFile(Schema schema, Path path) {

  private static final Gson JSON = new GsonBuilder().setStrictness(Strictness.STRICT).create();

  /** What a command writes; {@code schemas/} describes each. */
  enum Schema {
    /** Of {@code run} and {@code check}. */
    RESULT("result/1"),
    /** Of {@code capacity}, which knows what fits and not what had to. */
    CAPACITY("capacity/1");

    private final String id;

    Schema(String id) {
      this.id = id;
    }
  }

  /**
   * What stands in the file.
   *
   * @param failures what failed, a line each; where the gate is a number of sessions, what fits
   * @param problem why the file is no proof of the exit code, if so
   */
  record Result(List<String> failures, Optional<String> problem) {

    /** Of a command that writes no such file. */
    static final Result UNUSED = new Result(List.of(), Optional.empty());

    Result {
      failures = List.copyOf(failures);
    }

    private static Result unusable(String problem) {
      return new Result(List.of(), Optional.of(problem));
    }
  }

  /** The part of the file that a verdict needs. */
  private record ReadResult(
      @Nullable String schema,
      @Nullable String verdict,
      @Nullable List<ReadCheck> checks,
      @Nullable List<ReadCapacity> capacities) {}

  private record ReadCheck(@Nullable String state, @Nullable String message) {}

  private record ReadCapacity(@Nullable List<Share> workloads, long sessions) {}

  private record Share(@Nullable String workload) {}

  /** The option that has the command write it. */
  String option() {
    return "--out=json=" + path;
  }

  /** Makes room for the file: one of an earlier run would pass for one of this run. */
  void prepare() throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    Files.deleteIfExists(path);
  }

  /**
   * Reads the file and deletes it.
   *
   * @param gateFailed what the exit code says, which the file has to confirm
   */
  Result take(boolean gateFailed) throws IOException {
    if (!Files.exists(path)) {
      return Result.unusable("wrote no result");
    }
    try (Reader reader = Files.newBufferedReader(path)) {
      return result(JSON.fromJson(reader, ReadResult.class), gateFailed);
    } catch (JsonParseException | IOException e) {
      return Result.unusable("wrote a result that cannot be read: " + e.getMessage());
    } finally {
      Files.deleteIfExists(path);
    }
  }

  private Result result(@Nullable ReadResult content, boolean gateFailed) {
    if (content == null || !schema.id.equals(content.schema)) {
      String found = content == null ? null : content.schema;
      return Result.unusable("wrote a result of schema " + found + ", not of " + schema.id);
    }
    return switch (schema) {
      case RESULT -> outcome(content, gateFailed);
      case CAPACITY -> new Result(capacities(content), Optional.empty());
    };
  }

  private static Result outcome(ReadResult content, boolean gateFailed) {
    List<String> failures =
        list(content.checks).stream()
            .filter(check -> "failed".equals(check.state))
            .map(check -> String.valueOf(check.message))
            .toList();
    boolean failed = !List.of("passed", "not gated").contains(String.valueOf(content.verdict));
    if (failed != gateFailed || failed == failures.isEmpty()) {
      return Result.unusable(
          "wrote the verdict '" + content.verdict + "' with " + failures.size() + " failed checks");
    }
    return new Result(failures, Optional.empty());
  }

  private static List<String> capacities(ReadResult content) {
    return list(content.capacities).stream()
        .map(each -> label(each) + ": " + each.sessions + " sessions fit")
        .toList();
  }

  private static String label(ReadCapacity capacity) {
    return list(capacity.workloads).stream()
        .map(each -> String.valueOf(each.workload))
        .collect(Collectors.joining(" + "));
  }

  private static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
