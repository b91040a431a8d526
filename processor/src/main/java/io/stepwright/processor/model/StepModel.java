package io.stepwright.processor.model;

import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.resources.ResourceFiles;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A step as it is declared.
 *
 * @param name its name
 * @param namePlace where the name stands
 * @param method its method
 * @param value what the step brings: if it runs once for each item, the list of what its method
 *     returns
 * @param returned what one call of its method brings
 * @param after the steps that it says it runs after
 * @param when its conditions
 * @param model what {@code @Model} says, or null
 * @param prompt what {@code @Prompt} says, or null
 * @param template what {@code @Template} says, or null
 * @param regex what {@code @Regex} says, or null
 * @param cache what {@code @Cached} says, or null
 * @param retry what {@code @Retry} says, or null
 * @param timeout what {@code @Timeout} says, or null
 * @param sideEffect whether it is a side effect
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
    boolean sideEffect) {

  /** The attempts of a model step that says nothing about them. */
  private static final int USUAL_ATTEMPTS = 3;

  /**
   * What {@code @When} says.
   *
   * @param path the path, with its exclamation mark
   * @param is what the value has to be one of; empty if it has to be true, or there
   * @param place where the annotation stands
   */
  public record WhenText(Named path, List<Named> is, Place place) {}

  /**
   * What {@code @Model} says.
   *
   * @param name the model
   * @param fallback the models that are asked next
   * @param temperature NaN if it is not set
   * @param maxOutputTokens 0 if it is not set
   * @param place where the annotation stands
   * @param temperaturePlace where the temperature stands
   * @param maxOutputTokensPlace where the limit stands
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
   * What {@code @Prompt} says.
   *
   * @param value the user message in the annotation, or null
   * @param system the system message in the annotation, or null
   * @param file the file, or null
   * @param place where the annotation stands
   */
  public record PromptText(
      @Nullable Named value, @Nullable Named system, @Nullable PromptFile file, Place place) {}

  /**
   * A file with a prompt.
   *
   * @param path as the annotation names it, and where it says so
   * @param found what it holds, and where it was looked for
   */
  public record PromptFile(Named path, ResourceFiles.Found found) {}

  /**
   * What {@code @Template} says.
   *
   * @param path the path of its file or files
   * @param place where the annotation stands
   */
  public record TemplateRef(Named path, Place place) {}

  /**
   * What {@code @Regex} says.
   *
   * @param pattern the expression
   * @param on the path to the text, or null
   * @param place where the annotation stands
   */
  public record RegexText(Named pattern, @Nullable Named on, Place place) {}

  /**
   * What {@code @Cached} says.
   *
   * @param similarity the least cosine of a hit
   * @param on the path to the text that is compared by meaning, or null
   * @param ttl how long an answer is remembered
   * @param guards the names of the guards
   * @param servesUnjudged whether a near text is served that cannot be judged
   * @param place where the annotation stands
   * @param similarityPlace where the similarity stands
   * @param guardsPlace where the guards stand
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

    /** Whether texts that differ may share an answer. */
    public boolean isSemantic() {
      return similarity < 1;
    }
  }

  /**
   * What {@code @Retry} says.
   *
   * @param maxAttempts the number
   * @param place where it stands
   */
  public record RetryText(int maxAttempts, Place place) {}

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

  /** This step with other parameters and conditions. */
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
        sideEffect);
  }

  /** What tells its method apart from all others of the agent, alternatives among them. */
  public String id() {
    return method.parameters().stream()
        .map(parameter -> parameter.type().display())
        .collect(Collectors.joining(",", method.name() + "(", ")"));
  }

  /** Whether the method has no body: a model or a regular expression answers it. */
  public boolean isAbstract() {
    return method.is(MethodModel.Modifier.ABSTRACT);
  }

  /** Whether it runs once for each item of a list. */
  public boolean isFanOut() {
    return method.parameters().stream().anyMatch(parameter -> parameter.each() != null);
  }

  /** What becomes of a step with {@code @Each} if an item fails. */
  public ItemFailure itemFailure() {
    return itemFailure(method);
  }

  /** What becomes of a step of that method if an item fails: what one of its lists says. */
  public static ItemFailure itemFailure(MethodModel method) {
    for (ParameterModel parameter : method.parameters()) {
      ParameterModel.EachText each = parameter.each();
      if (each != null && each.onFailure() != ItemFailure.FAIL_RUN) {
        return each.onFailure();
      }
    }
    return ItemFailure.FAIL_RUN;
  }

  /** Whether a regular expression alone answers it. */
  public boolean isRegexAlone() {
    return isAbstract() && regex != null && model == null;
  }

  /** Whether code alone fills its template. */
  public boolean isTemplateAlone() {
    return isAbstract() && template != null && model == null;
  }

  /**
   * Roughly how long it takes, relative to other steps: a model call takes ten times as long as
   * code.
   */
  public int cost() {
    if (isRegexAlone() || isTemplateAlone()) {
      return 0;
    }
    return isAbstract() ? 10 : 1;
  }

  /** The most attempts for each of its models, or of its method. */
  public int attempts() {
    if (sideEffect) {
      return 1;
    }
    if (retry != null) {
      return retry.maxAttempts();
    }
    return model == null ? 1 : USUAL_ATTEMPTS;
  }

  /** The most requests that it sends in a run: the attempts of each model, repairs among them. */
  public int mostModelCalls() {
    return model == null || !isAbstract() ? 0 : attempts() * (1 + model.fallback().size());
  }
}
