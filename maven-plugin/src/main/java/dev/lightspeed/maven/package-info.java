/**
 * The gate as goals of a Maven build: finds what to run, starts the command, passes on its verdict.
 */
@NullMarked
package dev.lightspeed.maven;

import org.jspecify.annotations.NullMarked;
