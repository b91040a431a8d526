package io.stepwright.wiring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a generated class in its class file. Coverage and mutation tools, such as JaCoCo and PIT,
 * ignore classes with an annotation of this simple name. The JDK's annotation of this name is not
 * kept in class files.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Generated {}
