package dev.lightspeed.harness.machine;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.InputFile;
import dev.lightspeed.harness.file.JsonSource;
import dev.lightspeed.harness.file.JsonText;
import dev.lightspeed.harness.file.Node;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Profiles as JSON, and as a part of other files. Schema {@code profile/1} holds a profile; {@code
 * profile/2} also how it was calibrated.
 */
public final class ProfileFile {

  private static final String SCHEMA = "profile/1";
  private static final String SCHEMA_CALIBRATED = "profile/2";

  private ProfileFile() {}

  /**
   * The profile in {@code file}, of either version.
   *
   * @throws InputException if it cannot be read or is anything else than one profile
   */
  public static CalibratedProfile read(Path file) {
    return parse(file.toString(), InputFile.text(file));
  }

  /**
   * The profile that {@code text} holds, of either version.
   *
   * @param name the file's name for errors
   * @throws InputException if it is anything else than one profile
   */
  public static CalibratedProfile parse(String name, String text) {
    Node node = JsonSource.parse(name, text).schema(SCHEMA, SCHEMA_CALIBRATED);
    if (node.get("schema").text().equals(SCHEMA)) {
      node.keys("cpuUnits", "ioUnits", "memoryUnits", "name", "schema");
      return new CalibratedProfile(profile(node), Optional.empty());
    }
    node.keys("calibration", "cpuUnits", "ioUnits", "memoryUnits", "name", "schema");
    Calibration calibration = Calibration.of(node.get("calibration"));
    return new CalibratedProfile(profile(node), Optional.of(calibration));
  }

  /**
   * The text of a profile file: {@code profile/1} without a calibration, else {@code profile/2}.
   */
  public static String write(CalibratedProfile profile) {
    SortedMap<String, Object> tree = tree(profile.profile());
    tree.put("schema", profile.calibration().isPresent() ? SCHEMA_CALIBRATED : SCHEMA);
    profile.calibration().ifPresent(calibration -> tree.put("calibration", calibration.tree()));
    return JsonText.pretty(tree);
  }

  /** The text of a profile file for a machine that was thought up. */
  public static String write(Profile profile) {
    return write(new CalibratedProfile(profile, Optional.empty()));
  }

  /**
   * The profile inside another file.
   *
   * @throws InputException if {@code node} is anything else
   */
  public static Profile of(Node node) {
    return profile(node.keys("cpuUnits", "ioUnits", "memoryUnits", "name"));
  }

  /** The profile as a JSON value inside another file. */
  public static SortedMap<String, Object> tree(Profile profile) {
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("cpuUnits", profile.cpuUnits());
    tree.put("ioUnits", profile.ioUnits());
    tree.put("memoryUnits", profile.memoryUnits());
    tree.put("name", profile.name());
    return tree;
  }

  private static Profile profile(Node node) {
    return node.make(
        () ->
            new Profile(
                node.get("name").text(),
                node.get("cpuUnits").integer(1, Long.MAX_VALUE),
                node.get("ioUnits").integer(1, Long.MAX_VALUE),
                node.get("memoryUnits").integer(1, Long.MAX_VALUE)));
  }
}
