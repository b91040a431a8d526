package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The model that answers a step: {@code name} of the default provider, {@code provider/name}, or an
 * alias from the configuration ({@code stepwright.models.<alias>=provider/name}).
 *
 * <p>Results are {@code String}, primitives and their boxes, enums, {@code BigDecimal}, {@code
 * LocalDate}, {@code LocalTime}, {@code LocalDateTime}, {@code OffsetDateTime}, {@code Instant},
 * {@code Duration}, {@code UUID}, {@code URI}, {@code Currency}, {@code Locale}, records, sealed
 * interfaces of records, and {@code List}, {@code Set}, {@code Optional} and arrays of those.
 * Everything but {@code String} is asked for by a strict JSON Schema that is made at compile time.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Model {

  /** The model's name, {@code provider/name}, or a configured alias. */
  String value();

  /**
   * Models that are asked, in this order, when the ones before have used up their attempts or gave
   * an answer that stays invalid.
   */
  String[] fallback() default {};

  /** The sampling temperature, 0 to 2; not sent when it is NaN. */
  double temperature() default Double.NaN;

  /** The most tokens that the model may write in one answer; no limit of ours when it is 0. */
  int maxOutputTokens() default 0;
}
