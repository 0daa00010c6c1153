package dev.lightspeed.meter.boot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An array whose elements, and those of arrays in it, change once at most, from 0 or null: the JIT
 * takes what it finds there for a constant. As with {@link ForceInline}, this is HotSpot's own
 * annotation in a JVM with the agent.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Stable {}
