/** The harness as one sentence: suite, workload, trace, virtual machine, report, gate. */
@NullMarked
package dev.lightspeed.harness;

import org.jspecify.annotations.NullMarked;
