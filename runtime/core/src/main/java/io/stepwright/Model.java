package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The model that answers a step: {@code name} of the default provider, {@code provider/name}, or an
 * alias from the configuration: {@code alias:triage} is what {@code stepwright.models.triage} says.
 *
 * <p>Result types are {@code String}, primitives and their boxes, enums, {@code BigDecimal}, {@code
 * LocalDate}, {@code LocalTime}, {@code LocalDateTime}, {@code OffsetDateTime}, {@code Instant},
 * {@code Duration}, {@code UUID}, {@code URI}, {@code Currency}, {@code Locale}, records, sealed
 * interfaces of records, and {@code List}, {@code Set}, {@code Optional} and arrays of those. For
 * every type but {@code String}, the request carries a strict JSON Schema that is generated at
 * compile time.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Model {

  /** The model's name, {@code provider/name}, or {@code alias:} and a configured alias. */
  String value();

  /**
   * Fallback models. They are asked in this order when the models before them have used up their
   * attempts or gave an answer that stays invalid.
   */
  String[] fallback() default {};

  /** The sampling temperature, 0 to 2. NaN leaves it to the server. */
  double temperature() default Double.NaN;

  /** The maximum number of output tokens of one answer. 0 sends no limit. */
  int maxOutputTokens() default 0;
}
