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
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
  @EnumSource
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
  @EnumSource
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
  @EnumSource
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
}
