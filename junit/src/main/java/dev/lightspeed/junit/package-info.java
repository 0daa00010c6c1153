/** The gate as a test: an annotation that counts scenarios, and assertions on their figures. */
@NullMarked
package dev.lightspeed.junit;

import org.jspecify.annotations.NullMarked;
