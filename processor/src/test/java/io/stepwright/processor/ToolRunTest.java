package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.EveryCompiler;
import io.stepwright.processor.testing.FakeModel;
import io.stepwright.processor.testing.RunningAgent;
import io.stepwright.processor.testing.TestCompiler;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.ToolSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;

/** Agents with tools, compiled without a warning and run. */
@Timeout(120)
class ToolRunTest {

  private static Compiled compile(TestCompiler compiler, Map<String, String> files, String agent) {
    Compilation compilation =
        Compilation.with(compiler).source("app/Desk.java", agent).option("-parameters");
    if (compiler == TestCompiler.JAVAC) {
      compilation.option("-Xlint:all").option("-Werror");
    } else {
      compilation.option("-warn:+deprecation,removal,raw,unchecked,unused,cast");
    }
    files.forEach(compilation::resource);
    Compiled compiled = compilation.compile();
    assertThat(compiled.errors()).isEmpty();
    // Ecj says more about the agent itself.
    assertThat(compiled.messages())
        .filteredOn(message -> !message.text().startsWith("[ToolUndocumented]"))
        .filteredOn(
            message -> compiler == TestCompiler.JAVAC || !message.file().equals("Desk.java"))
        .isEmpty();
    return compiled;
  }

  private static ToolCall call(String tool, String arguments) {
    return new ToolCall("id-" + tool, tool, arguments);
  }

  // ---------------------------------------------------------------- types

  private static final String TYPES =
      """
      package app;
      import io.stepwright.*;
      import java.math.BigDecimal;
      import java.time.*;
      import java.util.*;
      @Agent
      public interface Desk {
        enum Kind { A, B }
        record Point(int x, Optional<String> label) {}
        sealed interface Shape permits Round, Flat {}
        record Round(double radius) implements Shape {}
        record Flat(List<Point> points) implements Shape {}
        record All(String text, int small, Integer boxed, long big, double real, boolean flag,
            char letter, BigDecimal exact, LocalDate day, Duration time, UUID id, Kind kind,
            Point point, Shape shape, List<Point> points, Set<Kind> kinds, int[] numbers,
            Kind[] array, List<List<Kind>> nested, Optional<String> maybe, Optional<Kind> kindOr,
            Optional<Point> pointOr, Optional<List<Kind>> kindsOr) {}
        @EntryPoint("solve") String run(All all);
        @AgentStep @Model("m") @Prompt("Go {{all.text}}") @Tools String solve(All all);

        /** Chosen. */
        @Tool
        default All chosen(String text, int small, Integer boxed, long big, double real,
            boolean flag, char letter, BigDecimal exact, LocalDate day, Duration time, UUID id,
            Kind kind, Point point, Shape shape, List<Point> points, Set<Kind> kinds,
            int[] numbers, Kind[] array, List<List<Kind>> nested, Optional<String> maybe,
            Optional<Kind> kindOr, Optional<Point> pointOr, Optional<List<Kind>> kindsOr) {
          return new All(text, small, boxed, big, real, flag, letter, exact, day, time, id, kind,
              point, shape, points, kinds, numbers, array, nested, maybe, kindOr, pointOr,
              kindsOr);
        }

        /** Bound. */
        @Tool
        default All bound(@From("all.text") String text, @From("all.small") int small,
            @From("all.boxed") Integer boxed, @From("all.big") long big,
            @From("all.real") double real, @From("all.flag") boolean flag,
            @From("all.letter") char letter, @From("all.exact") BigDecimal exact,
            @From("all.day") LocalDate day, @From("all.time") Duration time,
            @From("all.id") UUID id, @From("all.kind") Kind kind, @From("all.point") Point point,
            @From("all.shape") Shape shape, @From("all.points") List<Point> points,
            @From("all.kinds") Set<Kind> kinds, @From("all.numbers") int[] numbers,
            @From("all.array") Kind[] array, @From("all.nested") List<List<Kind>> nested,
            @From("all.maybe") Optional<String> maybe, @From("all.kindOr") Optional<Kind> kindOr,
            @From("all.pointOr") Optional<Point> pointOr,
            @From("all.kindsOr") Optional<List<Kind>> kindsOr) {
          return chosen(text, small, boxed, big, real, flag, letter, exact, day, time, id, kind,
              point, shape, points, kinds, numbers, array, nested, maybe, kindOr, pointOr,
              kindsOr);
        }

        /** Wider. */
        @Tool
        default long wider(@From("all.small") long small, @From("all.text") CharSequence text,
            @From("all.boxed") Number boxed, @From("all") All whole) {
          return small + text.length() + boxed.longValue() + whole.big();
        }

        /** One. */
        @Tool default int one() { return 1; }
        /** Maybe. */
        @Tool default Optional<Point> maybe(boolean there) {
          return there ? Optional.of(new Point(1, Optional.empty())) : Optional.empty();
        }
        /** Map. */
        @Tool default Map<String, Kind> map() { return Map.of("k", Kind.B); }
        /** Nothing. */
        @Tool default void nothing() {}
        /** Array. */
        @Tool default long[] array(String... texts) { return new long[] {texts.length}; }
      }
      """;

  private static final String ALL =
      "{\"text\":\"t\",\"small\":1,\"boxed\":2,\"big\":3,\"real\":0.5,\"flag\":true,"
          + "\"letter\":\"c\",\"exact\":\"1.20\",\"day\":\"2026-12-01\",\"time\":\"PT2S\","
          + "\"id\":\"00000000-0000-0001-0000-000000000002\",\"kind\":\"B\","
          + "\"point\":{\"x\":1,\"label\":null},\"shape\":{\"type\":\"Flat\",\"points\":[]},"
          + "\"points\":[{\"x\":2,\"label\":\"l\"}],\"kinds\":[\"A\"],\"numbers\":[1,2],"
          + "\"array\":[\"A\",\"B\"],\"nested\":[[\"A\"],[]],\"maybe\":null,\"kindOr\":\"A\","
          + "\"pointOr\":{\"x\":3,\"label\":null},\"kindsOr\":[\"B\"]}";

  @EveryCompiler
  void argumentsAndResultsHaveAnyType(TestCompiler compiler) throws Throwable {
    Compiled compiled = compile(compiler, Map.of(), TYPES);
    FakeModel model =
        FakeModel.calling(
            request ->
                List.of(
                    call("chosen", ALL),
                    call("bound", "{}"),
                    call("wider", "{}"),
                    call("one", "{}"),
                    call("maybe", "{\"there\":true}"),
                    new ToolCall("x", "maybe", "{\"there\":false}"),
                    call("map", "{}"),
                    call("nothing", ""),
                    call("array", "{\"texts\":[\"a\",\"b\"]}")),
            request -> "done");
    try (RunningAgent agent = new RunningAgent(compiled, "Desk", model)) {
      Object kind = agent.constant("Kind", "B");
      Object array = java.lang.reflect.Array.newInstance(kind.getClass(), 1);
      java.lang.reflect.Array.set(array, 0, kind);
      Object point = agent.make("Point", 7, Optional.of("p"));
      Object all =
          agent.make(
              "All",
              "text",
              10,
              20,
              30L,
              1.5,
              false,
              'd',
              new BigDecimal("3.40"),
              java.time.LocalDate.of(2026, 1, 2),
              java.time.Duration.ofMinutes(1),
              new java.util.UUID(5, 6),
              kind,
              point,
              agent.make("Round", 2.5),
              List.of(point),
              java.util.Set.of(kind),
              new int[] {9},
              array,
              List.of(List.of(kind)),
              Optional.of("m"),
              Optional.empty(),
              Optional.of(point),
              Optional.empty());
      assertThat(agent.call("run", all)).isEqualTo("done");
    }
    List<String> told = FakeModel.told(model.requests().get(1));
    // Models write decimals as strings, and read them as numbers.
    assertThat(told.get(0)).isEqualTo(ALL.replace("\"1.20\"", "1.20"));
    assertThat(told.get(1))
        .isEqualTo(
            "{\"text\":\"text\",\"small\":10,\"boxed\":20,\"big\":30,\"real\":1.5,\"flag\":false,"
                + "\"letter\":\"d\",\"exact\":3.40,\"day\":\"2026-01-02\",\"time\":\"PT1M\","
                + "\"id\":\"00000000-0000-0005-0000-000000000006\",\"kind\":\"B\","
                + "\"point\":{\"x\":7,\"label\":\"p\"},"
                + "\"shape\":{\"type\":\"Round\",\"radius\":2.5},"
                + "\"points\":[{\"x\":7,\"label\":\"p\"}],\"kinds\":[\"B\"],\"numbers\":[9],"
                + "\"array\":[\"B\"],\"nested\":[[\"B\"]],\"maybe\":\"m\",\"kindOr\":null,"
                + "\"pointOr\":{\"x\":7,\"label\":\"p\"},\"kindsOr\":null}");
    assertThat(told.subList(2, told.size()))
        .containsExactly(
            "64", "1", "{\"x\":1,\"label\":null}", "null", "{\"k\":\"B\"}", "\"done\"", "[2]");
    assertThat(schemas(model.requests().get(0)).get("bound")).contains("\"properties\": {}");
  }

  private static Map<String, String> schemas(ModelRequest request) {
    return request.tools().stream().collect(Collectors.toMap(ToolSpec::name, ToolSpec::parameters));
  }

  // ---------------------------------------------------------------- places

  private static final String PLACES =
      """
      package app;
      import io.stepwright.*;
      import io.stepwright.runtime.Conversation;
      import java.util.*;
      @Agent
      public interface Desk extends Store<Desk.Item>, Clock {
        record Item(String name) {}
        record Letter(String subject, String body) {}
        enum Kind { SHORT, LONG }
        @EntryPoint("words") List<String> words(List<String> texts, String user);
        @EntryPoint("letter") Letter write(String user, Kind kind, Conversation chat);
        @EntryPoint("reply") String answer(String user, boolean angry);

        @AgentStep("words") @Model("m") @Prompt("On {{text}}") @Tools({"find", "time"})
        String word(@Each("texts") String text, String user);

        @AgentStep @Model("m") @Template("{kind}.json") @Tools({"find", "all", "find-by-name"})
        Letter letter(String user, Kind kind, Conversation chat);

        @AgentStep("reply") @When("angry") @Model("angry") @Prompt("Calm {{user}}") @Tools("refund")
        String calm(String user);
        @AgentStep("reply") @Model("fine") @Prompt("Greet {{user}}") @Tools("time")
        String greet(String user);

        /** Finds. */
        @Tool default String find(@From("user") String user, int number) {
          return user + number;
        }
        /** Finds by name. */
        @Tool("find-by-name") default String find(@From("user") String user, String name) {
          return user + name;
        }
        /** Pays. */
        @Tool @SideEffect default void refund(@From("user") String user) {}
      }
      interface Store<T> {
        /** All. */
        @Tool default List<T> all(Optional<T> like) { return like.stream().toList(); }
      }
      interface Clock {
        /** The time. */
        @Tool(readOnly = true) default String time() { return "noon"; }
      }
      """;

  @EveryCompiler
  void everyKindOfStepHasItsTools(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            Map.of(
                "SHORT.json",
                "{\"subject\":\"s\",\"body\":\"{{write: a word}}\"}",
                "LONG.json",
                "{\"subject\":\"{{write: a subject}}\",\"body\":\"{{write: a body}} {{user}}\"}"),
            PLACES);
    Map<String, List<String>> told = new ConcurrentHashMap<>();
    FakeModel model =
        FakeModel.calling(
            request -> {
              List<ToolCall> calls = new ArrayList<>();
              for (ToolSpec tool : request.tools()) {
                String arguments =
                    switch (tool.name()) {
                      case "find" -> "{\"number\":" + request.prompt().length() + "}";
                      case "find-by-name" -> "{\"name\":\"x\"}";
                      case "all" -> "{\"like\":{\"name\":\"n\"}}";
                      default -> "{}";
                    };
                calls.add(call(tool.name(), arguments));
              }
              return calls;
            },
            request -> {
              String prompt = request.turns().get(0).display();
              told.put(prompt, FakeModel.told(request));
              return request.schema() == null
                  ? prompt
                  : request.schema().json().contains("subject")
                      ? "{\"subject\":\"S\",\"body\":\"B\"}"
                      : "{\"body\":\"B\"}";
            });
    try (RunningAgent agent = new RunningAgent(compiled, "Desk", model)) {
      assertThat(agent.call("words", List.of("a", "bbb"), "u"))
          .isEqualTo(List.of("On a", "On bbb"));
      assertThat(told)
          .containsEntry("On a", List.of("\"u4\"", "\"noon\""))
          .containsEntry("On bbb", List.of("\"u6\"", "\"noon\""));
      told.clear();
      Object chat = io.stepwright.runtime.Conversation.empty();
      assertThat(agent.call("write", "v", agent.constant("Kind", "SHORT"), chat))
          .hasToString("Letter[subject=s, body=B]");
      assertThat(agent.call("write", "v", agent.constant("Kind", "LONG"), chat))
          .hasToString("Letter[subject=S, body=B v]");
      assertThat(told.values())
          .hasSize(2)
          .allSatisfy(
              each ->
                  assertThat(each)
                      .hasSize(3)
                      .contains("[{\"name\":\"n\"}]", "\"vx\"")
                      .anyMatch(text -> text.matches("\"v\\d+\"")));
      told.clear();
      assertThat(agent.call("answer", "w", true)).isEqualTo("Calm w");
      assertThat(agent.call("answer", "w", false)).isEqualTo("Greet w");
      assertThat(told)
          .containsEntry("Calm w", List.of("\"done\""))
          .containsEntry("Greet w", List.of("\"noon\""));
      // A step that is called as a method has its tools as well.
      assertThat(agent.call("greet", "x")).isEqualTo("Greet x");
      assertThat(told).containsEntry("Greet x", List.of("\"noon\""));
    }
    String source = compiled.source("app/WiredDesk.java");
    assertThat(source.split("private ToolUse.Done findTool\\(", -1)).hasSize(2);
    assertThat(source.replaceAll("\\s+", " "))
        .contains("ModelStep.text(AGENT, \"reply\", \"angry\") .alternative(\"calm\")")
        .contains(".withSideEffectOfTools()");
  }

  // ---------------------------------------------------------------- models that models ask

  private static final String ASKED =
      """
      package app;
      import io.stepwright.*;
      import java.util.*;
      @Agent
      public interface Desk {
        record Summary(String text, int words) {}
        @EntryPoint("solve") String run(String user);
        @AgentStep @Model("outer") @Prompt("Solve {{user}}") @Tools({"summary", "guess"})
        String solve(String user);

        /** Summarises. */
        @Tool @Model("inner") @Prompt("Sum up {{text}} for {{user}}") @Tools("now")
        @Retry(maxAttempts = 2) @Timeout("30s")
        Summary summary(String text, @From("user") String user);

        /** Guesses. */
        @Tool(readOnly = true) @Model("inner") @Prompt("A number in {{text}}")
        Optional<Integer> guess(String text);

        /** The time. */
        @Tool default String now() { return "noon"; }
      }
      """;

  @EveryCompiler
  void modelsAskModels(TestCompiler compiler) throws Throwable {
    Compiled compiled = compile(compiler, Map.of(), ASKED);
    FakeModel model =
        FakeModel.calling(
            request ->
                request.model().equals("outer")
                    ? List.of(
                        call("summary", "{\"text\":\"T\"}"),
                        call("guess", "{\"text\":\"about 7\"}"),
                        new ToolCall("x", "guess", "{\"text\":\"none\"}"))
                    : List.of(call("now", "{}")),
            request ->
                request.model().equals("outer")
                    ? String.join(" ", FakeModel.told(request))
                    : request.turns().get(0).display().startsWith("Sum up")
                        ? "{\"text\":%s,\"words\":1}".formatted(FakeModel.told(request).get(0))
                        : request.turns().get(0).display().contains("7")
                            ? "{\"value\":7}"
                            : "{\"value\":null}");
    try (RunningAgent agent = new RunningAgent(compiled, "Desk", model)) {
      assertThat(agent.call("run", "u")).isEqualTo("{\"text\":\"noon\",\"words\":1} 7 null");
      assertThat(model.requests())
          .filteredOn(request -> request.model().equals("inner"))
          .extracting(request -> request.turns().get(0).display())
          .containsExactlyInAnyOrder(
              "Sum up T for u", "Sum up T for u", "A number in about 7", "A number in none");
      // A tool that a model answers can be called as a method.
      assertThat(agent.call("summary", "T", "v")).hasToString("Summary[text=noon, words=1]");
      assertThat(agent.call("guess", "7")).isEqualTo(Optional.of(7));
    }
  }

  // ---------------------------------------------------------------- sizes

  @EveryCompiler
  void manyToolsWithManyArguments(TestCompiler compiler) throws Throwable {
    String arguments =
        IntStream.range(0, 40).mapToObj(i -> "String a" + i).collect(Collectors.joining(", "));
    String tools =
        IntStream.range(0, 120)
            .mapToObj(
                i ->
                    "/** T. */ @Tool default String t%d(@From(\"user\") String user, %s) { return user + %d; }%n"
                        .formatted(i, arguments, i))
            .collect(Collectors.joining());
    Compiled compiled =
        compile(
            compiler,
            Map.of(),
            """
            package app;
            import io.stepwright.*;
            @Agent
            public interface Desk {
              @EntryPoint("solve") String run(String user);
              @AgentStep @Model("m") @Prompt("Solve {{user}}") @Tools String solve(String user);
            %s}
            """
                .formatted(tools));
    String given =
        IntStream.range(0, 40)
            .mapToObj(i -> "\"a" + i + "\":\"\"")
            .collect(Collectors.joining(",", "{", "}"));
    FakeModel model =
        FakeModel.calling(
            request -> List.of(call("t0", given), call("t119", given)),
            request -> String.join(" ", FakeModel.told(request)));
    try (RunningAgent agent = new RunningAgent(compiled, "Desk", model)) {
      assertThat(agent.call("run", "u")).isEqualTo("\"u0\" \"u119\"");
    }
  }
}
