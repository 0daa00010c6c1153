/** Capacity: how many sessions a profile carries within their budgets. */
@NullMarked
package dev.lightspeed.harness.capacity;

import org.jspecify.annotations.NullMarked;
