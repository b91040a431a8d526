package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.EveryCompiler;
import io.stepwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The description sent to a model does not depend on which files are compiled together. */
class DescriptionsTest {

  private static final String EMAIL =
      """
      package app;

      /**
       * A letter é.
       *
       * @param subject at most eight words
       * @param body plain \"text\"
       */
      public record Email(String subject, String body, Tone tone, Choice choice) {}
      """;

  private static final String TONE =
      """
      package app;

      /** How it sounds. */
      public enum Tone {
        /** Like a friend. */
        WARM,
        BRIEF
      }
      """;

  private static final String CHOICE =
      """
      package app;

      /** Either. */
      public sealed interface Choice {
        /** @param on when it is */
        record Yes(String on) implements Choice {}

        record No(String why) implements Choice {}
      }
      """;

  private static final String AGENT =
      """
      package app;

      import io.stepwright.*;

      @Agent
      public interface Ag {
        @EntryPoint Email run(String in);

        @AgentStep @Model("m") @Prompt("{{in}}") Email email(String in);
      }
      """;

  @EveryCompiler
  void areTheSameWhenTheAgentIsCompiledAlone(TestCompiler compiler) throws IOException {
    Compiled together = together(compiler);
    String whole = schemas(together);
    assertThat(whole)
        .contains("A letter \\u00e9.", "at most eight words", "Like a friend.", "when it is");
    deleteGenerated(together); // ecj would not write it again.

    Compiled alone =
        Compilation.with(compiler).into(together).source("app/Ag.java", AGENT).compile();

    assertThat(alone.messages()).isEmpty();
    assertThat(schemas(alone)).isEqualTo(whole);
  }

  @EveryCompiler
  void areTheSameInAnotherModule(TestCompiler compiler) throws IOException {
    Compiled together = together(compiler);
    deleteGenerated(together); // Each module has its agents.

    Compiled other =
        Compilation.with(compiler)
            .classPath(together.classes())
            .source("app/Ag.java", AGENT)
            .compile();

    assertThat(other.messages()).isEmpty();
    assertThat(schemas(other)).isEqualTo(schemas(together));
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void areSaidToBeLostWhenNobodyHasKeptThem(TestCompiler compiler) {
    Compiled types = types(compiler).compile();

    Compiled here = Compilation.with(compiler).into(types).source("app/Ag.java", AGENT).compile();

    assertThat(here.warnings())
        .extracting(warning -> warning.id() + " " + warning.line())
        .hasSize(5)
        .containsOnly("LostDescription 9");
    assertThat(here.warnings())
        .extracting(Compiled.Message::text)
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains("app.Email", "step 'email'", "compiled earlier", "@Describe"))
        .anySatisfy(text -> assertThat(text).contains("app.Choice.Yes"));
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void ofRecordsOfOtherModulesAreSaidToBeLost(TestCompiler compiler) {
    Compiled types = types(compiler).compile();

    Compiled there =
        Compilation.with(compiler)
            .classPath(types.classes())
            .source("app/Ag.java", AGENT)
            .compile();

    assertThat(there.warnings())
        .extracting(Compiled.Message::text)
        .hasSize(3)
        .allSatisfy(text -> assertThat(text).contains("[LostDescription]", "compiled elsewhere"));
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void nobodyMissesThemWhereAnnotationsDescribe(TestCompiler compiler) {
    Compiled types =
        Compilation.with(compiler)
            .source(
                "app/Email.java",
                """
                package app;
                public record Email(@io.stepwright.Describe("short") String subject, String body) {}
                """)
            .compile();

    Compiled here = Compilation.with(compiler).into(types).source("app/Ag.java", AGENT).compile();

    assertThat(here.messages()).isEmpty();
    assertThat(schemas(here)).contains("short");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ANY, names = "JAVAC|ECJ")
  void areSaidToBeOldWhenTheTypeHasChanged(TestCompiler compiler) throws IOException {
    Compiled together = together(compiler);
    Compilation.with(compiler)
        .into(together)
        .source("app/Email.java", EMAIL.replace("String body,", "String body, String more,"))
        .compile();
    deleteGenerated(together);

    Compiled alone =
        Compilation.with(compiler).into(together).source("app/Ag.java", AGENT).compile();

    assertThat(alone.warnings())
        .extracting(Compiled.Message::text)
        .singleElement()
        .satisfies(
            text -> assertThat(text).contains("[LostDescription]", "app.Email", "was changed"));
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void damagedFilesAreNone(TestCompiler compiler) throws IOException {
    for (String damaged :
        new String[] {"", "{", "[]", "{\"schemaVersion\": 2}", "[".repeat(100_000)}) {
      Compiled together = together(compiler);
      deleteGenerated(together);
      Files.writeString(
          together.classes().resolve("META-INF/stepwright/descriptions/app.Email.json"), damaged);

      Compiled alone =
          Compilation.with(compiler).into(together).source("app/Ag.java", AGENT).compile();

      assertThat(alone.errors()).isEmpty();
      assertThat(alone.warnings()).extracting(Compiled.Message::id).containsOnly("LostDescription");
    }
  }

  /**
   * Newer versions of ecj return permitted types in reverse order if there is no permits clause.
   */
  @EveryCompiler
  void ofSealedInterfacesComeInTheOrderOfTheirDeclaration(TestCompiler compiler) {
    String schemas = schemas(together(compiler));

    assertThat(schemas.indexOf("[\"Yes\"]")).isPositive().isLessThan(schemas.indexOf("[\"No\"]"));
  }

  private static Compilation types(TestCompiler compiler) {
    return Compilation.with(compiler)
        .source("app/Email.java", EMAIL)
        .source("app/Tone.java", TONE)
        .source("app/Choice.java", CHOICE);
  }

  private static Compiled together(TestCompiler compiler) {
    Compiled compiled = types(compiler).source("app/Ag.java", AGENT).compile();
    assertThat(compiled.messages()).isEmpty();
    return compiled;
  }

  private static void deleteGenerated(Compiled compiled) throws IOException {
    Path folder = compiled.classes().resolve("app");
    Files.delete(folder.resolve("WiredAg.class"));
    Files.delete(folder.resolve("WiredAg$Json.class"));
  }

  private static String schemas(Compiled compiled) {
    String source = compiled.source("app/WiredAg.java");
    return source.substring(source.indexOf("class Json"));
  }
}
