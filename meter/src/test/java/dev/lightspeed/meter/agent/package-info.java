/** Tests of the agent, in JVMs of their own. */
@NullMarked
package dev.lightspeed.meter.agent;

import org.jspecify.annotations.NullMarked;
