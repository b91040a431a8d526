package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.EveryCompiler;
import io.stepwright.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.List;

/** Steps that an agent inherits: from generic bases, other packages and class files. */
class InheritanceTest {

  private static final String BASE =
      """
      package lib;
      import io.stepwright.*;
      public abstract class Base<T> {
        protected Base(String greeting) {}
        @AgentStep protected String text(T ticket) { return "" + ticket; }
        @AgentStep protected int length(String text) { return text.length(); }
      }
      """;

  private static final String AGENT =
      """
      package app;
      import io.stepwright.*;
      @Agent
      public abstract class Desk extends lib.Base<Desk.Ticket> {
        public record Ticket(String id) {}
        protected Desk() { super("hello"); }
        @EntryPoint("length") public abstract int run(Ticket ticket);
      }
      """;

  @EveryCompiler
  void genericStepsHaveTheTypesOfTheAgent(TestCompiler compiler) {
    Compiled compiled =
        Compilation.with(compiler)
            .source("lib/Base.java", BASE)
            .source("app/Desk.java", AGENT)
            .compile();
    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.source("app/WiredDesk.java"))
        .contains("protected String text(Ticket ticket)")
        .contains("int length = run.call(LENGTH, step -> super.length(text));");
  }

  @EveryCompiler
  void aStepOfAnotherPackageMustBeProtected(TestCompiler compiler) {
    Compiled compiled =
        Compilation.with(compiler)
            .source("lib/Base.java", BASE.replace("protected String text", "String text"))
            .source("app/Desk.java", AGENT)
            .compile();
    assertThat(compiled.errors()).singleElement().satisfies(this::isInaccessible);
  }

  private void isInaccessible(Compiled.Message message) {
    assertThat(message.id()).isEqualTo("InaccessibleStep");
    assertThat(message.file()).isEqualTo("Base.java");
    assertThat(message.line()).isEqualTo(5);
  }

  @EveryCompiler
  void stepsOfClassFilesNeedTheNamesOfTheirParameters(TestCompiler compiler) {
    Path without = library("-g:none");
    Compiled failed =
        Compilation.with(compiler).classPath(without).source("app/Desk.java", AGENT).compile();
    assertThat(failed.errors())
        .allSatisfy(
            message -> {
              assertThat(message.id()).isEqualTo("ParameterNames");
              assertThat(message.file()).as("the agent's own file").isEqualTo("Desk.java");
              assertThat(message.text()).contains("Base.length", "-parameters");
            })
        .hasSize(1);

    Compiled compiled =
        Compilation.with(compiler)
            .classPath(library("-parameters", "-g"))
            .source("app/Desk.java", AGENT)
            .compile();
    assertThat(compiled.messages()).isEmpty();
  }

  private static Path library(String... options) {
    Compilation compilation = Compilation.with(TestCompiler.JAVAC).source("lib/Base.java", BASE);
    List.of(options).forEach(compilation::option);
    Compiled library = compilation.compile();
    assertThat(library.succeeded()).isTrue();
    return library.classes();
  }
}
