/** The programs, a class for each family. */
@NullMarked
package dev.lightspeed.corpus.programs;

import org.jspecify.annotations.NullMarked;
