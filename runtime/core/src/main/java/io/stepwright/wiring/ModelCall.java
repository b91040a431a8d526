package io.stepwright.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model call at compile time: which model, and how its answer becomes a value.
 * Immutable; a constant of the generated class.
 *
 * @param <T> the type of the value
 * @param model the model as the annotation names it
 * @param fallback the models that are asked if it does not answer, in this order, as the annotation
 *     names them
 * @param schema the strict JSON Schema of the answer, or null for plain text
 * @param schemaName the schema's name, letters, digits, {@code _} and {@code -} only; null for
 *     plain text
 * @param decoder what makes a value of the answer; null for plain text
 * @param temperature the sampling temperature, NaN if the server decides
 * @param maxOutputTokens the most tokens of an answer, 0 if the server decides
 * @param checks what judges the value, in this order
 */
public record ModelCall<T>(
    String model,
    List<String> fallback,
    @Nullable String schema,
    @Nullable String schemaName,
    @Nullable JsonDecoder<T> decoder,
    double temperature,
    int maxOutputTokens,
    List<ResultCheck.Named<T>> checks) {

  /** Copies the lists. */
  public ModelCall {
    fallback = List.copyOf(fallback);
    checks = List.copyOf(checks);
  }

  /** A call whose answer is plain text. */
  public static ModelCall<String> text(String model) {
    return new ModelCall<>(model, List.of(), null, null, null, Double.NaN, 0, List.of());
  }

  /** A call whose answer is JSON of the given schema. */
  public static <T> ModelCall<T> json(
      String model, String schemaName, String schema, JsonDecoder<T> decoder) {
    return new ModelCall<>(model, List.of(), schema, schemaName, decoder, Double.NaN, 0, List.of());
  }

  /** This call with models that are asked, in this order, if the first does not answer. */
  public ModelCall<T> fallback(String... models) {
    return new ModelCall<>(
        model, List.of(models), schema, schemaName, decoder, temperature, maxOutputTokens, checks);
  }

  /** This call with a sampling temperature. */
  public ModelCall<T> temperature(double temperature) {
    return new ModelCall<>(
        model, fallback, schema, schemaName, decoder, temperature, maxOutputTokens, checks);
  }

  /** This call with a limit on the tokens of an answer. */
  public ModelCall<T> maxOutputTokens(int maxOutputTokens) {
    return new ModelCall<>(
        model, fallback, schema, schemaName, decoder, temperature, maxOutputTokens, checks);
  }

  /** This call with one more check of its value, after those that it has. */
  public ModelCall<T> check(String name, ResultCheck<? super T> check) {
    List<ResultCheck.Named<T>> more = new ArrayList<>(checks);
    more.add(new ResultCheck.Named<>(name, check));
    return new ModelCall<>(
        model, fallback, schema, schemaName, decoder, temperature, maxOutputTokens, more);
  }

  /**
   * This call with a value that is made of its own one. Checks of the own value are not carried
   * over.
   *
   * @param <R> the type of the new value
   * @param mapping makes the new value
   * @throws IllegalStateException if the answer is plain text
   */
  public <R> ModelCall<R> map(Function<? super T, ? extends R> mapping) {
    JsonDecoder<T> own = decoder;
    if (own == null) {
      throw new IllegalStateException("A call for plain text makes no other value.");
    }
    JsonDecoder<R> mapped = json -> mapping.apply(own.decode(json));
    return new ModelCall<>(
        model, fallback, schema, schemaName, mapped, temperature, maxOutputTokens, List.of());
  }
}
