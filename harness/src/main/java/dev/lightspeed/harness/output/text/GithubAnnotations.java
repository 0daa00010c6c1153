package dev.lightspeed.harness.output.text;

import dev.lightspeed.harness.gate.Verdict;
import dev.lightspeed.harness.run.Finding;
import dev.lightspeed.harness.run.Finding.Gate;
import dev.lightspeed.harness.run.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Workflow commands, which GitHub shows beside the change when a step prints them: an error for
 * what a gate says of a workload, since GitHub shows ten of a step and no more, or a notice that
 * all is well.
 */
public final class GithubAnnotations {

  private GithubAnnotations() {}

  /** The lines to print. */
  public static String write(Outcome outcome) {
    StringBuilder text = new StringBuilder();
    Map<Topic, List<String>> messages = new LinkedHashMap<>();
    for (Finding failure : outcome.failures()) {
      Topic topic = new Topic(failure.workload(), failure.gate());
      messages.computeIfAbsent(topic, each -> new ArrayList<>()).add(failure.message());
    }
    messages.forEach(
        (topic, lines) -> command(text, "error", topic.title(), String.join("\n", lines)));
    if (messages.isEmpty()) {
      String level = outcome.status() == Verdict.NOT_GATED ? "warning" : "notice";
      command(text, level, "performance " + outcome.status().word(), outcome.headline());
    }
    return text.toString();
  }

  /** What an annotation is about. */
  private record Topic(String workload, Gate gate) {

    String title() {
      return (workload.isEmpty() ? "coverage" : workload) + ": " + gate.word();
    }
  }

  private static void command(StringBuilder text, String level, String title, String message) {
    text.append("::").append(level).append(" title=").append(property(title));
    text.append("::").append(data(message)).append('\n');
  }

  /** As the runner reads it back: nothing in a message can end it, or begin another command. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
