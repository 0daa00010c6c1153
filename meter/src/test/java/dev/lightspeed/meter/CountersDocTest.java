package dev.lightspeed.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

/**
 * The tables of the documentation are those of the code. To write them anew, run this test with
 * {@code -Dlightspeed.updateDocs=true}; never where {@code CI} is set.
 */
class CountersDocTest {

  private static final Path DOC = Path.of("..", "docs", "COUNTERS.md");

  @Test
  void the_published_weights_are_those_in_use() throws IOException {
    check("weights", weights());
  }

  @Test
  void the_published_formulas_are_those_in_use() throws IOException {
    check("layout", formulas());
  }

  @Test
  void the_published_hazards_are_those_that_are_looked_for() throws IOException {
    check("hazards", hazards());
  }

  @Test
  void every_opcode_has_one_weight() {
    List<String> mnemonics = new ArrayList<>();
    Weights.groups().forEach(group -> mnemonics.addAll(group.opcodes()));
    assertThat(mnemonics).doesNotHaveDuplicates();
    List<Integer> opcodes = mnemonics.stream().map(Weights::opcode).sorted().toList();
    List<Integer> all = new ArrayList<>();
    for (int opcode = Opcodes.NOP; opcode <= Opcodes.IFNONNULL; opcode++) {
      if (isPlain(opcode)) {
        all.add(opcode);
      }
    }
    assertThat(opcodes).isEqualTo(all);
  }

  /** ASM turns short and wide forms into their plain ones. */
  private static boolean isPlain(int opcode) {
    return !(opcode > Opcodes.LDC && opcode < Opcodes.ILOAD)
        && !(opcode > Opcodes.ALOAD && opcode < Opcodes.IALOAD)
        && !(opcode > Opcodes.ASTORE && opcode < Opcodes.IASTORE)
        && opcode != 196;
  }

  private static String weights() {
    Map<String, List<String>> byKind = new LinkedHashMap<>();
    Map<String, Integer> weightOf = new LinkedHashMap<>();
    for (Weights.Group group : Weights.groups()) {
      byKind.computeIfAbsent(group.kind(), kind -> new ArrayList<>()).addAll(group.opcodes());
      weightOf.put(group.kind(), group.weight());
    }
    StringBuilder table = new StringBuilder("| kind | units | bytecodes |\n|---|---|---|\n");
    byKind.forEach(
        (kind, opcodes) ->
            table.append(
                "| %s | %d | %s |\n"
                    .formatted(kind, weightOf.get(kind), String.join(" ", opcodes))));
    return table
        .append(
            "| %s | %d on top | of a method named and typed like the caller, not of the JDK |\n"
                .formatted(Weights.RECURSION, Weights.INSTANCE.ofRecursion()))
        .append("| %s | %d | |\n".formatted(Weights.ALLOCATED_BYTE, Weights.INSTANCE.ofBytes(1)))
        .toString();
  }

  private static String formulas() {
    StringBuilder table = new StringBuilder("| type | bytes |\n|---|---|\n");
    for (Formula formula : JdkFormulas.table()) {
      List<String> names = formula.types().stream().map(CountersDocTest::shortName).toList();
      table.append("| %s | %s |\n".formatted(String.join(", ", names), formula.text()));
    }
    return table.toString();
  }

  private static String hazards() {
    StringBuilder table =
        new StringBuilder("| the method… | recognised by | instead |\n|---|---|---|\n");
    for (Hazard hazard : Hazards.table()) {
      table.append(
          "| %s%s | %s | %s |\n"
              .formatted(
                  hazard.cause(),
                  hazard.withinJvm() ? "" : " (differs between JVMs only)",
                  String.join(", ", hazard.signs()),
                  hazard.remedy()));
    }
    return table.toString();
  }

  private static String shortName(String type) {
    return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
  }

  private static void check(String name, String expected) throws IOException {
    String start = "<!-- " + name + " -->\n";
    String end = "<!-- /" + name + " -->\n";
    String text = Files.readString(DOC);
    int from = text.indexOf(start) + start.length();
    int to = text.indexOf(end);
    if (Boolean.getBoolean("lightspeed.updateDocs") && System.getenv("CI") == null) {
      Files.writeString(DOC, text.substring(0, from) + expected + text.substring(to));
      return;
    }
    assertThat(text.substring(from, to)).isEqualTo(expected);
  }
}
