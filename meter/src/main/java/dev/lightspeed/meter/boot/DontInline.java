package dev.lightspeed.meter.boot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that the JIT never inlines: what is rarely done, and would make methods large that do
 * it. As with {@link ForceInline}, this is HotSpot's own annotation in a JVM with the agent.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface DontInline {}
