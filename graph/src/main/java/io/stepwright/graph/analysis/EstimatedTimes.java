package io.stepwright.graph.analysis;

import io.stepwright.descriptor.StepDescriptor;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Step times that the user has estimated for models and kinds of steps. Steps without an estimate
 * have the time of their kind.
 */
public final class EstimatedTimes implements StepTimes {

  private static final Pattern SIMPLE = Pattern.compile("(\\d+)(ms|s|m|h)");

  private final Map<String, Duration> estimates;

  private EstimatedTimes(Map<String, Duration> estimates) {
    this.estimates = estimates;
  }

  /**
   * Parses estimates such as {@code gpt-4o-mini=400ms,ollama/llama3:8b=80ms,code=5ms}. The names
   * are models as written in {@code @Model}, or {@code model}, {@code code}, {@code regex} and
   * {@code template} for all other steps of the kind.
   *
   * @throws IllegalArgumentException if an estimate does not have this form
   */
  public static StepTimes parse(String text) {
    Map<String, Duration> estimates = new LinkedHashMap<>();
    for (String estimate : text.split(",", -1)) {
      if (estimate.isBlank()) {
        continue;
      }
      int equals = estimate.lastIndexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "The estimate \"" + estimate.strip() + "\" is not of the form model=400ms");
      }
      estimates.put(
          estimate.substring(0, equals).strip(), duration(estimate.substring(equals + 1).strip()));
    }
    return estimates.isEmpty() ? StepTimes.byKind() : new EstimatedTimes(Map.copyOf(estimates));
  }

  @Override
  public Time of(StepDescriptor step) {
    Duration estimate = step.model() == null ? null : estimates.get(step.model());
    String kind = step.model() == null ? step.kind().name().toLowerCase(Locale.ROOT) : "model";
    Duration byKind = estimate == null ? estimates.get(kind) : estimate;
    return byKind == null ? StepTimes.byKind().of(step) : new Time(byKind, true);
  }

  @Override
  public String description() {
    return "by the given estimates; without one, a model call counts 1 s and code 100 ms";
  }

  private static Duration duration(String text) {
    Matcher simple = SIMPLE.matcher(text);
    try {
      if (!simple.matches()) {
        return Duration.parse(text);
      }
      long amount = Long.parseLong(simple.group(1));
      return switch (simple.group(2)) {
        case "ms" -> Duration.ofMillis(amount);
        case "s" -> Duration.ofSeconds(amount);
        case "m" -> Duration.ofMinutes(amount);
        default -> Duration.ofHours(amount);
      };
    } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no time; write it as 400ms, 2s, 5m or PT0.4S", e);
    }
  }
}
