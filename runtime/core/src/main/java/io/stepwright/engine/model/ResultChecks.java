package io.stepwright.engine.model;

import io.stepwright.engine.message.Messages;
import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.StepFailedException;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.ResultCheck;
import io.stepwright.wiring.StepInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs the checks that a step's author wrote for its result. */
public final class ResultChecks {

  /** More than a model needs to be told: a check may quote a long text. */
  public static final int MOST_CHARACTERS = 4_000;

  private ResultChecks() {}

  /**
   * A check's refusal of a result.
   *
   * @param check the name of the check
   * @param text the complaint; it may be personal
   */
  record Refusal(String check, String text) {}

  /**
   * Judges a result by all checks of a call, in their order.
   *
   * @return the first refusal, or null if all checks accept the result
   * @throws AgentException if a check throws, or returns null
   * @throws InterruptedException if the thread was interrupted within a check
   */
  public static <T> @Nullable Refusal refusal(StepInfo step, ModelStep<T> call, T value)
      throws InterruptedException {
    for (ResultCheck.Named<T> check : call.checks()) {
      Optional<String> text = run(step, check, value);
      if (text.isPresent()) {
        return new Refusal(check.name(), bounded(text.get()));
      }
    }
    return null;
  }

  private static <T> Optional<String> run(StepInfo step, ResultCheck.Named<T> check, T value)
      throws InterruptedException {
    Optional<String> text;
    try {
      text = check.check().check(value);
    } catch (InterruptedException | AgentException e) {
      throw e;
    } catch (Exception e) {
      throw failed(
          step, "%s failed with %s; see the cause.".formatted(name(step, check), type(e)), e);
    }
    if (text == null) {
      throw failed(
          step,
          "%s returned null. Return Optional.empty() for a result that is accepted."
              .formatted(name(step, check)),
          null);
    }
    return text;
  }

  private static StepFailedException failed(
      StepInfo step, String message, @Nullable Exception cause) {
    return new StepFailedException(step.agent().name(), step.name(), message, cause);
  }

  private static String name(StepInfo step, ResultCheck.Named<?> check) {
    return "Check '%s' of %s".formatted(check.name(), Messages.within(step));
  }

  private static String type(Exception thrown) {
    return thrown.getClass().getName();
  }

  /**
   * Truncates a text. A cut surrogate pair becomes a replacement character when the text is sent.
   */
  private static String bounded(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
  }
}
