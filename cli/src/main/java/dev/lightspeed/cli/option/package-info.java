/** What several commands take: groups of options, and how their values are read. */
@NullMarked
package dev.lightspeed.cli.option;

import org.jspecify.annotations.NullMarked;
