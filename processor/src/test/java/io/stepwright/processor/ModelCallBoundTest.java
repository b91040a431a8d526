package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.FakeModel;
import io.stepwright.processor.testing.RunningAgent;
import io.stepwright.processor.testing.TestCompiler;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the bound of model calls that is shown beside a graph with the calls of runs. */
class ModelCallBoundTest {

  private static Compiled compile(int attempts, String fallback) {
    return Compilation.with(TestCompiler.JAVAC)
        .source(
            "app/Bounds.java",
            """
            package app;
            import io.stepwright.*;
            import java.util.*;
            @Agent public interface Bounds {
              record Out(int whole, List<Optional<Integer>> pages, List<Optional<Integer>> notes) {}
              @EntryPoint Out run(List<String> in, List<String> other);
              @AgentStep @Model(value = "m"FALLBACK) @Retry(maxAttempts = ATTEMPTS)
              @Prompt("whole {{in}}") int whole(List<String> in);
              @AgentStep @Model(value = "m"FALLBACK) @Retry(maxAttempts = ATTEMPTS)
              @Prompt("page {{page}}")
              int pages(@Each(value = "in", onFailure = OnFailure.LEAVE_EMPTY) String page);
              @AgentStep @Model("m") @Retry(maxAttempts = 1) @Prompt("note {{note}}")
              int notes(@Each(value = "other", onFailure = OnFailure.LEAVE_EMPTY) String note);
            }
            """
                .replace("FALLBACK", fallback)
                .replace("ATTEMPTS", String.valueOf(attempts)))
        .compile();
  }

  /** Every answer is unusable, except the last possible one of the step without a list. */
  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "1, 1", "2, 1", "2, 2"})
  void isReachedAndNeverPassed(int attempts, int fallbacks) throws Throwable {
    String fallback =
        fallbacks == 0
            ? ""
            : ", fallback = {%s}"
                .formatted(String.join(", ", List.of("\"n\"", "\"o\"").subList(0, fallbacks)));
    int perStep = attempts * (1 + fallbacks);
    Compiled compiled = compile(attempts, fallback);
    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.source("app/WiredBounds.java"))
        .contains(
            "model calls: %1$d at most, and %1$d for each of in, and 1 for each of other"
                .formatted(perStep));
    assertThat(compiled.resource("META-INF/stepwright/app.Bounds.json"))
        .contains("\"mostModelCallsPerItem\": {\"in\": %d, \"other\": 1}".formatted(perStep));

    Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    FakeModel model =
        new FakeModel(
            request -> {
              String kind = request.step().step();
              int number =
                  asked.computeIfAbsent(kind, unseen -> new AtomicInteger()).incrementAndGet();
              return kind.equals("whole") && number == perStep ? "{\"value\":1}" : "no JSON";
            });
    try (RunningAgent agent = new RunningAgent(compiled, "Bounds", model)) {
      agent.call("run", Collections.nCopies(3, "p"), Collections.nCopies(5, "n"));
    }
    Map<String, Integer> calls = new TreeMap<>();
    asked.forEach((kind, count) -> calls.put(kind, count.get()));
    assertThat(calls)
        .containsExactly(
            Map.entry("note", 5), Map.entry("page", 3 * perStep), Map.entry("whole", perStep));
  }

  @Test
  void saysWhatItDoesNotCount() {
    Compiled compiled =
        Compilation.with(TestCompiler.JAVAC)
            .source(
                "app/Code.java",
                """
                package app;
                import io.stepwright.*;
                @Agent public abstract class Code {
                  @EntryPoint("code") public abstract String run(String in);
                  @AgentStep @Model("m") @Prompt("{{in}}") protected abstract String asked(String in);
                  @AgentStep protected String code(String in) { return asked(in) + asked(in); }
                }
                """)
            .compile();
    assertThat(compiled.source("app/WiredCode.java"))
        .contains("model calls: 0 at most\n *   beside those that code makes");
  }
}
