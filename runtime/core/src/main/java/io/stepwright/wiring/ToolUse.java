package io.stepwright.wiring;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One call of a tool, as generated code executes it: first the arguments are read, in the order of
 * the method's parameters, then the method is run. For one thread.
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
   * Runs the method of the tool, unless the call is refused or the result of an equal call is
   * known.
   *
   * @throws Exception if the step has to fail, or the run has ended
   */
  <T> Done run(Body<T> method, JsonEncoder<? super T> encoder) throws Exception;

  /**
   * Like {@link #run(Body, JsonEncoder)}, for a tool that a model answers: the body is run as a
   * step of its own within the step that offers the tool.
   *
   * @param asked the model of the tool
   * @throws Exception if the step has to fail, or the run has ended
   */
  <T> Done run(StepInfo asked, StepBody<T> body, JsonEncoder<? super T> encoder) throws Exception;

  /** Like {@link #run(Body, JsonEncoder)}, for a method without a result. */
  Done perform(Action method) throws Exception;

  /**
   * Waits for the future that the method of the tool has returned, and cancels it if the run ends
   * first. Returns null for a null future. Only for bodies.
   *
   * @throws Exception the failure of the future
   */
  <T> @Nullable T await(@Nullable CompletionStage<? extends @Nullable T> future) throws Exception;

  /** Returns an exception for a tool that the generated class does not know. */
  IllegalStateException unknown();

  /** The outcome of a call. Only the runtime implements it. */
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
