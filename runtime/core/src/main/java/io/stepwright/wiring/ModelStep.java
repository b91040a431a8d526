package io.stepwright.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A step that a model answers, with the models to ask and the decoder of the answer. Immutable; a
 * constant of the generated class.
 *
 * @param <T> the type of the value
 */
public final class ModelStep<T> extends StepInfo {

  private static final int MOST_OF_NAME = 64;

  private final Question<T> question;

  /** The rule of the question with the fingerprint of the question, unless it has its own. */
  private final @Nullable CacheRule cache;

  private ModelStep(StepTraits traits, Question<T> question) {
    super(traits);
    this.question = question;
    CacheRule rule = question.cache();
    cache =
        rule != null && rule.fingerprint().isEmpty()
            ? rule.fingerprint(question.fingerprint())
            : rule;
  }

  /**
   * The question to a model, except its messages.
   *
   * @param model the model as the annotation names it
   * @param fallback the models to ask, in order, if the model does not answer
   * @param cache the cache rule, or null
   * @param schema the strict JSON Schema of the answer, or null for plain text
   * @param schemaName the schema's name; null for plain text
   * @param decoder the decoder of the answer; null for plain text
   * @param temperature the sampling temperature; NaN if the server decides
   * @param maxOutputTokens the maximum number of tokens of an answer; 0 if the server decides
   * @param checks the checks of the value, in order
   * @param fingerprint a digest of the question; empty if it is not known
   */
  private record Question<T>(
      String model,
      List<String> fallback,
      @Nullable CacheRule cache,
      @Nullable String schema,
      @Nullable String schemaName,
      @Nullable JsonDecoder<T> decoder,
      double temperature,
      int maxOutputTokens,
      List<ResultCheck.Named<T>> checks,
      String fingerprint) {

    /** Returns a copy with another type of answer and without checks. */
    <R> Question<R> answered(
        @Nullable String newSchema, @Nullable String newName, JsonDecoder<R> newDecoder) {
      return new Question<>(
          model,
          fallback,
          cache,
          newSchema,
          newName,
          newDecoder,
          temperature,
          maxOutputTokens,
          List.of(),
          fingerprint);
    }

    /** Returns a copy with other fallback models and settings. */
    Question<T> with(
        List<String> newFallback,
        @Nullable CacheRule newCache,
        double newTemperature,
        int newMaxOutputTokens,
        List<ResultCheck.Named<T>> newChecks,
        String newFingerprint) {
      return new Question<>(
          model,
          newFallback,
          newCache,
          schema,
          schemaName,
          decoder,
          newTemperature,
          newMaxOutputTokens,
          newChecks,
          newFingerprint);
    }
  }

  /**
   * A step whose answer is plain text.
   *
   * @param model the model as the annotation names it
   */
  public static ModelStep<String> text(AgentInfo agent, String name, String model) {
    return new ModelStep<>(
        StepTraits.of(agent, name),
        new Question<>(model, List.of(), null, null, null, null, Double.NaN, 0, List.of(), ""));
  }

  /**
   * A step whose answer is JSON.
   *
   * @param model the model as the annotation names it
   * @param schema the strict JSON Schema of the answer
   */
  public static <T> ModelStep<T> json(
      AgentInfo agent, String name, String model, String schema, JsonDecoder<T> decoder) {
    return text(agent, name, model).json(name, schema, decoder);
  }

  /**
   * Returns a step whose answers fill the files of a template. Each file has another schema: see
   * {@link #json(String, String, JsonDecoder)}.
   *
   * @param model the model as the annotation names it
   */
  public static ModelStep<?> template(AgentInfo agent, String name, String model) {
    return text(agent, name, model);
  }

  /**
   * Returns a copy whose answer is JSON. Checks are not carried over.
   *
   * @param <R> the type of the new value
   * @param schemaName the name of the answer that the model receives; characters that providers do
   *     not accept are replaced
   * @param schema the strict JSON Schema of the answer
   */
  public <R> ModelStep<R> json(String schemaName, String schema, JsonDecoder<R> decoder) {
    return new ModelStep<>(traits(), question.answered(schema, nameOfSchema(schemaName), decoder));
  }

  /**
   * Returns a name that providers accept: at most 64 ASCII letters, digits, underscores and dashes.
   */
  private static String nameOfSchema(String wanted) {
    StringBuilder name = new StringBuilder(Math.min(wanted.length(), MOST_OF_NAME));
    for (int i = 0; i < Math.min(wanted.length(), MOST_OF_NAME); i++) {
      char c = wanted.charAt(i);
      boolean taken =
          c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
      name.append(taken ? c : '_');
    }
    return name.toString();
  }

  /** Returns a copy with models to ask, in order, if the first model does not answer. */
  public ModelStep<T> fallback(String... models) {
    return with(
        List.of(models),
        question.cache(),
        temperature(),
        maxOutputTokens(),
        checks(),
        question.fingerprint());
  }

  /** Returns a copy whose answers are cached. */
  public ModelStep<T> cached(CacheRule cache) {
    return with(
        fallback(), cache, temperature(), maxOutputTokens(), checks(), question.fingerprint());
  }

  /** Returns a copy with a sampling temperature. */
  public ModelStep<T> temperature(double temperature) {
    return with(
        fallback(),
        question.cache(),
        temperature,
        maxOutputTokens(),
        checks(),
        question.fingerprint());
  }

  /** Returns a copy with a maximum number of tokens of an answer. */
  public ModelStep<T> maxOutputTokens(int maxOutputTokens) {
    return with(
        fallback(),
        question.cache(),
        temperature(),
        maxOutputTokens,
        checks(),
        question.fingerprint());
  }

  /** Returns a copy with one more check of the value, after the existing checks. */
  public ModelStep<T> check(String name, ResultCheck<? super T> check) {
    List<ResultCheck.Named<T>> more = new ArrayList<>(checks());
    more.add(new ResultCheck.Named<>(name, check));
    return with(
        fallback(),
        question.cache(),
        temperature(),
        maxOutputTokens(),
        List.copyOf(more),
        question.fingerprint());
  }

  /**
   * Returns a copy with a digest of all that is known of the question at compile time: prompts,
   * model, settings and the schema of the answer.
   */
  public ModelStep<T> fingerprint(String fingerprint) {
    return with(
        fallback(), question.cache(), temperature(), maxOutputTokens(), checks(), fingerprint);
  }

  private ModelStep<T> with(
      List<String> fallback,
      @Nullable CacheRule cache,
      double temperature,
      int maxOutputTokens,
      List<ResultCheck.Named<T>> checks,
      String fingerprint) {
    return new ModelStep<>(
        traits(),
        question.with(fallback, cache, temperature, maxOutputTokens, checks, fingerprint));
  }

  /**
   * Returns a copy whose value is mapped to another one. Checks are not carried over.
   *
   * @param <R> the type of the new value
   * @param mapping makes the new value
   * @throws IllegalStateException if the answer is plain text
   */
  public <R> ModelStep<R> map(Function<? super T, ? extends R> mapping) {
    JsonDecoder<T> own = decoder();
    if (own == null) {
      throw new IllegalStateException("An answer that is plain text makes no other value.");
    }
    JsonDecoder<R> mapped = json -> mapping.apply(own.decode(json));
    return new ModelStep<>(traits(), question.answered(schema(), schemaName(), mapped));
  }

  @Override
  ModelStep<T> with(StepTraits other) {
    return new ModelStep<>(other, question);
  }

  @Override
  public ModelStep<T> within(Duration timeout) {
    return with(super.within(timeout).traits());
  }

  @Override
  public ModelStep<T> attemptWithin(Duration attemptTimeout) {
    return with(super.attemptWithin(attemptTimeout).traits());
  }

  @Override
  public ModelStep<T> retry(int maxAttempts) {
    return with(super.retry(maxAttempts).traits());
  }

  @Override
  public ModelStep<T> withSideEffect() {
    return with(super.withSideEffect().traits());
  }

  @Override
  public ModelStep<T> withSideEffectOfTools() {
    return with(super.withSideEffectOfTools().traits());
  }

  @Override
  public ModelStep<T> atOnce(int items) {
    return with(super.atOnce(items).traits());
  }

  @Override
  public ModelStep<T> leavingEmpty() {
    return with(super.leavingEmpty().traits());
  }

  @Override
  public ModelStep<T> givingFailures() {
    return with(super.givingFailures().traits());
  }

  @Override
  public ModelStep<T> alternative(String method) {
    return with(super.alternative(method).traits());
  }

  @Override
  public ModelStep<T> method(String name) {
    return with(super.method(name).traits());
  }

  @Override
  public String model() {
    return question.model();
  }

  @Override
  public List<String> fallback() {
    return question.fallback();
  }

  @Override
  public @Nullable CacheRule cache() {
    return cache;
  }

  /** The strict JSON Schema of the answer, or null for plain text. */
  public @Nullable String schema() {
    return question.schema();
  }

  /**
   * The schema's name, which contains only letters, digits, {@code _} and {@code -}; null for plain
   * text.
   */
  public @Nullable String schemaName() {
    return question.schemaName();
  }

  /** The function that makes a value of the answer; null for plain text. */
  public @Nullable JsonDecoder<T> decoder() {
    return question.decoder();
  }

  /** The sampling temperature; NaN if the server decides. */
  public double temperature() {
    return question.temperature();
  }

  /** The maximum number of tokens of an answer; 0 if the server decides. */
  public int maxOutputTokens() {
    return question.maxOutputTokens();
  }

  /** The checks of the value, in order. */
  public List<ResultCheck.Named<T>> checks() {
    return question.checks();
  }

  /**
   * The digest of all that is known of the question at compile time; empty if the class does not
   * tell.
   */
  public String fingerprint() {
    return question.fingerprint().isEmpty() && cache != null
        ? cache.fingerprint()
        : question.fingerprint();
  }
}
