package io.stepwright.wiring;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of a tool, as generated code prepares it: first the arguments are read, in the order of
 * the method's parameters, then the method is given that has to be run. For one thread; the method
 * may be run on another.
 */
public interface ToolUse {

  /** The name of the tool, one of those that the step offers. */
  String tool();

  /**
   * Binds an argument that code chooses and the model does not see.
   *
   * @return the value
   * @throws NullSlotException if the value, or a value inside of it, is null
   */
  <T> T bound(String name, @Nullable T value, JsonEncoder<? super T> encoder);

  /**
   * Reads an argument that the model chose.
   *
   * @throws RuntimeException if it is missing or wrong; the model is told
   */
  <T> T argument(String name, JsonDecoder<? extends T> decoder);

  /** Like {@link #argument}; empty if the argument is null or missing. */
  <T> Optional<T> optionalArgument(String name, JsonDecoder<? extends T> decoder);

  /**
   * Sets the question for the person who approves the call. Required for tools that need an
   * approval.
   *
   * @return this
   */
  ToolUse asking(PromptMessage question);

  /**
   * Prepares the run of the tool's method: it is run after the arguments of all calls of the turn
   * were read, unless the call is refused or the result of an equal call is known.
   *
   * @param encoder writes the result; not called for null
   * @return the prepared call, which the handler has to return
   * @throws Exception if the step has to fail
   */
  <T> Done run(Body<T> method, JsonEncoder<? super T> encoder) throws Exception;

  /** Like {@link #run}, for a method without a result. */
  Done perform(Action method) throws Exception;

  /** Returns an exception for a tool that the generated class does not know. */
  IllegalStateException unknown();

  /** A prepared call. Only the runtime implements it. */
  interface Done {}

  /**
   * The method of a tool, with its arguments.
   *
   * @param <T> the type of the result
   */
  @FunctionalInterface
  interface Body<T> {
    @Nullable T run() throws Exception;
  }

  /** The method of a tool without a result, with its arguments. */
  @FunctionalInterface
  interface Action {
    void run() throws Exception;
  }
}
