package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.EveryCompiler;
import io.stepwright.processor.testing.TestCompiler;
import org.junit.jupiter.api.Test;

/** A class from an earlier generation is reported. */
class NameTakenTest {

  private static final String AGENT =
      """
      package app;

      import io.stepwright.*;

      @Agent
      public interface Ag {
        @EntryPoint String run(String in);

        @AgentStep default String step(String in) { return in; }
      }
      """;

  @EveryCompiler
  void byASourceOfAnEarlierRunOfOurs(TestCompiler compiler) {
    Compiled first = Compilation.with(compiler).source("app/Ag.java", AGENT).compile();

    Compiled second =
        Compilation.with(compiler)
            .source("app/Ag.java", AGENT)
            .source("app/WiredAg.java", first.source("app/WiredAg.java"))
            .compile();

    assertThat(second.errors())
        .singleElement()
        .extracting(Compiled.Message::text)
        .asString()
        .startsWith("[NameTaken]")
        .contains("Stepwright has generated it", "kapt", "<proc>none</proc>")
        .doesNotContain("Rename");
  }

  @Test
  void byAClassThatEcjKnows() {
    Compiled first = Compilation.with(TestCompiler.ECJ).source("app/Ag.java", AGENT).compile();

    Compiled second =
        Compilation.with(TestCompiler.ECJ).into(first).source("app/Ag.java", AGENT).compile();

    assertThat(second.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.text())
                  .startsWith("[NameTaken]")
                  .contains("WiredAg", "Remove the old class")
                  .doesNotContain("bug of Stepwright");
              assertThat(error.line()).isEqualTo(6);
            });
  }

  @Test
  void byNothingForJavac() {
    Compiled first = Compilation.with(TestCompiler.JAVAC).source("app/Ag.java", AGENT).compile();

    Compiled second =
        Compilation.with(TestCompiler.JAVAC).into(first).source("app/Ag.java", AGENT).compile();

    assertThat(second.messages()).isEmpty();
  }
}
