/** The four standard workloads, version 1. */
@NullMarked
package dev.lightspeed.harness.workload.standard;

import org.jspecify.annotations.NullMarked;
