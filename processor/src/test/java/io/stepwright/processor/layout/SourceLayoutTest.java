package io.stepwright.processor.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceLayoutTest {

  private static final int MUTANTS = 500;

  /** Source files of all kinds, not only generated ones: unknown syntax must stay unchanged. */
  private static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).sorted().toList()) {
        sources.add(Files.readString(file));
      }
    }
    assertThat(sources).hasSizeGreaterThan(200);
    return sources;
  }

  @Test
  void tokensStayAsTheyAre() throws IOException {
    for (String source : sources()) {
      String formatted = SourceLayout.format(source);
      assertThat(tokens(formatted)).isEqualTo(tokens(source));
      assertThat(SourceLayout.format(formatted)).isEqualTo(formatted);
    }
  }

  @Test
  void tokensOfWhatIsNoJavaStayAsTheyAre() throws IOException {
    Random random = new Random(20261130);
    List<String> sources = sources();
    for (int i = 0; i < MUTANTS; i++) {
      String mutant = mutant(sources.get(random.nextInt(sources.size())), random);
      assertThatCode(
              () -> assertThat(tokens(SourceLayout.format(mutant))).isEqualTo(tokens(mutant)))
          .as(mutant)
          .doesNotThrowAnyException();
    }
  }

  /** Returns the source with a token left out, doubled, or moved. */
  private static String mutant(String source, Random random) {
    List<String> tokens = tokens(source);
    if (tokens.size() < 2) {
      return source;
    }
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(tokens.size() - 1);
      switch (random.nextInt(3)) {
        case 0 -> tokens.remove(at);
        case 1 -> tokens.add(at, tokens.get(at));
        default -> tokens.add(random.nextInt(tokens.size()), tokens.remove(at));
      }
    }
    return String.join(" ", tokens);
  }

  private static boolean isString(String token) {
    return token.startsWith("\"") && !TextBlock.is(token);
  }

  /**
   * Returns the tokens, with text blocks without their margins and concatenated literals joined; an
   * empty list if some text is not a token.
   */
  private static List<String> tokens(String source) {
    List<String> tokens = new ArrayList<>();
    try {
      for (Token token : Lexer.tokens(source)) {
        String text = token.text();
        int line = TextBlock.is(text) ? text.indexOf('\n') + 1 : 0;
        String plain = text.substring(0, line) + text.substring(line).stripIndent();
        int last = tokens.size() - 1;
        boolean sum = token.isText() && last > 0 && tokens.get(last).equals("+");
        if (sum && isString(text) && isString(tokens.get(last - 1))) {
          tokens.remove(last);
          String before = tokens.remove(last - 1);
          plain = before.substring(0, before.length() - 1) + text.substring(1);
        }
        tokens.add(plain);
      }
    } catch (UnknownCodeException e) {
      tokens.clear();
    }
    return tokens;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enum E { A, B }",
        "class A { void run() { for (int i = 0; i < 9; i++) { go(i >> 1); } } }",
        "class A { A { } }",
        "class A { int x; // a comment\n }",
        "no Java at all",
        "class A { String s = \"not closed; }",
        "class A { void a() { ) } }",
        ""
      })
  void whatIsUnknownStaysAsItIs(String source) {
    assertThat(SourceLayout.format(source).replaceAll("\\s+", " ").strip())
        .isEqualTo(source.replaceAll("\\s+", " ").strip());
  }

  @Test
  void onlyTheMemberThatIsUnknownStaysAsItIs() {
    assertThat(
            SourceLayout.format(
                """
                class A {  int  a = 1; /** Loops. */ void b() { do { c(); } while (true); }
                void c() {
                } }
                """))
        .isEqualTo(
            """
            class A {
              int a = 1;

              /** Loops. */ void b() { do { c(); } while (true); }

              void c() {}
            }
            """);
  }

  @Test
  void textBlocksKeepTheirValues() {
    assertThat(
            SourceLayout.format(
                "class A { String a = b(\"\"\"\n  x\n\n    \\\"\"\"\n  y\\s\n    \"\"\", 1); }"))
        .isEqualTo(
            """
            class A {
              String a =
                  b(
                      \"""
                      x

                        \\\"""
                      y\\s
                        \""",
                      1);
            }
            """);
  }

  @Test
  void commentsAreFilled() {
    assertThat(
            SourceLayout.format(
                """
                /**
                 * Runs {@link A}: every
                 * step starts as soon as %s are there.
                 *
                 * <pre>{@code
                 * all(text)
                 *   x   at once
                 * }</pre>
                 */
                class A {
                  /**
                   * Short.
                   */
                  void a() {}
                }
                """
                    .formatted("its own inputs ".repeat(4).strip())))
        .isEqualTo(
            """
            /**
             * Runs {@link A}: every step starts as soon as its own inputs its own inputs its own inputs its own
             * inputs are there.
             *
             * <pre>{@code
             * all(text)
             *   x   at once
             * }</pre>
             */
            class A {
              /** Short. */
              void a() {}
            }
            """);
  }
}
