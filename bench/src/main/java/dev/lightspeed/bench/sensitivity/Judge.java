package dev.lightspeed.bench.sensitivity;

/** A rule by which a gate says that a candidate does more than the baseline. */
enum Judge {
  /** This gate, against a stored baseline: any other count is a change. */
  COUNT("this gate, tolerance 0") {
    @Override
    boolean alarms(Trial trial) {
      return trial.candidateUnits() != trial.baselineUnits();
    }
  },
  /** A threshold that is often used. */
  SLOWER_BY_5("JMH, mean > 5 % slower") {
    @Override
    boolean alarms(Trial trial) {
      return trial.slowerBy(5);
    }
  },
  /** A threshold that is often used where runners are noisy. */
  SLOWER_BY_10("JMH, mean > 10 % slower") {
    @Override
    boolean alarms(Trial trial) {
      return trial.slowerBy(10);
    }
  },
  /** What JMH itself offers: an error of each score. */
  INTERVALS_APART("JMH, 99.9 % intervals apart") {
    @Override
    boolean alarms(Trial trial) {
      return trial.candidate().lowNs() > trial.baseline().highNs();
    }
  };

  private final String title;

  Judge(String title) {
    this.title = title;
  }

  /** What tables call it. */
  String title() {
    return title;
  }

  /** Whether it says so in {@code trial}. */
  abstract boolean alarms(Trial trial);
}
