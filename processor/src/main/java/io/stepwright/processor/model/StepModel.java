package io.stepwright.processor.model;

import io.stepwright.processor.diagnostics.Place;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step as it is declared.
 *
 * @param name its name
 * @param namePlace where the name stands
 * @param method its method
 * @param value what it brings
 * @param after the steps that it says it runs after
 * @param model what {@code @Model} says, or null
 * @param prompt what {@code @Prompt} says, or null
 * @param timeout what {@code @Timeout} says, or null
 * @param sideEffect whether it is a side effect
 */
public record StepModel(
    String name,
    Place namePlace,
    MethodModel method,
    ValueModel value,
    List<Named> after,
    @Nullable ModelRef model,
    @Nullable PromptText prompt,
    @Nullable Limits timeout,
    boolean sideEffect) {

  /**
   * What {@code @Model} says.
   *
   * @param name the model
   * @param temperature NaN if it is not set
   * @param maxOutputTokens 0 if it is not set
   * @param place where the annotation stands
   * @param temperaturePlace where the temperature stands
   * @param maxOutputTokensPlace where the limit stands
   */
  public record ModelRef(
      Named name,
      double temperature,
      int maxOutputTokens,
      Place place,
      Place temperaturePlace,
      Place maxOutputTokensPlace) {}

  /**
   * What {@code @Prompt} says.
   *
   * @param user the user message
   * @param system the system message, or null
   * @param place where the annotation stands
   */
  public record PromptText(Named user, @Nullable Named system, Place place) {}

  /**
   * What {@code @Timeout} says.
   *
   * @param total the limit of the whole step
   * @param attempt the limit of one attempt, or null
   */
  public record Limits(LimitText total, @Nullable LimitText attempt) {}

  /**
   * A duration in an annotation.
   *
   * @param text as it is written
   * @param value what it means, or null if it means nothing
   */
  public record LimitText(Named text, @Nullable Duration value) {}

  /** Whether the method has no body: a model answers it. */
  public boolean isAbstract() {
    return method.is(MethodModel.Modifier.ABSTRACT);
  }

  /**
   * Roughly how long it takes, relative to other steps: a model call takes ten times as long as
   * code.
   */
  public int cost() {
    return isAbstract() ? 10 : 1;
  }
}
