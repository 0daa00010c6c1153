package dev.lightspeed.meter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.meter.agent.FreshJvm.Ended;
import dev.lightspeed.metered.AgentSubject;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * JaCoCo's agent beside the meter. The JVM asks it first, whichever is named first: so what it
 * records is what it records alone, and its probes are part of the classes that are counted.
 */
class CoverageAgentIT {

  private static final String METER = "-javaagent:" + FreshJvm.meterJar();
  private static final String SUBJECTS = "dev/lightspeed/metered/";

  @TempDir private Path folder;

  @Test
  void coverage_is_what_it_is_without_the_meter() throws Exception {
    Ended alone = run(List.of(jacoco("alone"), METER + "=instrument=none"));
    assertThat(alone.code()).as(alone.err()).isZero();
    run(List.of(METER, jacoco("behind")));
    run(List.of(jacoco("before"), METER));
    assertThat(coverage("alone")).containsKey(SUBJECTS + "AgentSubject");
    assertThat(coverage("behind")).isEqualTo(coverage("alone"));
    assertThat(coverage("before")).isEqualTo(coverage("alone"));
  }

  @Test
  void counts_are_the_same_whichever_agent_is_named_first() throws Exception {
    List<String> units = units(run(List.of(METER, jacoco("behind"))));
    assertThat(units(run(List.of(jacoco("before"), METER)))).isEqualTo(units);
    assertThat(units(run(List.of("-Xint", jacoco("interpreted"), METER)))).isEqualTo(units);
    // The first round asks for the probes of each class.
    assertThat(units.get(1)).isEqualTo(units.get(2));
    List<String> bare = units(run(List.of(METER)));
    assertThat(Long.parseLong(units.get(2))).isGreaterThan(Long.parseLong(bare.get(2)));
  }

  private String jacoco(String name) {
    String jar = System.getProperty("meter.jacoco");
    return "-javaagent:" + jar + "=destfile=" + folder.resolve(name);
  }

  private static Ended run(List<String> flags) throws Exception {
    List<String> arguments = new ArrayList<>(flags);
    String path = FreshJvm.meterJar() + File.pathSeparator + FreshJvm.testClasses();
    arguments.addAll(List.of("-cp", path, AgentSubject.class.getName(), "1"));
    return FreshJvm.run(FreshJvm.current(), arguments.toArray(new String[0]));
  }

  /** Units of the three rounds. */
  private static List<String> units(Ended output) {
    assertThat(output.err()).isEmpty();
    assertThat(output.out()).endsWith("\nnot counted: []\n");
    List<String> words = List.of(output.out().split("[ \n]", -1));
    return words.subList(1, 4);
  }

  /**
   * What JaCoCo has recorded of the subjects: by class, the number by which it knows the class file
   * and which probes were passed. The file is a sequence of blocks: a header (1), sessions (16) and
   * classes (17), whose probes are bits behind their number, 7 bits of it in a byte.
   */
  private SortedMap<String, String> coverage(String name) throws IOException {
    SortedMap<String, String> coverage = new TreeMap<>();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(name))))) {
      while (true) {
        switch (in.readByte()) {
          case 0x01 -> in.skipNBytes(4);
          case 0x10 -> {
            String unused = in.readUTF();
            in.skipNBytes(16);
          }
          case 0x11 -> {
            long id = in.readLong();
            String type = in.readUTF();
            String probes = probes(in);
            if (type.startsWith(SUBJECTS)) {
              coverage.put(type, Long.toHexString(id) + " " + probes);
            }
          }
          default -> throw new IOException("not a block of JaCoCo's");
        }
      }
    } catch (EOFException e) {
      return coverage;
    }
  }

  private static String probes(DataInputStream in) throws IOException {
    int count = 0;
    int part;
    int shift = 0;
    do {
      part = in.readUnsignedByte();
      count |= (part & 0x7F) << shift;
      shift += 7;
    } while (part > 0x7F);
    StringBuilder probes = new StringBuilder();
    int bits = 0;
    for (int i = 0; i < count; i++) {
      if (i % 8 == 0) {
        bits = in.readUnsignedByte();
      }
      probes.append(bits & 1);
      bits >>= 1;
    }
    return probes.toString();
  }
}
