package dev.lightspeed.harness.output;

import dev.lightspeed.harness.capacity.Capacity;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.output.data.CapacityCsv;
import dev.lightspeed.harness.output.data.CapacityJson;
import java.util.List;

/** What capacities may be written as. */
public enum CapacityFormat {
  /** All of it, schema {@code capacity/1}. */
  JSON {
    @Override
    public String write(Profile profile, String meter, List<Capacity> capacities) {
      return CapacityJson.write(profile, meter, capacities);
    }
  },
  /** The curves, a line a point. */
  CSV {
    @Override
    public String write(Profile profile, String meter, List<Capacity> capacities) {
      return CapacityCsv.write(capacities);
    }
  };

  /** The text of the file. */
  public abstract String write(Profile profile, String meter, List<Capacity> capacities);
}
