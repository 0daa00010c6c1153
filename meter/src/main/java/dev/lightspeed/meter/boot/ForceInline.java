package dev.lightspeed.meter.boot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that the JIT inlines wherever it is called, however much it has inlined there already.
 * In a JVM with the agent this is HotSpot's own annotation of that name, which it heeds in classes
 * of the boot loader; other virtual machines ignore it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface ForceInline {}
