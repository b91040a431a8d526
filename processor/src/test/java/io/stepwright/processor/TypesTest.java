package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.EveryCompiler;
import io.stepwright.processor.testing.FakeModel;
import io.stepwright.processor.testing.RunningAgent;
import io.stepwright.processor.testing.TestCompiler;
import java.util.List;
import java.util.Optional;

/**
 * Types that are hard to write: inner classes of generic ones, wildcards, records with equal simple
 * names.
 */
class TypesTest {

  private static final String HEAD =
      """
      package app;
      import io.stepwright.*;
      import java.util.*;
      import java.util.concurrent.*;
      """;

  private static Compiled compile(TestCompiler compiler, String agent) {
    Compiled compiled = Compilation.with(compiler).source("app/A.java", HEAD + agent).compile();
    assertThat(compiled.errors()).isEmpty();
    return compiled;
  }

  @EveryCompiler
  void innerClassesOfGenericOnesKeepTheArgumentsAroundThem(TestCompiler compiler) {
    Compiled compiled =
        compile(
            compiler,
            """
            @Agent public interface A {
              class Outer<T> { class Inner<U> { class Third {} } class Plain {} static class Nested<V> {} }
              @EntryPoint("last") String run(List<String> in);
              @AgentStep default Outer<List<String>>.Inner<String> inner(List<String> in) { return new Outer<List<String>>().new Inner<String>(); }
              @AgentStep default Outer<Integer>.Inner<String> other(List<String> in) { return new Outer<Integer>().new Inner<String>(); }
              @AgentStep default Outer<String>.Plain plain(List<String> in) { return new Outer<String>().new Plain(); }
              @AgentStep default Outer.Nested<String> nested(List<String> in) { return new Outer.Nested<>(); }
              @AgentStep default Outer<List<String>>.Inner<String>.Third third(Outer<List<String>>.Inner<String> inner) { return inner.new Third(); }
              @AgentStep default String last(Outer<List<String>>.Inner<String> a, Outer<Integer>.Inner<String> b, Outer<String>.Plain plain, Outer.Nested<String>[] nested0, Outer<List<String>>.Inner<String>.Third third) { return ""; }
              @AgentStep default Outer.Nested<String>[] nested0(Outer.Nested<String> nested) { return null; }
            }
            """);
    assertThat(compiled.source("app/WiredA.java")).contains("Outer<Integer>.Inner<String> other");
  }

  @EveryCompiler
  void pathsGoThroughWildcards(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            """
            @Agent public interface A {
              record Page(String t) {}
              record Box<T>(T v, List<T> all) {}
              record Bounded<T extends Page>(T v, Map<String, List<T>> all) {}
              class Holder<T extends Comparable<T>> { public T value() { return null; } }
              class Sub<S> extends Base<List<S>> {}
              class Base<B> { public B getHeld() { return null; } }
              @EntryPoint("one") String run(String text);
              @AgentStep default Box<? extends Page> box(String text) { return new Box<>(new Page(text), List.of(new Page("x"))); }
              @AgentStep default Bounded<?> bounded(String text) { return new Bounded<>(new Page(text), Map.of("k", List.of(new Page("y")))); }
              @AgentStep @Model("m") @Prompt("{{box.v.t}} {{box}} {{box.all}} {{bounded.v.t}} {{bounded.all}} {{bounded}}")
              String one(Box<? extends Page> box, Bounded<?> bounded);
              @EntryPoint("held") String other(Sub<? extends Page> sub, Holder<?> holder);
              @AgentStep @Model("m") @Prompt("{{sub.held}}") String held(Sub<? extends Page> sub);
            }
            """);
    FakeModel model = new FakeModel(request -> "answer");
    try (RunningAgent agent = new RunningAgent(compiled, "A", model)) {
      assertThat(agent.call("run", "hello")).isEqualTo("answer");
    }
    assertThat(model.requests().get(0).prompt())
        .isEqualTo(
            """
            hello {"v":{"t":"hello"},"all":[{"t":"x"}]} [{"t":"x"}] hello {"k":[{"t":"y"}]} \
            {"v":{"t":"hello"},"all":{"k":[{"t":"y"}]}}\
            """);
  }

  @EveryCompiler
  void recordsOfOneNameAreToldApart(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            """
            @Agent public interface A {
              sealed interface S permits P.X, Q.X, Y {}
              interface P { record X(int a) implements S {} }
              interface Q { record X(String b) implements S {} }
              record Y(String c) implements S {}
              @EntryPoint("said") String run(String in);
              @AgentStep @Model("m") @Prompt("{{in}}") S s(String in);
              @AgentStep("said") @When(value = "s", is = "P.X") default String number(@From("s") P.X x) { return "number " + x.a(); }
              @AgentStep("said") @When(value = "s", is = "Q.X") @Model("m") @Prompt("{{s}}") String text(S s);
              @AgentStep("said") @When(value = "s", is = "Y") default String other(@From("s") Y y) { return y.c(); }
            }
            """);
    FakeModel first = new FakeModel(request -> "{\"value\": {\"type\": \"P.X\", \"a\": 7}}");
    try (RunningAgent agent = new RunningAgent(compiled, "A", first)) {
      assertThat(agent.call("run", "in")).isEqualTo("number 7");
    }
    FakeModel second =
        new FakeModel(
            request ->
                request.prompt().equals("in")
                    ? "{\"value\": {\"type\": \"Q.X\", \"b\": \"z\"}}"
                    : request.prompt());
    try (RunningAgent agent = new RunningAgent(compiled, "A", second)) {
      assertThat(agent.call("run", "in")).isEqualTo("{\"type\":\"Q.X\",\"b\":\"z\"}");
    }
  }

  @EveryCompiler
  void aListOfOptionalsIsAResult(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            """
            @Agent public interface A {
              @EntryPoint List<Optional<String>> run(String in);
              @AgentStep @Model("m") @Prompt("{{in}}") List<Optional<String>> s(String in);
              @EntryPoint("deep") Optional<List<Optional<List<Integer>>>> deep(String in);
              @AgentStep @Model("m") @Prompt("{{in}}") Optional<List<Optional<List<Integer>>>> deep0(String in);
            }
            """
                .replace("@EntryPoint(\"deep\")", "@EntryPoint(\"deep0\")"));
    try (RunningAgent agent =
        new RunningAgent(compiled, "A", new FakeModel(r -> "{\"value\": [\"a\", null]}"))) {
      assertThat(agent.call("run", "in")).isEqualTo(List.of(Optional.of("a"), Optional.empty()));
    }
    try (RunningAgent agent =
        new RunningAgent(compiled, "A", new FakeModel(r -> "{\"value\": [[1, 2], null]}"))) {
      assertThat(agent.call("deep", "in"))
          .isEqualTo(Optional.of(List.of(Optional.of(List.of(1, 2)), Optional.empty())));
    }
  }

  @EveryCompiler
  void genericSealedInterfacesAreCompared(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            """
            @Agent public interface A {
              sealed interface Res<T> permits Ok, Err, Half {}
              record Ok<T>(T value) implements Res<T> {}
              record Err<E>(String why) implements Res<E> {}
              sealed interface Half<H> extends Res<H> {}
              record Number(int n) implements Half<Integer> {}
              record Word(String w) implements Half<String> {}
              @EntryPoint("said") String run(String in);
              @AgentStep @Model("m") @Prompt("{{in}}") Res<String> res(String in);
              @AgentStep("said") @When(value = "res", is = "Ok") default String ok(@From("res") Ok<String> ok) { return ok.value(); }
              @AgentStep("said") @When(value = "res", is = {"Err", "Word"}) @Model("m") @Prompt("{{res}}") String bad(Res<String> res);
            }
            """);
    FakeModel model = new FakeModel(r -> "{\"value\": {\"type\": \"Ok\", \"value\": \"yes\"}}");
    try (RunningAgent agent = new RunningAgent(compiled, "A", model)) {
      assertThat(agent.call("run", "in")).isEqualTo("yes");
    }
    assertThat(model.requests().get(0).schema().json()).doesNotContain("Number");
  }

  @EveryCompiler
  void enumsThatNeedNoNameAreShown(TestCompiler compiler) {
    compile(
        compiler,
        """
        @Agent public abstract class A {
          private enum E { X }
          public record In(E e, String text) {}
          @EntryPoint abstract String run(In in);
          @AgentStep @Model("m") @Prompt("{{in}} {{in.e}}") abstract String s(In in);
        }
        """);
  }

  @EveryCompiler
  void typesOfOtherPackagesAreMadeIfTheyCanBe(TestCompiler compiler) {
    String lib =
        """
        package lib;
        public interface Lib {
          record Pub(String a) {}
          record Closed(Hid h) {}
          abstract class Base { protected record Own(String a) {} protected enum Kind { A, B } }
        }
        record Hid(String a) {}
        """;
    String agent =
        """
        package app;
        import io.stepwright.*;
        @Agent public abstract class A extends lib.Lib.Base {
          @EntryPoint abstract %1$s run(String in);
          @AgentStep @Model("m") @Prompt("{{in}}") abstract %1$s s(String in);
        }
        """;
    for (String type : List.of("lib.Lib.Pub", "Kind", "lib.Lib.Closed", "Own")) {
      Compiled compiled =
          Compilation.with(compiler)
              .source("lib/Lib.java", lib)
              .source("app/A.java", agent.formatted(type))
              .compile();
      boolean right = type.equals("lib.Lib.Pub") || type.equals("Kind");
      assertThat(compiled.errors())
          .extracting(Compiled.Message::id)
          .isEqualTo(right ? List.of() : List.of("InaccessibleType"));
    }
  }

  @EveryCompiler
  void aCompletionStageIsAwaited(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            """
            @Agent public interface A {
              @EntryPoint("last") CompletionStage<Integer> run(String in);
              @AgentStep default CompletionStage<String> first(String in) { return CompletableFuture.completedStage(in + "!"); }
              @AgentStep default int last(String first) { return first.length(); }
            }
            """);
    try (RunningAgent agent = new RunningAgent(compiled, "A", new FakeModel(r -> ""))) {
      Object future = agent.call("run", "four");
      assertThat(((java.util.concurrent.CompletionStage<?>) future).toCompletableFuture().get())
          .isEqualTo(5);
    }
  }
}
