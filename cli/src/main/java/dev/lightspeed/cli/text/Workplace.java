package dev.lightspeed.cli.text;

import dev.lightspeed.harness.suite.SuiteFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a command was started.
 *
 * @param folder the working folder
 * @param ci whether that is a continuous integration server, which must accept nothing by itself
 * @param update how {@code lightspeed update} is called here, if not so: where a build tool runs
 *     this command, by its goal
 */
public record Workplace(Path folder, boolean ci, Optional<String> update) {

  /** Set by a build tool that runs this command. */
  private static final String UPDATE = "lightspeed.update";

  /** A place where the command is called by its name. */
  public Workplace(Path folder, boolean ci) {
    this(folder, ci, Optional.empty());
  }

  /** The working folder of this process, outside CI. */
  public static final Workplace HERE = new Workplace(Path.of("").toAbsolutePath(), false);

  /**
   * The working folder of this process.
   *
   * @param ci the variable CI, which every CI server sets; not there, empty and {@code false} mean
   *     that this is none
   */
  public static Workplace of(@Nullable String ci) {
    return new Workplace(
        HERE.folder,
        ci != null && !ci.isEmpty() && !ci.equals("false"),
        Optional.ofNullable(System.getProperty(UPDATE)));
  }

  /**
   * The suite file that a command means: the one that is named, else the nearest from here upwards;
   * empty for the standard suite.
   */
  public Optional<Path> suite(@Nullable Path named) {
    return named == null ? SuiteFile.find(folder).map(this::shown) : Optional.of(named);
  }

  /** A file as a message shows it: from here if it lies here or further up, else as it is. */
  public Path shown(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    boolean near =
        parent != null && (HERE.folder.startsWith(parent) || parent.startsWith(HERE.folder));
    return near ? HERE.folder.relativize(file.toAbsolutePath().normalize()) : file;
  }
}
