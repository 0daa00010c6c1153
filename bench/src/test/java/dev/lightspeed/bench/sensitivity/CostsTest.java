package dev.lightspeed.bench.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostsTest {

  private static final Costs COSTS = Costs.of(16, new long[][] {{1, 2, 3}, {4, 5, 1L << 40}});

  @Test
  void whatIsWrittenIsReadBack(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("costs");
    COSTS.write(file);
    Costs read = Costs.read(file);

    assertThat(read.unitsPerTurn()).isEqualTo(16);
    assertThat(read.sessions()).isEqualTo(2);
    assertThat(read.events()).isEqualTo(3);
    assertThat(read.units(0, 0)).isEqualTo(1);
    assertThat(read.units(1, 2)).isEqualTo(1L << 40);
    assertThat(read.total()).isEqualTo(COSTS.total()).isEqualTo(15 + (1L << 40));
  }

  @Test
  void aFileThatWasCutIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("costs");
    COSTS.write(file);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));

    assertThatThrownBy(() -> Costs.read(file)).isInstanceOf(EOFException.class);
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertThatThrownBy(() -> Costs.of(0, new long[][] {{1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unitsPerTurn: 0 is out of range, at least 1");
    assertThatThrownBy(() -> Costs.of(1, new long[][] {{1, -7}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("units: -7 is out of range, at least 0");
  }
}
