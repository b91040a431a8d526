package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other processors in the same build, options, and severities. */
class RoundsTest {

  private static final String AGENT =
      """
      package app;
      import io.stepwright.*;
      @Agent
      public interface Late {
        @EntryPoint Written run(String input);
        @AgentStep @Model("m") @Prompt("{{input}}") Written written(String input);
        @AgentStep default Integer unused(Written written) { return written.count(); }
      }
      """;

  /** Writes the record {@code app.Written} in the second round. */
  @SupportedAnnotationTypes("*")
  private static final class OtherProcessor extends AbstractProcessor {

    private int round;

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
      round++;
      if (round == 1) {
        write("app.Other", "package app; class Other {}");
      } else if (round == 2) {
        write("app.Written", "package app; public record Written(String text, int count) {}");
      }
      return false;
    }

    private void write(String name, String text) {
      try (Writer file = processingEnv.getFiler().createSourceFile(name).openWriter()) {
        file.write(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void typesThatAnotherProcessorWritesAreWaitedFor(TestCompiler compiler) {
    Compiled compiled =
        Compilation.with(compiler)
            .processor(new OtherProcessor())
            .source("app/Late.java", AGENT)
            .option("-Astepwright.severity=UnusedStep:ignore")
            .compile();
    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.source("app/WiredLate.java"))
        .contains("new Written(json.field(\"text\").asString(), json.field(\"count\").asInt())");
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void severitiesCanBeChanged(TestCompiler compiler) {
    Compilation compilation =
        Compilation.with(compiler)
            .source("app/Late.java", AGENT)
            .source("app/Written.java", "package app; public record Written(int count) {}");
    assertThat(compilation.compile().warnings())
        .extracting(Compiled.Message::id)
        .contains("UnusedStep");
    assertThat(compilation.option("-Astepwright.severity=UnusedStep:error").compile().errors())
        .extracting(Compiled.Message::id)
        .containsExactly("UnusedStep");
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void aWrongOptionIsAnError(TestCompiler compiler) {
    Compiled compiled =
        Compilation.with(compiler)
            .processor(new OtherProcessor())
            .source("app/Late.java", AGENT)
            .option("-Astepwright.severity=UnusedStp:error,Cycle:ignore,UnusedStep:loud")
            .compile();
    assertThat(compiled.errors())
        .extracting(Compiled.Message::text)
        .anySatisfy(text -> assertThat(text).contains("Did you mean 'UnusedStep'?"))
        .anySatisfy(text -> assertThat(text).contains("cannot change Cycle: it is an error"))
        .anySatisfy(text -> assertThat(text).contains("ignore, warning or error"));
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void agentsMayNameEachOthersClassesAndTheirOwn(TestCompiler compiler) {
    Compiled compiled =
        Compilation.with(compiler)
            .source(
                "app/A.java",
                """
                package app;
                import io.stepwright.*;
                import java.util.function.Supplier;
                @Agent public abstract class A {
                  protected A(Supplier<WiredB> b, lib.WiredC c) {}
                  @EntryPoint("s") public abstract String run(String in, WiredA self);
                  @AgentStep protected String s(String in, WiredA self) { return in; }
                  static WiredA make() { return null; }
                }
                """)
            .source(
                "app/B.java",
                """
                package app;
                import io.stepwright.*;
                import java.util.*;
                @Agent public abstract class B {
                  protected B(List<? extends WiredA> a, WiredB[] all) {}
                  @EntryPoint("s") public abstract String run(String in);
                  @AgentStep protected String s(String in) { return in; }
                }
                """)
            .source(
                "lib/C.java",
                """
                package lib;
                import app.WiredA;
                import io.stepwright.*;
                @Agent public interface C {
                  @EntryPoint("s") String run(String in);
                  @AgentStep default String s(String in) { return in; }
                  @EntryPoint("made") WiredA other(String in, int number);
                  @AgentStep default WiredA made(int number) { return null; }
                }
                """)
            .source(
                "app/Waits.java",
                """
                package app;
                import io.stepwright.*;
                @Agent public abstract class Waits {
                  protected Waits(WiredA a) {}
                  @EntryPoint("s") public abstract String run(String in);
                  @AgentStep protected String s(String in) { return in; }
                }
                """)
            .option("-Astepwright.severity=UnusedStep:error")
            .compile();
    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.source("app/WiredA.java"))
        .contains("WiredA(AgentRuntime runtime, Supplier<WiredB> b, WiredC c)")
        .contains("import lib.WiredC;");
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void anAgentThatWaitsForATypeThatNobodyWritesIsToldOfItAlone(TestCompiler compiler) {
    Compiled compiled =
        Compilation.with(compiler)
            .source(
                "app/A.java",
                """
                package app;
                import io.stepwright.*;
                @Agent public abstract class A {
                  protected A(WiredB b, Nothing nothing) {}
                  @EntryPoint("s") public abstract String run(String in);
                  @AgentStep protected String s(String in) { return in; }
                }
                """)
            .source(
                "app/B.java",
                """
                package app;
                import io.stepwright.*;
                @Agent public abstract class B {
                  protected B(WiredA a) {}
                  @EntryPoint("s") public abstract String run(String in);
                  @AgentStep protected String s(String in) { return in; }
                }
                """)
            .compile();
    assertThat(compiled.errors())
        .filteredOn(error -> !error.id().isEmpty())
        .allSatisfy(error -> assertThat(error.id()).isEqualTo("UnknownType"));
    assertThat(compiled.errors()).anyMatch(error -> error.text().contains("Nothing"));
  }

  /** Uses the real Lombok, the only processor that changes classes within a round. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void lombokMayComeBeforeOrAfter(boolean before) throws Exception {
    Processor lombok =
        (Processor)
            Class.forName("lombok.launch.AnnotationProcessorHider$AnnotationProcessor")
                .getDeclaredConstructor()
                .newInstance();
    Compilation compilation =
        Compilation.with(TestCompiler.JAVAC)
            .source(
                "app/In.java",
                """
                package app;
                @lombok.Data public class In { private final String name; private final boolean ok; }
                """)
            .source(
                "app/A.java",
                """
                package app;
                import io.stepwright.*;
                import java.util.Optional;
                @lombok.RequiredArgsConstructor @Agent public abstract class A {
                  private final String key;
                  @EntryPoint("s") public abstract Optional<String> run(In in);
                  @AgentStep @When("in.ok") @Model("m") @Prompt("{{in.name}}") protected abstract String s(In in);
                }
                """)
            .source(
                "app/Wrong.java",
                """
                package app;
                import io.stepwright.*;
                @Agent public interface Wrong {
                  @EntryPoint("s") String run(In in);
                  @AgentStep @Model("m") @Prompt("{{in.nam}}") String s(In in);
                }
                """);
    compilation.withFiles();
    if (before) {
      compilation.processor(lombok);
    } else {
      compilation.processorAfter(lombok);
    }
    Compiled compiled = compilation.compile();
    assertThat(compiled.errors()).extracting(Compiled.Message::id).containsExactly("UnknownSlot");
    assertThat(compiled.errors().get(0).text()).contains("Did you mean 'name'?");
    assertThat(compiled.source("app/WiredA.java"))
        .contains("WiredA(AgentRuntime runtime, String key)");
    assertThat(compiled.warnings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void sourcesOfAnEarlierBuildAreRecognised(TestCompiler compiler) {
    String agent =
        AGENT
            .replace("Written written(String", "String written(String")
            .replace("Written", "String");
    agent = agent.replace("written.count()", "1");
    Compiled first = Compilation.with(compiler).source("app/Late.java", agent).compile();
    Compiled again =
        Compilation.with(compiler)
            .source("app/Late.java", agent)
            .source("app/WiredLate.java", first.source("app/WiredLate.java"))
            .compile();
    assertThat(again.errors())
        .singleElement()
        .satisfies(error -> assertThat(error.id()).isEqualTo("NameTaken"))
        .extracting(Compiled.Message::text)
        .asString()
        .contains("in an earlier build", "off the sources");
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void aConditionThatOneEntryPointCannotAskNamesIt(TestCompiler compiler) {
    Compiled compiled =
        Compilation.with(compiler)
            .source(
                "app/A.java",
                """
                package app;
                import io.stepwright.*;
                import java.util.Optional;
                @Agent public interface A {
                  @EntryPoint("s") Optional<String> run(boolean in);
                  @EntryPoint("s") Optional<String> run2(String other);
                  @AgentStep @When("in") default String s() { return ""; }
                }
                """)
            .compile();
    assertThat(compiled.errors())
        .singleElement()
        .extracting(Compiled.Message::text)
        .asString()
        .contains("no input or step of entry point A.run2 is named 'in'. It has: other, s.");
  }
}
