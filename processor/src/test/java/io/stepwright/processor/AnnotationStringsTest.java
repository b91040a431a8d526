package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.JavaTokens;
import io.stepwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Puts any string into any annotation: it is either reported, or the generated class compiles and
 * differs from that of a harmless string only in literals and comments.
 */
class AnnotationStringsTest {

  private static final long SEED = Long.getLong("stepwright.seed", 20261129L);
  private static final int STRINGS = Integer.getInteger("stepwright.strings", 4);

  /** An agent with all annotations; each {@code <…>} is a place, with its usual content. */
  private static final String AGENT =
      """
      package app;
      import io.stepwright.*;
      import java.util.*;
      @Agent(name = <plain>)
      public interface Strings {
        @Describe(<plain>) record Out(@Describe(<plain>) String text, Kind kind) {}
        enum Kind { X, @Describe(<plain>) Y }
        record In(String text, List<String> items) {}
        record Result(Out out, @From(<hit>) Optional<String> found) {}
        @EntryPoint(timeout = <30s>, also = {<note>, "last"}) Result run(In in);
        @EntryPoint(value = <last>) List<String> all(In in);
        @AgentStep(after = <note>) @Model(value = <plain>, fallback = {<plain>, "n"}) @Timeout(value = <20s>, attempt = <5s>)
        @Cached(similarity = 0.9, on = <in.text>, ttl = <2h>)
        @Prompt(value = <Say {{in.text}} plain>, system = <plain>)
        Out out(In in);
        @AgentStep(<hit>) @When(value = <in.text>, is = {<plain>, "b"}) @Model("m") @Prompt("{{o.text}}")
        Optional<String> hit(@From(<out>) Out o);
        @AgentStep @SideEffect @When(value = <in.text>, is = <plain>) default void note(In in) {}
        @AgentStep @Regex(value = <plain>, on = <in.text>) boolean found(In in);
        @AgentStep @When("found") @Model(<plain>) @Template(<t.json>) Out filled(In in);
        @AgentStep @When("!found") @Model(<plain>) @Prompt(file = <p.md>) String asked(In in);
        @AgentStep @Regex(<plain>) @Model(<plain>) @Prompt(<Look at {{item}} plain>) String last(@Each(<in.items>) String item);
        @EntryPoint(value = <filled>, also = "asked") Optional<Out> some(In in);
      }
      """;

  private static final Pattern PLACE =
      Pattern.compile("<([^<>]*(?:\\{\\{[^<>]*}}[^<>]*)?)>(?=[,)}])");

  private static final List<String> PIECES =
      List.of(
          "\\",
          "\\\\",
          "\\u",
          "\\u002a\\u002f",
          "\\uuu0041",
          "*/",
          "/*",
          "//",
          "\"",
          "\"\"\"",
          "'",
          "\n",
          "\r\n",
          "\r",
          "\t",
          "\f",
          "\u2028",
          "\u2029",
          "\u0085",
          "\ud800",
          "\udc00",
          "\ud83d\ude00",
          "\u0001",
          "\u001a",
          "\u001b[0m",
          "\u007f",
          "\u202e",
          "\ufeff",
          "$",
          "$L",
          "$S",
          "$T",
          "$W",
          "$$",
          "$>",
          "%s",
          "%",
          "{",
          "}",
          "{@code",
          "}}",
          "{{",
          "\\{{",
          "@",
          "<",
          "&#42;",
          " ",
          "  ",
          ";",
          "a",
          "é",
          "final class X {}");

  @Test
  void theAgentIsRightAsItStands() {
    assertThat(compile(TestCompiler.JAVAC, Map.of("S0", source("S0", -1, ""))).messages())
        .filteredOn(message -> message.kind() == javax.tools.Diagnostic.Kind.ERROR)
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void onlyLiteralsAndCommentsDiffer(TestCompiler compiler) {
    Random random = new Random(SEED);
    int places = (int) PLACE.matcher(AGENT).results().count();
    Map<String, String> sources = new LinkedHashMap<>();
    for (int i = 0; i < places * STRINGS; i++) {
      sources.put("S" + i, source("S" + i, i % places, text(random)));
    }
    Compiled first = compile(compiler, sources);
    assertThat(first.messages())
        .filteredOn(message -> message.id().equals("InternalError"))
        .as("seed %d", SEED)
        .isEmpty();
    Set<String> wrong =
        first.errors().stream()
            .filter(error -> !error.id().isEmpty())
            .map(AnnotationStringsTest::agent)
            .collect(Collectors.toSet());
    sources.keySet().removeAll(wrong);
    assertThat(sources).hasSizeGreaterThan(places * STRINGS / 4);
    sources.put("S", source("S", -1, ""));

    Compiled compiled = compile(compiler, sources);

    assertThat(compiled.errors()).as("seed %d", SEED).isEmpty();
    List<String> expected = tokens(compiled, "S");
    for (String name : sources.keySet()) {
      assertThat(tokens(compiled, name))
          .as(() -> "seed " + SEED + "\n" + compiled.source("app/Wired" + name + ".java"))
          .isEqualTo(expected);
    }
  }

  @Test
  void stringsBecomeLiteralsInOneWay() throws IOException {
    try (Stream<Path> files =
        Files.walk(Path.of("src/main/java/io/stepwright/processor/codegen"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file))
            .as("JavaPoet's own literals break at U+2028: %s", file)
            .doesNotContain("$S");
      }
    }
  }

  private static Compiled compile(TestCompiler compiler, Map<String, String> sources) {
    Compilation compilation =
        Compilation.with(compiler)
            .resource("t.json", "{\"text\": \"{{write: a word on {{in.text}}}}\", \"kind\": \"X\"}")
            .resource("p.md", "Say {{in.text}}");
    sources.forEach((name, source) -> compilation.source("app/" + name + ".java", source));
    if (compiler == TestCompiler.JAVAC) {
      compilation.option("-Xmaxerrs").option("10000");
    }
    return compilation.compile();
  }

  /** Returns the agent of an error. An error at a component of a record may have no position. */
  private static String agent(Compiled.Message error) {
    Matcher qualified = Pattern.compile("\\bapp\\.(S\\d+)\\.").matcher(error.text());
    return error.file().isEmpty() && qualified.find()
        ? qualified.group(1)
        : error.file().replace(".java", "");
  }

  /** The tokens of the generated class; a very long literal counts as one. */
  private static List<String> tokens(Compiled compiled, String name) {
    String source = compiled.source("app/Wired" + name + ".java");
    String tokens = String.join(" ", JavaTokens.of(source)).replace(" . concat ( \"\" )", "");
    return List.of(tokens.replaceAll("\\b(Wired)?" + name + "\\b", "$1Strings").split(" "));
  }

  /** Returns the agent with a string added to the content of one place. */
  private static String source(String name, int place, String text) {
    Matcher matcher = PLACE.matcher(AGENT.replace("interface Strings", "interface " + name));
    StringBuilder source = new StringBuilder();
    for (int i = 0; matcher.find(); i++) {
      String usual = matcher.group(1);
      // Leaves out characters that file names cannot contain; other tests cover such names.
      String added = usual.matches(".*\\.(json|md)") ? text.replaceAll("[^ -~]", "") : text;
      String said = i == place ? usual + added : usual;
      matcher.appendReplacement(source, Matcher.quoteReplacement(literal(said)));
    }
    return matcher.appendTail(source).toString();
  }

  private static String text(Random random) {
    if (random.nextInt(25) == 0) {
      return PIECES.get(random.nextInt(PIECES.size())).repeat(random.nextInt(9_000));
    }
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /** Writes a Java literal independently of the product code, which is under test. */
  private static String literal(String text) {
    List<String> characters = new ArrayList<>();
    for (char c : text.toCharArray()) {
      characters.add(
          switch (c) {
            case '\\' -> "\\134"; // After half a surrogate pair javac counts two of them as one.
            case '"' -> "\\\"";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> c >= ' ' && c <= '~' ? String.valueOf(c) : "\\u%04x".formatted((int) c);
          });
    }
    return '"' + String.join("", characters) + '"';
  }
}
