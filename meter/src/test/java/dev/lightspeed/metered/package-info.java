/** Code that tests have counted; not below the meter's own package, which is never counted. */
@NullMarked
package dev.lightspeed.metered;

import org.jspecify.annotations.NullMarked;
