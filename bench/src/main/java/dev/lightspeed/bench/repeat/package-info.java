/** {@code benchmark repeat}: false alarms, looked for in JVMs of all kinds. */
@NullMarked
package dev.lightspeed.bench.repeat;

import org.jspecify.annotations.NullMarked;
