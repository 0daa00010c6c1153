package dev.lightspeed.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a report is printed. */
enum ReportFormat {
  /** For people: {@link ReportTable}. */
  TABLE,
  /** For programs: the report file's text. */
  JSON;

  /** Reads {@code table} and {@code json}. */
  static final class Converter implements ITypeConverter<ReportFormat> {

    @Override
    public ReportFormat convert(String text) {
      return switch (text) {
        case "table" -> TABLE;
        case "json" -> JSON;
        default -> throw new TypeConversionException("'" + text + "' is not one of table, json");
      };
    }
  }
}
