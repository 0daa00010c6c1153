package dev.lightspeed.cli.calibrate;

import dev.lightspeed.harness.file.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds {@code lightspeed-corpus.jar}: beside the command's own jar, or where the repository builds
 * it. It is not part of the command, which would be eight times as large.
 */
public final class CorpusJar {

  private static final String NAME = "lightspeed-corpus.jar";

  private CorpusJar() {}

  /**
   * The jar.
   *
   * @param lightspeed the command's own jar
   * @throws InputException if there is none; the message says what builds it
   */
  public static Path locate(Path lightspeed) {
    List<Path> places = places(lightspeed.toAbsolutePath().normalize());
    for (Path place : places) {
      if (Files.isRegularFile(place)) {
        return place;
      }
    }
    throw new InputException(
        "calibrate: there is no "
            + places.get(places.size() - 1)
            + ": './lightspeed calibrate' builds it, and so does 'mvn -pl corpus -am package"
            + " -Dmaven.test.skip=true' in the repository");
  }

  private static List<Path> places(Path lightspeed) {
    List<Path> places = new ArrayList<>();
    places.add(lightspeed.resolveSibling(NAME));
    // ROOT/cli/target/lightspeed.jar
    Path folder = lightspeed.getParent();
    Path module = folder == null ? null : folder.getParent();
    Path root = module == null ? null : module.getParent();
    if (root != null) {
      places.add(root.resolve("corpus").resolve("target").resolve(NAME));
    }
    return places;
  }
}
