package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.EveryCompiler;
import io.stepwright.processor.testing.TestCompiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Generated methods have the nullness annotations of the agent's methods. */
class NullnessTest {

  private static final String DECLARATION =
      """
      package app;
      import java.lang.annotation.*;
      @Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.FIELD})
      public @interface Nullable {
        String value() default "";
      }
      """;

  private static final String BOTH =
      """
      package both;
      import java.lang.annotation.*;
      @Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
      public @interface Nullable {}
      """;

  private static final String DEPRECATED =
      """
      package old;
      @Deprecated
      public @interface Nullable {}
      """;

  @EveryCompiler
  void repeatsAnnotationsOfTypes(TestCompiler compiler) {
    String source =
        generated(
            compiler,
            "org.jspecify.annotations.Nullable",
            """
            @EntryPoint("none") @Nullable String run(@Nullable String in, List<@Nullable String> items,
                String @Nullable [] array, @Nullable String[] texts, Map.@Nullable Entry<String, @Nullable Integer> entry,
                Map<String, ? extends @Nullable Number> wild);
            @AgentStep default @Nullable String none(@Nullable String in) { return in; }
            @AgentStep @Model("m") @Prompt("{{in}} {{items}}")
            @Nullable String asked(@Nullable String in, List<@Nullable String> items);
            @AgentStep @Regex("x") List<String> found(@Nullable String in);
            """);

    assertThat(source)
        .contains(
            "public @Nullable String run(@Nullable String in, List<@Nullable String> items, String"
                + " @Nullable [] array, @Nullable String[] texts, Map.@Nullable Entry<String,"
                + " @Nullable Integer> entry, Map<String, ? extends @Nullable Number> wild) {",
            "public @Nullable String none(@Nullable String in) {",
            "public @Nullable String asked(@Nullable String in, List<@Nullable String> items) {",
            "private @Nullable String asked(Step step, @Nullable String in,"
                + " List<@Nullable String> items) throws InterruptedException {",
            "private List<String> found(Step unused, @Nullable String in) {");
  }

  @EveryCompiler
  void repeatsAnnotationsOfDeclarations(TestCompiler compiler) {
    String source =
        generated(
            compiler,
            "app.Nullable",
            """
            @EntryPoint("none") @Nullable("why") String run(@Nullable String[] in);
            @AgentStep @Nullable default String none(@Nullable("so") String[] in) { return in[0]; }
            @AgentStep @Model("m") @Prompt("{{in}}") @Nullable String asked(@Nullable String in);
            """);

    assertThat(source)
        .contains(
            "@Override @Nullable(\"why\") public String run(@Nullable String[] in) {",
            "@Override @Nullable public String none(@Nullable(\"so\") String[] in) {",
            "@Nullable private String asked(Step step, @Nullable String in)");
  }

  @EveryCompiler
  void repeatsAnnotationsOfBothOnce(TestCompiler compiler) {
    String source =
        generated(
            compiler,
            "both.Nullable",
            """
            @EntryPoint("none") @Nullable String run(@Nullable String in, @Nullable String[] texts);
            @AgentStep default @Nullable String none(@Nullable String in) { return in; }
            """);

    assertThat(source)
        .contains(
            "@Override public @Nullable String run(@Nullable String in, @Nullable String[] texts)"
                + " {",
            "@Override public @Nullable String none(@Nullable String in) {");
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void nobodyIsWarnedOfDeprecatedAnnotations(TestCompiler compiler) {
    String source =
        generated(
            compiler,
            "old.Nullable",
            """
            @EntryPoint("none") @Nullable String run(String in);
            @AgentStep default String none(String in) { return in; }
            """);

    assertThat(source).contains("@Override @Nullable public String run(String in) {");
  }

  /** The generated class as one long line. */
  private static String generated(TestCompiler compiler, String nullable, String members) {
    Compiled compiled =
        Compilation.with(compiler)
            .source("app/Nullable.java", DECLARATION)
            .source("both/Nullable.java", BOTH)
            .source("old/Nullable.java", DEPRECATED)
            .option(compiler == TestCompiler.JAVAC ? "-Xlint:all" : "-warn:+deprecation")
            .source(
                "app/Maybe.java",
                """
                package app;
                import io.stepwright.*;
                import java.util.*;
                import %s;
                @Agent
                @SuppressWarnings("stepwright")
                public interface Maybe {
                  %s
                }
                """
                    .formatted(nullable, members))
            .compile();
    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.warnings()).noneMatch(warning -> warning.file().equals("WiredMaybe.java"));
    return compiled
        .source("app/WiredMaybe.java")
        .replaceAll("\\s+", " ")
        .replace("( ", "(")
        .replace(". @", ".@"); // JavaPoet writes a space here.
  }
}
