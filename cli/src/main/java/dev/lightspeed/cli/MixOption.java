package dev.lightspeed.cli;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.NearestWord;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Workloads that share a machine, {@code counter=3,crud_table=1}.
 *
 * @param weights by label, in the order given
 */
record MixOption(Map<String, Integer> weights) {

  private static final Pattern SHARE = Pattern.compile("([a-z][a-z0-9_]{0,63})=([1-9][0-9]{0,2})");

  MixOption {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
  }

  /**
   * Refuses labels that are not there.
   *
   * @throws InputException if one is not known
   */
  void requireKnown(Collection<String> labels) {
    for (String label : weights.keySet()) {
      if (!labels.contains(label)) {
        throw new InputException(
            "--mix: unknown workload '"
                + label
                + "'"
                + NearestWord.question(label, labels)
                + " in the suite: "
                + String.join(", ", labels));
      }
    }
  }

  /** Reads a mix. */
  static final class Converter implements ITypeConverter<MixOption> {

    @Override
    public MixOption convert(String text) {
      Map<String, Integer> weights = new LinkedHashMap<>();
      for (String part : text.split(",", -1)) {
        Matcher share = SHARE.matcher(part);
        if (!share.matches()) {
          throw new TypeConversionException(
              "'" + part + "' is not LABEL=N with N from 1 to 999, such as counter=3");
        }
        if (weights.put(share.group(1), Integer.parseInt(share.group(2))) != null) {
          throw new TypeConversionException("'" + share.group(1) + "' is there twice");
        }
      }
      return new MixOption(weights);
    }
  }
}
