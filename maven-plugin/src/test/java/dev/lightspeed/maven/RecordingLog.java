package dev.lightspeed.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** A log that keeps its lines, each with its level. */
class RecordingLog extends SystemStreamLog {

  private final List<String> lines = new ArrayList<>();

  @Override
  public void info(CharSequence line) {
    lines.add("INFO " + line);
  }

  @Override
  public void warn(CharSequence line) {
    lines.add("WARN " + line);
  }

  @Override
  public void error(CharSequence line) {
    lines.add("ERROR " + line);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
