/** Where a workload's units, bytes and memory went, and what differs between two runs. */
@NullMarked
package dev.lightspeed.harness.attribution;

import org.jspecify.annotations.NullMarked;
