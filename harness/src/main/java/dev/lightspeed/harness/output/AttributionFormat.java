package dev.lightspeed.harness.output;

import dev.lightspeed.harness.attribution.Attribution;
import dev.lightspeed.harness.attribution.AttributionFile;
import dev.lightspeed.harness.attribution.CollapsedStacks;
import dev.lightspeed.harness.flame.FlamePage;
import java.util.function.Function;

/** What an attribution may be written as. */
public enum AttributionFormat {
  /** All of it, schema {@code attribution/1}. */
  JSON(AttributionFile::text),
  /** Collapsed stacks, the lines that flame graph tools read. */
  COLLAPSED(CollapsedStacks::text),
  /** A flame graph, a page that needs nothing else. */
  HTML(FlamePage::of);

  private final Function<Attribution, String> writer;

  AttributionFormat(Function<Attribution, String> writer) {
    this.writer = writer;
  }

  /** The text of the file. */
  public String write(Attribution attribution) {
    return writer.apply(attribution);
  }
}
