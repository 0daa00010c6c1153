package dev.lightspeed.meter.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.meter.CountersDoc;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.Opcodes;

/** The weights in use, and those in the documentation. */
class WeightsTest {

  @ParameterizedTest
  @CsvSource({"iload, 1", "getfield, 2", "tableswitch, 4", "invokeinterface, 10", "athrow, 20"})
  void weights_are_those_of_the_version_in_use(String mnemonic, int units) {
    assertThat(Weights.VERSION).isEqualTo(2);
    assertThat(Weights.INSTANCE.of(opcode(mnemonic))).isEqualTo(units);
  }

  @Test
  void the_published_weights_are_those_in_use() throws IOException {
    CountersDoc.check("weights", weights());
  }

  @Test
  void every_opcode_has_one_weight() {
    List<String> mnemonics = new ArrayList<>();
    Weights.groups().forEach(group -> mnemonics.addAll(group.opcodes()));
    assertThat(mnemonics).doesNotHaveDuplicates();
    List<Integer> opcodes = mnemonics.stream().map(WeightsTest::opcode).sorted().toList();
    List<Integer> all = new ArrayList<>();
    for (int opcode = Opcodes.NOP; opcode <= Opcodes.IFNONNULL; opcode++) {
      if (isPlain(opcode)) {
        all.add(opcode);
      }
    }
    assertThat(opcodes).isEqualTo(all);
  }

  @Test
  void the_opcodes_of_a_group_follow_on_each_other() {
    for (Weights.Group group : Weights.groups()) {
      for (int i = 0; i < group.opcodes().size(); i++) {
        String mnemonic = group.opcodes().get(i);
        assertThat(opcode(mnemonic)).as(mnemonic).isEqualTo(group.first() + i);
      }
    }
  }

  private static int opcode(String mnemonic) {
    try {
      return Opcodes.class.getField(mnemonic.toUpperCase(Locale.ROOT)).getInt(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("no opcode is called " + mnemonic, e);
    }
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
}
