package dev.lightspeed.cli.option;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads workloads that share a machine, {@code counter=3,crud_table=1}. */
public final class MixConverter implements ITypeConverter<MixConverter.MixShares> {

  private static final Pattern SHARE = Pattern.compile("([a-z][a-z0-9_]{0,63})=([1-9][0-9]{0,2})");

  /**
   * Their shares of the sessions.
   *
   * @param byLabel in the order given
   */
  public record MixShares(Map<String, Integer> byLabel) {

    /** Copies the map. */
    public MixShares {
      byLabel = Collections.unmodifiableMap(new LinkedHashMap<>(byLabel));
    }
  }

  @Override
  public MixShares convert(String text) {
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
    return new MixShares(weights);
  }
}
