/** Holds counts against CPU time, over the programs of the corpus, in JVMs of their own. */
@NullMarked
package dev.lightspeed.bench.accuracy;

import org.jspecify.annotations.NullMarked;
