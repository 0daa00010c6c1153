/** A LiveView-style runtime: templates, a differ, patches, and the frames that carry them. */
@NullMarked
package dev.lightspeed.live;

import org.jspecify.annotations.NullMarked;
