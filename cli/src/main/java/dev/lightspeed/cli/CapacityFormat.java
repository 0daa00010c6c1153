package dev.lightspeed.cli;

import dev.lightspeed.harness.capacity.Capacity;
import dev.lightspeed.harness.capacity.CapacityCsv;
import dev.lightspeed.harness.capacity.CapacityJson;
import dev.lightspeed.harness.machine.Profile;
import java.util.List;
import picocli.CommandLine.ITypeConverter;

/** What capacities may be written as. */
enum CapacityFormat {
  /** All of it, schema {@code capacity/1}: what is meant where no format is named. */
  JSON {
    @Override
    String write(Profile profile, String meter, List<Capacity> capacities) {
      return CapacityJson.write(profile, meter, capacities);
    }
  },
  /** The curves, a line a point. */
  CSV {
    @Override
    String write(Profile profile, String meter, List<Capacity> capacities) {
      return CapacityCsv.write(capacities);
    }
  };

  /** The text of the file. */
  abstract String write(Profile profile, String meter, List<Capacity> capacities);

  /** Reads {@code csv=target/capacity.csv}. */
  static final class Converter implements ITypeConverter<Destination<CapacityFormat>> {

    @Override
    public Destination<CapacityFormat> convert(String text) {
      return Destination.of(text, values());
    }
  }
}
