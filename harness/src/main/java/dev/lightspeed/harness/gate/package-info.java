/** Budgets and baselines, and the verdicts on a report. */
@NullMarked
package dev.lightspeed.harness.gate;

import org.jspecify.annotations.NullMarked;
