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
 * Profiles as JSON, schema {@code profile/2}, and as a part of other files. One that a calibration
 * has written also says how.
 */
public final class ProfileFile {

  private static final String SCHEMA = "profile/2";

  private ProfileFile() {}

  /**
   * The profile in {@code file}.
   *
   * @throws InputException if it cannot be read or is anything else than one profile
   */
  public static CalibratedProfile read(Path file) {
    return parse(file.toString(), InputFile.text(file));
  }

  /**
   * The profile that {@code text} holds.
   *
   * @param name the file's name for errors
   * @throws InputException if it is anything else than one profile
   */
  public static CalibratedProfile parse(String name, String text) {
    Node node =
        JsonSource.parse(name, text)
            .schema(SCHEMA)
            .keys("calibration", "cpuUnits", "ioUnits", "memoryUnits", "name", "schema");
    return new CalibratedProfile(
        profile(node), Optional.ofNullable(node.find("calibration")).map(Calibration::of));
  }

  /** The text of a profile file. */
  public static String write(CalibratedProfile profile) {
    SortedMap<String, Object> tree = tree(profile.profile());
    tree.put("schema", SCHEMA);
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
