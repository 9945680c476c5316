package dev.tradewind.domain;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the few places inside the deterministic part of Tradewind that may see the world as it happens to be: the wall
 * clock, threads, unseeded randomness. What is marked must not let any of it reach a decision of the engine other than
 * as a numbered input. Checked by {@code ArchitectureTest}; nothing reads it at run time.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Ambient {

    /**
     * Says why this place cannot do without.
     *
     * @return a sentence, never blank
     */
    String reason();
}
