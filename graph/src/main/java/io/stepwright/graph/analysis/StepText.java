package io.stepwright.graph.analysis;

import io.stepwright.descriptor.EntryPointDescriptor.BindingDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.ConditionDescriptor;
import io.stepwright.descriptor.StepDescriptor;
import io.stepwright.descriptor.StepDescriptor.CacheDescriptor;
import io.stepwright.descriptor.StepDescriptor.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Describes steps in a few words. Never includes the content of a prompt. */
public final class StepText {

  private StepText() {}

  /**
   * Returns the means by which a step produces its value: {@code template · gpt-4o-mini}, {@code
   * regex, then gpt-4o}.
   */
  public static String work(StepDescriptor step) {
    String kind = step.kind().name().toLowerCase(Locale.ROOT);
    if (step.model() == null) {
      return kind;
    }
    if (step.regex() != null && step.kind() == Kind.MODEL) {
      return "regex, then " + step.model();
    }
    return kind + " · " + step.model();
  }

  /**
   * Returns the checks of the result, and the effect of a failed item on the step: {@code checked
   * by sums and quotes}, {@code failing items left empty}.
   */
  public static List<String> judged(StepDescriptor step) {
    List<String> texts = new ArrayList<>();
    if (!step.checks().isEmpty()) {
      texts.add("checked by " + String.join(" and ", step.checks()));
    }
    if (step.onFailure() != null) {
      texts.add(
          step.onFailure().equals("leave_empty")
              ? "failing items left empty"
              : "failing items give their failure");
    }
    return texts;
  }

  /** Returns the cache rule: {@code ≥ 0.95 on ticket.text, 1h}, {@code exact, 1h}. */
  public static String cache(CacheDescriptor cache) {
    String how = cache.isSemantic() ? "≥ " + cache.similarity() : "exact";
    String on = cache.isSemantic() && cache.on() != null ? " on " + cache.on() : "";
    return how + on + (cache.ttl() == null ? "" : ", " + duration(cache.ttl()));
  }

  /** Returns the list over which a step fans out: {@code each of ticket.attachments, 4 at once}. */
  public static String each(BindingDescriptor each) {
    return "each of " + each.from() + ", " + each.atOnce() + " at once";
  }

  /** Converts an ISO-8601 duration to the form of annotations: {@code 1h}, {@code 90s}. */
  public static String duration(String iso) {
    return duration(Duration.parse(iso));
  }

  /** Returns a duration in the form of annotations. */
  public static String duration(Duration duration) {
    long millis = duration.toMillis();
    if (millis == 0 || millis % 1000 != 0) {
      return millis < 1000 ? millis + "ms" : String.format(Locale.ROOT, "%.1fs", millis / 1000.0);
    }
    long seconds = millis / 1000;
    if (seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  /** Returns the inputs: {@code ticket, order from orders.first (optional)}. */
  public static String inputs(List<BindingDescriptor> inputs) {

    return inputs.stream().map(StepText::input).collect(Collectors.joining(", "));
  }

  /** Returns the conditions: {@code ticket.plan is ENTERPRISE and angry}. */
  public static String conditions(List<ConditionDescriptor> when) {
    return when.stream().map(ConditionDescriptor::test).collect(Collectors.joining(" and "));
  }

  private static String input(BindingDescriptor input) {
    String from = input.from().equals(input.parameter()) ? "" : " from " + input.from();
    return input.parameter() + from + (input.required() ? "" : " (optional)");
  }
}
