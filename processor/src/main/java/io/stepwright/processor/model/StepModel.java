package io.stepwright.processor.model;

import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.resources.ResourceFiles;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A step as it is declared, or a tool that a model answers.
 *
 * @param name its name
 * @param namePlace the position of the name in the source
 * @param method its method
 * @param value the value of the step; for a fan-out, the list of the values that its method returns
 * @param returned the value of one call of its method
 * @param after the steps that it declares to run after
 * @param when its conditions
 * @param model the content of {@code @Model}, or null
 * @param prompt the content of {@code @Prompt}, or null
 * @param template the content of {@code @Template}, or null
 * @param regex the content of {@code @Regex}, or null
 * @param cache the content of {@code @Cached}, or null
 * @param retry the content of {@code @Retry}, or null
 * @param timeout the content of {@code @Timeout}, or null
 * @param tools the content of {@code @Tools}, or null
 * @param sideEffect true if it is a side effect
 * @param tool true if it is a tool, which belongs to no graph
 */
public record StepModel(
    String name,
    Place namePlace,
    MethodModel method,
    ValueModel value,
    ValueModel returned,
    List<Named> after,
    List<WhenText> when,
    @Nullable ModelRef model,
    @Nullable PromptText prompt,
    @Nullable TemplateRef template,
    @Nullable RegexText regex,
    @Nullable CacheText cache,
    @Nullable RetryText retry,
    @Nullable Limits timeout,
    @Nullable ToolsText tools,
    boolean sideEffect,
    boolean tool) {

  /** Default number of attempts of a model step. */
  private static final int USUAL_ATTEMPTS = 3;

  /**
   * The content of {@code @When}.
   *
   * @param path the path, with its exclamation mark if it has one
   * @param is the permitted values; empty if the value has to be true or present
   * @param place the position of the annotation
   */
  public record WhenText(Named path, List<Named> is, Place place) {}

  /**
   * The content of {@code @Model}.
   *
   * @param name the model
   * @param fallback the models to ask, in order, if it fails
   * @param temperature the temperature; NaN if it is not set
   * @param maxOutputTokens the limit in tokens; 0 if it is not set
   * @param place the position of the annotation
   * @param temperaturePlace the position of the temperature
   * @param maxOutputTokensPlace the position of the limit
   */
  public record ModelRef(
      Named name,
      List<Named> fallback,
      double temperature,
      int maxOutputTokens,
      Place place,
      Place temperaturePlace,
      Place maxOutputTokensPlace) {}

  /**
   * The content of {@code @Prompt}.
   *
   * @param value the user message in the annotation, or null
   * @param system the system message in the annotation, or null
   * @param file the file, or null
   * @param place the position of the annotation
   */
  public record PromptText(
      @Nullable Named value, @Nullable Named system, @Nullable PromptFile file, Place place) {}

  /**
   * A prompt file.
   *
   * @param path the path in the annotation, with its position
   * @param found the result of the search for the file
   */
  public record PromptFile(Named path, ResourceFiles.Found found) {}

  /**
   * The content of {@code @Template}.
   *
   * @param path the path of its file or files
   * @param place the position of the annotation
   */
  public record TemplateRef(Named path, Place place) {}

  /**
   * The content of {@code @Regex}.
   *
   * @param pattern the expression
   * @param on the path to the text, or null
   * @param place the position of the annotation
   */
  public record RegexText(Named pattern, @Nullable Named on, Place place) {}

  /**
   * The content of {@code @Cached}.
   *
   * @param similarity the least cosine similarity of a hit
   * @param on the path to the text that is compared by meaning, or null
   * @param ttl the time to live of an answer
   * @param guards the names of the guards
   * @param servesUnjudged true if a similar text is served even if no guard can judge it
   * @param place the position of the annotation
   * @param similarityPlace the position of the similarity
   * @param guardsPlace the position of the guards
   */
  public record CacheText(
      double similarity,
      @Nullable Named on,
      LimitText ttl,
      List<String> guards,
      boolean servesUnjudged,
      Place place,
      Place similarityPlace,
      Place guardsPlace) {

    /** Copies the list. */
    public CacheText {
      guards = List.copyOf(guards);
    }

    /** Returns whether texts that differ may share an answer. */
    public boolean isSemantic() {
      return similarity < 1;
    }
  }

  /**
   * The content of {@code @Retry}.
   *
   * @param maxAttempts the number
   * @param place its position in the source
   */
  public record RetryText(int maxAttempts, Place place) {}

  /**
   * The content of {@code @Timeout}.
   *
   * @param total the limit of the whole step
   * @param attempt the limit of one attempt, or null
   */
  public record Limits(LimitText total, @Nullable LimitText attempt) {}

  /**
   * The content of {@code @Tools}.
   *
   * @param names the names of the tools; empty for all tools of the agent
   * @param turns the most requests to a model
   * @param tokens the most tokens of all turns; 0 if there is no limit
   * @param place the position of the annotation
   * @param turnsPlace the position of {@code turns}
   * @param tokensPlace the position of {@code tokens}
   */
  public record ToolsText(
      List<Named> names, int turns, int tokens, Place place, Place turnsPlace, Place tokensPlace) {}

  /**
   * A duration in an annotation.
   *
   * @param text the duration as it is written
   * @param value the duration, or null if the text is not one
   */
  public record LimitText(Named text, @Nullable Duration value) {}

  /** Returns a copy of this step with other parameters and conditions. */
  public StepModel with(List<ParameterModel> parameters, List<WhenText> conditions) {
    return new StepModel(
        name,
        namePlace,
        method.with(parameters),
        value,
        returned,
        after,
        conditions,
        model,
        prompt,
        template,
        regex,
        cache,
        retry,
        timeout,
        tools,
        sideEffect,
        tool);
  }

  /** Returns the step for the middle of a sentence: {@code step 'solve'}. */
  public String display() {
    return (tool ? "tool '" : "step '") + name + "'";
  }

  /** Returns the step for the beginning of a sentence: {@code Step 'solve'}. */
  public String title() {
    return (tool ? "Tool '" : "Step '") + name + "'";
  }

  /**
   * Returns the signature of its method, which is unique among the methods of the agent,
   * alternatives included.
   */
  public String id() {
    return method.parameters().stream()
        .map(parameter -> parameter.type().display())
        .collect(Collectors.joining(",", method.name() + "(", ")"));
  }

  /**
   * Returns whether the method has no body, so that a model, a regular expression or a template
   * produces the value.
   */
  public boolean isAbstract() {
    return method.is(MethodModel.Modifier.ABSTRACT);
  }

  /** Returns whether the step runs once for each item of a list. */
  public boolean isFanOut() {
    return method.parameters().stream().anyMatch(parameter -> parameter.each() != null);
  }

  /** Returns the effect that a failed item has on a step with {@code @Each}. */
  public ItemFailure itemFailure() {
    return itemFailure(method);
  }

  /**
   * Returns the effect that a failed item has on the step of a method: that of the first list that
   * declares one.
   */
  public static ItemFailure itemFailure(MethodModel method) {
    for (ParameterModel parameter : method.parameters()) {
      ParameterModel.EachText each = parameter.each();
      if (each != null && each.onFailure() != ItemFailure.FAIL_RUN) {
        return each.onFailure();
      }
    }
    return ItemFailure.FAIL_RUN;
  }

  /** Returns the conversation that the step's model is asked to continue, or null. */
  public @Nullable ParameterModel history() {
    return model == null
        ? null
        : method.parameters().stream().filter(ParameterModel::isHistory).findFirst().orElse(null);
  }

  /** Returns whether a regular expression produces the value without a model. */
  public boolean isRegexAlone() {
    return isAbstract() && regex != null && model == null;
  }

  /** Returns whether code fills the template without a model. */
  public boolean isTemplateAlone() {
    return isAbstract() && template != null && model == null;
  }

  /**
   * Returns a rough estimate of its duration, relative to other steps. A model call counts ten
   * times as much as code.
   */
  public int cost() {
    if (isRegexAlone() || isTemplateAlone()) {
      return 0;
    }
    return isAbstract() ? 10 : 1;
  }

  /** Returns the most attempts for each of its models, or for its method. */
  public int attempts() {
    if (sideEffect) {
      return 1;
    }
    if (retry != null) {
      return retry.maxAttempts();
    }
    return model == null ? 1 : USUAL_ATTEMPTS;
  }
}
