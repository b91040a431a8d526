package io.stepwright.wiring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a generated class in its class file. Tools that measure tests, such as JaCoCo and PIT,
 * leave out classes with an annotation of this simple name; the JDK's own is lost when the class is
 * compiled.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Generated {}
