package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Prompts in resource files. */
class PromptFileTest {

  private static final String AGENT =
      """
      package app;
      import io.stepwright.*;
      @Agent
      public interface Letters {
        record Signup(String name, String message) {}
        @EntryPoint String write(Signup signup);
        @AgentStep @Model("m")
        @Prompt(file = "prompts/letter.md")
        String letter(Signup signup);
      }
      """;

  @TempDir Path resources;

  private Compiled compile(TestCompiler compiler, String prompt) throws IOException {
    Files.createDirectories(resources.resolve("prompts"));
    Files.writeString(resources.resolve("prompts/letter.md"), prompt);
    return Compilation.with(compiler)
        .source("app/Letters.java", AGENT)
        .option("-Astepwright.resources=" + resources)
        .compile();
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void theWholeFileIsTheUserMessage(TestCompiler compiler) throws IOException {
    Compiled compiled =
        compile(compiler, "\n# Write to {{signup.name}}\n\nThey said: {{signup.message}}\n");
    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.source("app/WiredLetters.java"))
        .contains("# Write to {{signup.name}}\n", ".with(\"signup.name\", signup.name())")
        .contains("return step.ask(LETTER, prompt);");
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void aFileMayHaveASystemMessage(TestCompiler compiler) throws IOException {
    Compiled compiled =
        compile(
            compiler,
            """
            --- system ---
            You write for Acme.
            ---
            Be kind.
            --- user ---
            Write to {{signup}}.
            """);
    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.source("app/WiredLetters.java"))
        .contains("You write for Acme.\n", "Be kind.", "Write to {{signup}}.")
        .contains("return step.ask(LETTER, LETTER_SYSTEM, prompt);");
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void mistakesAreShownInTheFile(TestCompiler compiler) throws IOException {
    Compiled compiled =
        compile(
            compiler,
            """
            --- system ---
            Be kind to {{signup.nam}}.
            --- user ---
            Write to
              you, {{singup}}, and {{signup
            """);
    assertThat(compiled.errors())
        .extracting(Compiled.Message::text)
        .hasSize(3)
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains("prompts/letter.md:2:12", "Did you mean 'name'?")
                    // javac indents the lines of a message; the caret stays below its column.
                    .containsPattern("\\n( +)Be kind to \\{\\{signup\\.nam}}\\.\\n\\1 {11}\\^"))
        .anySatisfy(text -> assertThat(text).contains("prompts/letter.md:5:8", "'signup'"))
        .anySatisfy(
            text -> assertThat(text).contains("prompts/letter.md:5:24", "no closing braces"));
    assertThat(compiled.errors()).allSatisfy(error -> assertThat(error.line()).isEqualTo(8));
  }
}
