package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Finds and reads resources. */
class ResourceTest {

  private static final String PROMPT = "@Model(\"m\") @Prompt(file = \"p.md\")";
  private static final String TEMPLATE = "@Template(\"t.json\")";

  @TempDir Path folder;
  private Path resources;

  @BeforeEach
  void makeFolder() throws IOException {
    resources = Files.createDirectories(folder.resolve("resources"));
  }

  private Compiled compile(TestCompiler compiler, String annotations, String... options) {
    Compilation compilation =
        Compilation.with(compiler)
            .source(
                "app/Letters.java",
                """
                package app;
                import io.stepwright.*;
                @Agent
                public interface Letters {
                  record Letter(String text) {}
                  @EntryPoint Letter write(String name);
                  @AgentStep %s Letter letter(String name);
                }
                """
                    .formatted(annotations))
            .withFiles()
            .option("-Astepwright.resources=" + resources);
    for (String option : options) {
      compilation.option(option);
    }
    return compilation.compile();
  }

  private static String written(Compiled compiled) {
    assertThat(compiled.errors()).isEmpty();
    return compiled.source("app/WiredLetters.java");
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void aLinkOutOfTheFolderIsRefused(TestCompiler compiler) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "S3CRET {{name}}");
    link(resources.resolve("p.md"), secret);
    Compiled compiled = compile(compiler, PROMPT);
    assertThat(compiled.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.id()).isEqualTo("ResourcePath");
              assertThat(error.text()).contains("'p.md'", "leads out of the resources");
              assertThat(error.text()).contains("-Astepwright.resources.links=true");
              assertThat(error.text()).doesNotContain("S3CRET");
            });
    assertThat(compiled.source("app/WiredLetters.java")).doesNotContain("S3CRET");
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void aFileBehindALinkedFolderIsRefused(TestCompiler compiler) throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("t.json"), "{\"text\": \"S3CRET {{name}}\"}");
    link(resources.resolve("inner"), outside);
    assertThat(compile(compiler, "@Template(\"inner/t.json\")").errors())
        .extracting(Compiled.Message::id)
        .containsExactly("ResourcePath");
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void linksAreTakenIfTheBuildSaysSo(TestCompiler compiler) throws IOException {
    link(resources.resolve("p.md"), Files.writeString(folder.resolve("shared"), "Dear {{name}}"));
    String option = "-Astepwright.resources.links=";
    assertThat(written(compile(compiler, PROMPT, option + "true"))).contains("\"Dear {{name}}\"");
    assertThat(compile(compiler, PROMPT, option + "false").errors()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void aLinkWithinTheFolderIsTaken(TestCompiler compiler) throws IOException {
    link(resources.resolve("p.md"), Files.writeString(resources.resolve("q.md"), "Dear {{name}}"));
    assertThat(written(compile(compiler, PROMPT))).contains("\"Dear {{name}}\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void theFolderItselfMayBeBehindALink(TestCompiler compiler) throws IOException {
    Files.writeString(resources.resolve("p.md"), "Dear {{name}}");
    Path other = folder.resolve("other");
    link(other, resources);
    resources = other;
    assertThat(written(compile(compiler, PROMPT))).contains("\"Dear {{name}}\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void lineEndsAndAMarkOfTheByteOrderChangeNothing(TestCompiler compiler) throws IOException {
    String prompt = "--- system ---\nYou\nare kind.\n--- user ---\nDear\n{{name}}\n";
    String template = "{\n  \"text\": \"Dear {{name}}\"\n}\n";
    Compiled usual = compiled(compiler, prompt, template);
    for (String lineEnd : new String[] {"\r\n", "\r"}) {
      for (String mark : new String[] {"", "\uFEFF"}) {
        Compiled other =
            compiled(
                compiler,
                mark + prompt.replace("\n", lineEnd),
                mark + template.replace("\n", lineEnd));
        assertThat(other.files()).containsExactlyElementsOf(usual.files());
        for (String file : usual.files()) {
          if (file.endsWith(".java") || file.endsWith(".json") && file.startsWith("classes")) {
            assertThat(other.file(file)).as(file).isEqualTo(usual.file(file));
          }
        }
      }
    }
  }

  /** Compiles an agent with both kinds of files. */
  private Compiled compiled(TestCompiler compiler, String prompt, String template)
      throws IOException {
    Files.writeString(resources.resolve("p.md"), prompt);
    Files.writeString(resources.resolve("t.json"), template);
    Compiled compiled =
        Compilation.with(compiler)
            .source(
                "app/Both.java",
                """
                package app;
                import io.stepwright.*;
                @Agent
                public interface Both {
                  record Letter(String text) {}
                  record All(String answer, Letter letter) {}
                  @EntryPoint All write(String name);
                  @AgentStep @Model("m") @Prompt(file = "p.md") String answer(String name);
                  @AgentStep @Template("t.json") Letter letter(String name);
                }
                """)
            .option("-Astepwright.resources=" + resources)
            .compile();
    assertThat(compiled.messages()).isEmpty();
    return compiled;
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void aFileOfTheGreatestSizeIsTakenAndALargerOneIsNot(TestCompiler compiler) throws IOException {
    String text = "Dear {{name}}\n";
    Files.writeString(resources.resolve("p.md"), text + "x".repeat((1 << 20) - text.length()));
    assertThat(written(compile(compiler, PROMPT))).contains("Dear ");
    Files.writeString(resources.resolve("p.md"), text + "x".repeat((1 << 20) - text.length() + 1));
    assertThat(compile(compiler, PROMPT).errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.id()).isEqualTo("ResourceSize");
              assertThat(error.text()).contains("'p.md'", "larger than 1048576 bytes");
            });
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void whatIsNotUtf8IsShownWhereItStands(TestCompiler compiler) throws IOException {
    for (byte[] wrong :
        new byte[][] {
          {(byte) 0xE9},
          {(byte) 0xC3}, // cut off
          {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, // half of a surrogate pair
          {(byte) 0xC0, (byte) 0xAF}, // longer than needed
        }) {
      byte[] before = "Dear\r\n\u00e4{{name}}".getBytes(StandardCharsets.UTF_8);
      byte[] all = java.util.Arrays.copyOf(before, before.length + wrong.length);
      System.arraycopy(wrong, 0, all, before.length, wrong.length);
      Files.write(resources.resolve("p.md"), all);
      Files.write(resources.resolve("t.json"), all);
      for (String annotations : new String[] {PROMPT, TEMPLATE}) {
        assertThat(compile(compiler, annotations).errors())
            .singleElement()
            .satisfies(
                error -> {
                  assertThat(error.id()).isEqualTo("ResourceEncoding");
                  assertThat(error.text())
                      .contains(":2:10 has the byte 0x%02X".formatted(wrong[0]));
                });
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void namesAreSpelledAsTheyAre(TestCompiler compiler) throws IOException {
    Files.createDirectories(resources.resolve("mails"));
    Files.writeString(resources.resolve("mails/p.md"), "Dear {{name}}");
    for (String path : new String[] {"mails/P.md", "Mails/p.md", "mails/p.MD"}) {
      assertThat(compile(compiler, PROMPT.replace("p.md", path)).errors())
          .singleElement()
          .satisfies(
              error -> {
                assertThat(error.id()).isEqualTo("MissingResource");
                assertThat(error.text()).contains("is spelled '");
              });
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void aTemplateHasAsManyPartsAsFitIntoAMethod(TestCompiler compiler) throws IOException {
    // Counts the list, and for each item a text, a slot and the value shown to the model.
    assertThat(templateOf(compiler, 390).errors()).isEmpty();
    assertThat(templateOf(compiler, 410).errors())
        .extracting(Compiled.Message::id)
        .containsExactly("TooManyValues");
  }

  private Compiled templateOf(TestCompiler compiler, int items) throws IOException {
    String item = "\"Dear {{name}}, %d\"";
    StringBuilder list = new StringBuilder("{\"texts\": [\"{{write: a greeting}}\"");
    for (int i = 0; i < items; i++) {
      list.append(", ").append(item.formatted(i));
    }
    Files.writeString(resources.resolve("t.json"), list.append("]}"));
    return Compilation.with(compiler)
        .source(
            "app/Letters.java",
            """
            package app;
            import io.stepwright.*;
            import java.util.List;
            @Agent
            public interface Letters {
              record Letter(List<String> texts) {}
              @EntryPoint Letter write(String name);
              @AgentStep @Model("m") @Template("t.json") Letter letter(String name);
            }
            """)
        .option("-Astepwright.resources=" + resources)
        .compile();
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void largeFilesOfMistakesAreToldInTime(TestCompiler compiler) throws IOException {
    String many = "{{nope}} {{name}} ".repeat(50_000);
    Files.writeString(resources.resolve("p.md"), many);
    assertThat(compile(compiler, PROMPT).errors())
        .extracting(Compiled.Message::id)
        .containsExactly("TooManyValues");
    Files.writeString(resources.resolve("p.md"), "{{nope}} {{name}} ".repeat(2_000));
    assertThat(compile(compiler, PROMPT).errors()).hasSizeLessThanOrEqualTo(100).isNotEmpty();
    Files.writeString(
        resources.resolve("t.json"), "{\"text\": [" + "{}, ".repeat(200_000) + "{}]}");
    assertThat(compile(compiler, TEMPLATE).errors()).hasSizeLessThanOrEqualTo(100).isNotEmpty();
    Files.writeString(resources.resolve("t.json"), "{\"text\": \"" + many + "\"}");
    assertThat(compile(compiler, TEMPLATE).errors()).hasSizeLessThanOrEqualTo(100).isNotEmpty();
    Files.writeString(resources.resolve("t.json"), "{\"text\": " + "7".repeat(1_000_000) + "}");
    assertThat(compile(compiler, TEMPLATE).errors())
        .extracting(Compiled.Message::id)
        .containsExactly("BadTemplate");
  }

  private static void link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "links cannot be made here: " + e);
    }
  }
}
