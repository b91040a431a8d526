package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.EveryCompiler;
import io.stepwright.processor.testing.TestCompiler;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Builds that turn warnings into errors have no warning that the user cannot suppress, about a
 * generated class or about the processor.
 */
class LintTest {

  private static final String HEAD =
      """
      package app;
      import io.stepwright.*;
      import java.util.*;
      import java.util.concurrent.CompletableFuture;
      @SuppressWarnings({"deprecation", "removal", "rawtypes", "unchecked", "varargs", "serial"})
      """;

  /** Agents {@code A} with nested types, by the cause of a compiler warning. */
  private static final List<String> AGENTS =
      List.of(
          "plain",
          """
          @Agent public interface A {
            @EntryPoint String run(String in);
            @AgentStep @Model("m") @Prompt("{{in}}") String s(String in);
          }
          """,
          "deprecated types",
          """
          @Agent public interface A {
            @Deprecated record Old(String name) {}
            @Deprecated(forRemoval = true) enum Kind { A, B }
            record Answer(Old old, List<Kind> kinds) {}
            @EntryPoint("text") String run(Old in);
            @AgentStep @Model("m") @Prompt("{{in}}") Answer answer(Old in);
            @AgentStep @Model("m") @Prompt("{{in}}") Kind kind(Old in);
            @AgentStep("text") @When(value = "kind", is = "A") default String text(Old in) { return ""; }
            @AgentStep("text") default String otherwise(Answer answer) { return ""; }
          }
          """,
          "deprecated members",
          """
          @Agent public interface A {
            class In {
              @Deprecated public String getName() { return ""; }
              @Deprecated(since = "1", forRemoval = true) public boolean isOk() { return true; }
            }
            record Made(String a) { @Deprecated public Made {} @Deprecated public String a() { return a; } }
            enum Kind { NEW, @Deprecated OLD }
            @EntryPoint("made") Optional<Made> run(In in);
            @AgentStep @Model("m") @Prompt("{{in.name}}") Kind kind(In in);
            @AgentStep @Model("m") @When("in.ok") @When(value = "kind", is = "OLD") @Prompt("{{in.name}}") Made made(In in);
            @EntryPoint("shown") String show(Made first);
            @AgentStep @Model("m") @Prompt("{{first}}") String shown(Made first);
          }
          """,
          "a deprecated agent",
          """
          @Deprecated @Agent public abstract class A {
            @Deprecated(forRemoval = true) protected A() {}
            @Deprecated @EntryPoint abstract String run(String in);
            @Deprecated @AgentStep String s(String in) { return in; }
          }
          """,
          "raw types",
          """
          @Agent public abstract class A extends Base {
            record Of(List list) {}
            @EntryPoint("size") abstract int run(List in);
            @AgentStep protected int size(List in, Map<String, List> map) { return 0; }
            @AgentStep protected Map<String, List> map(List in) { return Map.of(); }
            @EntryPoint("items") abstract List second(Object item);
            @EntryPoint("of") abstract Of third(List in);
            @AgentStep protected Of of(List in) { return new Of(in); }
          }
          class Base<T> {
            @AgentStep protected List<T> items(T item) { return List.of(); }
          }
          """,
          "generic arrays",
          """
          @Agent public abstract class A {
            @SafeVarargs protected A(List<String>... lists) {}
            protected A(int number, Optional<String>[]... more) {}
            @EntryPoint("count") abstract int run(List<String>... lists);
            @AgentStep protected int count(List<String>... lists) { return 0; }
            @EntryPoint("number") abstract int other(Class<?>... types);
            @AgentStep protected int number(Class<?>... types) { return 0; }
          }
          """,
          "serializable",
          """
          @Agent public abstract class A implements java.io.Serializable {
            private static final long serialVersionUID = 1;
            @EntryPoint abstract String run(String in);
            @AgentStep String s(String in) { return in; }
          }
          """,
          "a serializable interface, and a future",
          """
          @Agent public interface A extends java.io.Serializable {
            @EntryPoint CompletableFuture<String> run(String in);
            @AgentStep default CompletableFuture<String> s(String in) { return CompletableFuture.completedFuture(in); }
          }
          """,
          "overloads with functional parameters",
          """
          @Agent public interface A {
            @EntryPoint("f") String run(java.util.function.Function<String, String> in);
            @EntryPoint("g") String run(java.util.function.UnaryOperator<String> other, int g0);
            @AgentStep @Model("m") @SuppressWarnings("stepwright:UnusedParameter") @Prompt("x") String f(java.util.function.Function<String, String> in);
            @AgentStep default String g(int g0) { return ""; }
          }
          """,
          "tools",
          """
          @Agent public abstract class A {
            @Deprecated public record Old(String name) {}
            public record In(String id) { @Deprecated public String id() { return id; } }
            @EntryPoint("s") abstract String run(In in);
            @AgentStep @Model("m") @Prompt("x") @Tools abstract String s(In in);
            /** Old. @param old one @param kinds all */
            @Deprecated @Tool List<Old> find(@From("in.id") String id, Old old, String... kinds) { return List.of(old); }
            /** Effect. @param old one */
            @Deprecated(forRemoval = true) @Tool @SideEffect @Approve("{{old}} {{id}}?")
            void effect(Old old, @From("in.id") String id) {}
            /** Asked. @param text any */
            @Deprecated @Tool @Model("m") @Prompt("{{text}}") @Tools("find") abstract Optional<Old> asked(String text, @From("in") In in);
          }
          """);

  static Stream<Arguments> agents() {
    return Stream.iterate(0, i -> i < AGENTS.size(), i -> i + 2)
        .flatMap(
            i ->
                TestCompiler.current().stream()
                    .map(compiler -> Arguments.of(AGENTS.get(i), compiler, AGENTS.get(i + 1))));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("agents")
  void nothingIsSaid(String name, TestCompiler compiler, String agent) {
    Compiled compiled = lint(compiler).source("app/A.java", HEAD + agent).compile();
    assertThat(compiled.succeeded()).as(compiled.messages().toString()).isTrue();
    // Ecj reports unnecessary keys of suppressions that not every agent above needs, and has no key
    // for varargs.
    assertThat(compiled.messages())
        .filteredOn(message -> compiler == TestCompiler.JAVAC || !message.file().equals("A.java"))
        .filteredOn(message -> !message.text().equals("Unsupported @SuppressWarnings(\"varargs\")"))
        .isEmpty();
  }

  private static Compilation lint(TestCompiler compiler) {
    Compilation compilation = Compilation.with(compiler);
    return compiler == TestCompiler.JAVAC
        ? compilation.option("-Xlint:all").option("-Werror")
        : compilation.option("-warn:+deprecation,removal,raw,unchecked,serial,suppress,cast");
  }

  @EveryCompiler
  void aWrongAgentGetsItsErrorAlone(TestCompiler compiler) {
    Compiled compiled =
        lint(compiler)
            .source(
                "app/A.java",
                HEAD
                    + """
                    @Agent public abstract class A implements java.io.Serializable {
                      @Deprecated record Old(String a) {}
                      @EntryPoint abstract String run(Old in, List raw) throws Exception;
                      @AgentStep @Model("m") @Prompt("{{inn}}") abstract String s(Old in);
                    }
                    """)
            .compile();
    assertThat(compiled.errors())
        .filteredOn(error -> !error.text().contains("-Werror"))
        .extracting(Compiled.Message::id)
        .containsExactly("UnknownSlot");
    assertThat(compiled.warnings()).noneMatch(warning -> warning.file().equals("WiredA.java"));
  }

  @Test
  void onlyWhatIsNeededIsSilenced() {
    Compiled compiled =
        lint(TestCompiler.JAVAC).source("app/A.java", HEAD + AGENTS.get(1)).compile();
    assertThat(compiled.source("app/WiredA.java")).doesNotContain("@SuppressWarnings");
    Compiled old = lint(TestCompiler.JAVAC).source("app/A.java", HEAD + AGENTS.get(3)).compile();
    assertThat(old.source("app/WiredA.java"))
        .contains("\n@SuppressWarnings({\"deprecation\", \"removal\"})");
  }

  @EveryCompiler
  void allSilencesOurWarningsToo(TestCompiler compiler) {
    String agent =
        """
        package app;
        import io.stepwright.*;
        @Agent public interface A {
          @EntryPoint("s") String run(String in);
          @AgentStep default String s(String in) { return in; }
          @SuppressWarnings("all") @AgentStep default int unused(String in) { return 1; }
        }
        """;
    Compilation compilation = Compilation.with(compiler);
    assertThat(compilation.source("app/A.java", agent).compile().messages()).isEmpty();
    String without = agent.replace("@SuppressWarnings(\"all\") ", "");
    assertThat(compilation.source("app/A.java", without).compile().warnings())
        .extracting(Compiled.Message::id)
        .containsExactly("UnusedStep");
  }
}
