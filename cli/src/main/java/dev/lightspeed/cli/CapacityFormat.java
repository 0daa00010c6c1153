package dev.lightspeed.cli;

import dev.lightspeed.harness.capacity.Capacity;
import dev.lightspeed.harness.capacity.CapacityCsv;
import dev.lightspeed.harness.capacity.CapacityJson;
import dev.lightspeed.harness.machine.Profile;
import java.nio.file.Path;
import java.util.List;

/** What capacities may be written as. */
enum CapacityFormat implements FileFormat {
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

  /** A file, or standard output, in one of these formats. */
  record Target(CapacityFormat format, Path file) implements Destination<CapacityFormat> {}

  /** Reads {@code csv=target/capacity.csv}, and {@code capacity.json} as JSON. */
  static final class Converter extends DestinationConverter<CapacityFormat, Target> {

    Converter() {
      super(values(), JSON, Target::new);
    }
  }
}
