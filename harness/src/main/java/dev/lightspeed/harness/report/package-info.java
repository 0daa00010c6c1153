/** The figures of a run, and their signature. */
@NullMarked
package dev.lightspeed.harness.report;

import org.jspecify.annotations.NullMarked;
