/** What a workload cost, counted: one trace a session. */
@NullMarked
package dev.lightspeed.harness.trace;

import org.jspecify.annotations.NullMarked;
