package io.stepwright.openai.contract;

import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.StepId;
import io.stepwright.spi.ToolChoice;
import io.stepwright.spi.ToolSpec;
import io.stepwright.spi.Turn;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests for tests. */
final class Requests {

  static final Duration LONG = Duration.ofSeconds(60);

  private Requests() {}

  static ModelRequest of(String prompt) {
    return of(prompt, LONG);
  }

  static ModelRequest of(String prompt, Duration timeout) {
    return of("tiny", List.of(new Turn.User(prompt)), List.of(), null, options(timeout));
  }

  static ModelRequest of(List<Turn> turns) {
    return of("tiny", turns, List.of(), null, options(LONG));
  }

  static ModelRequest of(
      String model,
      List<Turn> turns,
      List<ToolSpec> tools,
      ModelRequest.@Nullable Schema schema,
      ModelRequest.Options options) {
    return new ModelRequest(
        new StepId("Agent", "step", "step", ""), model, turns, tools, schema, options);
  }

  static ModelRequest.Options options(Duration timeout) {
    return new ModelRequest.Options(Double.NaN, 0, timeout, "key-of-step", ToolChoice.AUTO, null);
  }
}
