package dev.lightspeed.cli.command;

import dev.lightspeed.harness.run.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the command ends: the one list of exit codes, from which every {@code --help} prints. */
public enum ExitCode {
  /** What was asked for was done, and whatever gated it passed. */
  PASSED(0, "passed: every budget that applies is met"),
  /** The run was sound, and a figure is beyond its limit. */
  GATE_FAILED(1, "gate failed: a budget, the memory, or worse than the baseline"),
  /** An option, a file or a workload cannot be used. */
  BAD_INPUT(2, "bad usage or bad input, a workload that fails included"),
  /** A mistake in this program, or a machine that refuses it memory or a full disk. */
  INTERNAL_ERROR(3, "internal error"),
  /** The same run gave other counts. */
  NOT_DETERMINISTIC(4, "not deterministic: found by --verify"),
  /** Control-C. The JVM itself gives this one, and no command returns it. */
  INTERRUPTED(130, "interrupted: no file was written");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The number that the shell sees. */
  public int code() {
    return code;
  }

  /** How a run ends that found {@code outcome}. */
  static ExitCode of(Outcome outcome) {
    return outcome.failures().isEmpty() ? PASSED : GATE_FAILED;
  }

  /** Each code with its meaning, as a help page lists them. */
  public static Map<String, String> descriptions() {
    Map<String, String> descriptions = new LinkedHashMap<>();
    for (ExitCode exitCode : values()) {
      descriptions.put(" " + exitCode.code, exitCode.meaning);
    }
    return descriptions;
  }
}
