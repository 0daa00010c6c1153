/** What anybody implements to put a UI under the gate. */
@NullMarked
package dev.lightspeed.harness.workload;

import org.jspecify.annotations.NullMarked;
