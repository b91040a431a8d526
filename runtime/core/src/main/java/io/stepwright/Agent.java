package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An abstract class or an interface whose methods are wired into an agent at compile time.
 *
 * <p>For a type {@code Onboarding} the processor writes {@code WiredOnboarding} into the same
 * package; the names of enclosing types are joined with {@code _}. The generated class has one
 * constructor for each constructor of the agent, with the runtime as its first parameter:
 *
 * <pre>{@code
 * Onboarding onboarding = new WiredOnboarding(AgentRuntime.fromEnvironment());
 * }</pre>
 *
 * @see EntryPoint
 * @see AgentStep
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Agent {

  /** The agent's name in reports, thread names and errors. Default: the simple name of the type. */
  String name() default "";
}
