package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.FakeModel;
import io.stepwright.processor.testing.LargeAgents;
import io.stepwright.processor.testing.RunningAgent;
import io.stepwright.processor.testing.TestCompiler;
import io.stepwright.runtime.AgentResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Agents just below a limit compile; agents just above it are reported with the place. */
class SizesTest {

  private static final String MODEL =
      "@Timeout(value = \"9s\", attempt = \"2s\") @Retry(maxAttempts = 4)"
          + " @Cached(similarity = 0.9, ttl = \"3h\", guards = {Guard.NUMBERS})"
          + " @Model(value = \"m\", fallback = {\"x\", \"y\"}, temperature = 0.25)"
          + " @Prompt(system = \"Be kind\", value = \"Say {{x}}\")";

  static Stream<Arguments> smallEnough() {
    Stream<Arguments> large =
        Stream.of(
            Arguments.of(
                "1,000 model steps in a row",
                TestCompiler.ECJ,
                LargeAgents.chain(1_000, MODEL, ";")),
            Arguments.of("1,199 steps in a row", TestCompiler.JAVAC, LargeAgents.chain(1_199)),
            Arguments.of("100 layers of 10", TestCompiler.JAVAC, LargeAgents.layers(100, 10)),
            Arguments.of("1,000 steps before one", TestCompiler.JAVAC, LargeAgents.after(1_000)),
            Arguments.of(
                "a sealed interface of 900 records", TestCompiler.JAVAC, LargeAgents.sealed(900)),
            // The Eclipse compiler needs minutes for these cases.
            Arguments.of("5,000 slots", TestCompiler.JAVAC, LargeAgents.prompt(5_000, "")),
            Arguments.of("600 entry points", TestCompiler.JAVAC, LargeAgents.entryPoints(600)));
    return Stream.concat(large, smallEnoughOnBoth());
  }

  private static Stream<Arguments> smallEnoughOnBoth() {
    return both(
        Arguments.of("300 model steps in a row", LargeAgents.chain(300, MODEL, ";")),
        Arguments.of("1,500 slots", LargeAgents.prompt(1_500, "")),
        Arguments.of("2,000 slots, cached", LargeAgents.prompt(2_000, "@Cached")),
        Arguments.of("253 parameters", LargeAgents.parameters(253, "String")),
        Arguments.of("126 longs", LargeAgents.parameters(126, "long")),
        Arguments.of("512 values", LargeAgents.records(10, "")),
        Arguments.of("a path of 50 accessors", LargeAgents.path(50)),
        Arguments.of("50 conditions", LargeAgents.conditions(50)),
        Arguments.of("128 tools of each of 10 steps", LargeAgents.tools(10, 128)),
        Arguments.of("60 models that ask each other", LargeAgents.toolChain(60)),
        Arguments.of("200 optional components", LargeAgents.optionals(200)),
        Arguments.of(
            "an expression of 10,000 instructions", LargeAgents.regex("a{996}b{1000}".repeat(5))),
        Arguments.of(
            "250 groups in each other", LargeAgents.regex("(".repeat(250) + ")".repeat(250))));
  }

  static Stream<Arguments> tooLarge() {
    return both(
        Arguments.of("TooManySteps", LargeAgents.chain(1_201)),
        Arguments.of("TooManySteps", LargeAgents.chain(5_000)),
        Arguments.of("TooManySteps", LargeAgents.chain(1_200)), // plus one entry point
        Arguments.of("TooManySteps", LargeAgents.layers(50, 24)),
        Arguments.of("TooManySteps", LargeAgents.layers(6, 120)),
        Arguments.of("TooManySteps", LargeAgents.alternatives(101)),
        Arguments.of("TooManySteps", LargeAgents.conditions(51)),
        Arguments.of("TooManyValues", LargeAgents.prompt(5_001, "")),
        Arguments.of("TooManyValues", LargeAgents.records(11, "")),
        Arguments.of("TooManyValues", LargeAgents.records(22, "")),
        Arguments.of("TooManyValues", LargeAgents.records(60, "@Cached")),
        Arguments.of("TooManyValues", LargeAgents.endless()),
        Arguments.of("TooManyValues", LargeAgents.sealed(1_001)),
        Arguments.of("UnknownSlot", LargeAgents.path(51)),
        Arguments.of("UnknownSlot", LargeAgents.path(5_000)),
        Arguments.of("TooManyParameters", LargeAgents.parameters(254, "String")),
        Arguments.of("TooManyParameters", LargeAgents.parameters(127, "double")),
        Arguments.of("ToolLimit", LargeAgents.tools(2, 129)),
        Arguments.of("TooManySteps", LargeAgents.tools(1, 1_199)),
        Arguments.of("TooManyValues", LargeAgents.tools(100, 128)),
        Arguments.of("RegexSize", LargeAgents.regex("a{1000}b{1000}".repeat(5))),
        Arguments.of("RegexSize", LargeAgents.regex("(".repeat(251) + ")".repeat(251))),
        Arguments.of("RegexSize", LargeAgents.regex("(".repeat(5_000) + ")".repeat(5_000))),
        Arguments.of("RegexSize", LargeAgents.regex("([" + "a".repeat(30_000) + "]{1000}){1000}")));
  }

  private static Stream<Arguments> both(Arguments... cases) {
    return Stream.of(cases)
        .flatMap(
            each ->
                TestCompiler.current().stream()
                    .map(compiler -> Arguments.of(each.get()[0], compiler, each.get()[1])));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("smallEnough")
  void compiles(String size, TestCompiler compiler, String source) throws InterruptedException {
    Compiled compiled = compile(compiler, source);
    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.succeeded()).as(compiled.output()).isTrue();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("tooLarge")
  void isTold(String id, TestCompiler compiler, String source) throws InterruptedException {
    Compiled compiled = compile(compiler, source);
    assertThat(compiled.errors())
        .as(compiled.output())
        .isNotEmpty()
        .allSatisfy(
            error -> {
              assertThat(error.id()).isEqualTo(id);
              assertThat(error.line()).isPositive();
            });
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void listsThatAreTooLongAndTooManyAreToldAsBoth(TestCompiler compiler)
      throws InterruptedException {
    Compiled compiled = compile(compiler, LargeAgents.tools(599, 600));
    assertThat(compiled.errors())
        .as(compiled.output())
        .extracting(error -> error.id())
        .contains("ToolLimit")
        .isSubsetOf("ToolLimit", "TooManyValues");
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void whatIsWrittenInPiecesRuns(TestCompiler compiler) throws Throwable {
    assertThat(run(compiler, LargeAgents.chain(400), ".")).isEqualTo(".".repeat(401));
    assertThat(run(compiler, LargeAgents.layers(20, 20), 7)).isEqualTo(layers(20, 20, 7));
    assertThat(run(compiler, LargeAgents.alternatives(100), "k77")).isEqualTo("e77");
    assertThat(run(compiler, LargeAgents.alternatives(100), "k")).isEqualTo("other");
    assertThat(run(compiler, LargeAgents.strands(2, 400), ".")).isEqualTo(".".repeat(2 * 401));
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void stepsOfEveryKindRunInPieces(TestCompiler compiler) throws Throwable {
    Compiled compiled = compile(compiler, LargeAgents.everyKind());
    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.source("app/WiredLarge.java")).contains("private final class RunSteps");
    try (RunningAgent agent = new RunningAgent(compiled, "Large", new FakeModel(asked -> "x"))) {
      String even = "All[reply=even[aA, bB], sure=Optional[ab?], later=ab!, pair=[aA, bB]]";
      assertThat(agent.call("run", "ab")).hasToString(even);
      assertThat(((CompletableFuture<?>) agent.call("soon", "ab")).get()).hasToString(even);
      assertThat(agent.call("run", "a"))
          .hasToString("All[reply=odd-, sure=Optional.empty, later=a!, pair=[aA]]");
      assertThat(((AgentResult<?>) agent.call("ask", "ab")).value()).isEqualTo("x");
      assertThat(agent.call("row", "ab")).isEqualTo("ab");
      agent.call("action", "ab");
      assertThat(agent.call("notes")).isEqualTo(List.of("ab!"));
    }
  }

  /** Returns the result of the layers of {@link LargeAgents#layers}. */
  private static int layers(int layers, int width, int in) {
    int each = in % 1000 + 1;
    for (int i = 1; i < layers; i++) {
      each = each * width % 1000 + 1;
    }
    return each;
  }

  private static Object run(TestCompiler compiler, String source, Object input) throws Throwable {
    Compiled compiled = compile(compiler, source);
    assertThat(compiled.errors()).isEmpty();
    try (RunningAgent agent = new RunningAgent(compiled, "Large", new FakeModel(request -> "x"))) {
      return agent.call("run", input);
    }
  }

  /**
   * Compiles on a thread with the stack size that a compiler has in Maven and on the command line.
   */
  private static Compiled compile(TestCompiler compiler, String source)
      throws InterruptedException {
    AtomicReference<Compiled> compiled = new AtomicReference<>();
    AtomicReference<Throwable> failed = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () ->
                compiled.set(
                    Compilation.with(compiler)
                        .withFiles()
                        .source("app/Large.java", source)
                        .compile()),
            "compiler",
            1 << 20);
    thread.setUncaughtExceptionHandler((on, thrown) -> failed.set(thrown));
    thread.start();
    thread.join();
    assertThat(failed.get()).isNull();
    return compiled.get();
  }
}
