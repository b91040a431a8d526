package io.stepwright.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.StepId;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.ToolSpec;
import io.stepwright.spi.Turn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoneSurrogateTest {

  private static final PromptText SLOT = PromptText.of("{{p}}");

  @ParameterizedTest
  @CsvSource({
    "a\uD83Db, a\uFFFDb",
    "\uD83D, \uFFFD",
    "a\uDE00, a\uFFFD",
    "\uDE00\uD83D, \uFFFD\uFFFD",
    "\uD83D\uD83D\uDE00\uDE00, \uFFFD\uD83D\uDE00\uFFFD",
    "\uD83D\uDE00, \uD83D\uDE00",
    "plain, plain",
  })
  void becomesTheReplacementCharacterWhereverItStands(String text, String sent) {
    assertThat(SLOT.with("p", text).message()).isEqualTo(sent);
    assertThat(SLOT.withOptional("p", Optional.of(text)).message()).isEqualTo(sent);
    assertThat(SLOT.withJson("p", text, JsonWriter::string).message()).isEqualTo('"' + sent + '"');
    JsonEncoder<String> record =
        (json, value) -> json.beginObject().name(value).string(value).endObject();
    assertThat(SLOT.withJson("p", text, record).message())
        .isEqualTo("{\"%s\":\"%s\"}".replace("%s", sent));
    ModelRequest request =
        new ModelRequest(
            new StepId("A", "s", "s", ""),
            "m",
            List.of(
                new Turn.Instructions(text),
                new Turn.User(text),
                new Turn.Model(text, List.of(new ToolCall(text, text, text))),
                new Turn.ToolResult(text, text, false)),
            List.of(new ToolSpec("tool", text, text)),
            new ModelRequest.Schema("S", text),
            new ModelRequest.Options(Duration.ofSeconds(1), "key"));
    assertThat(request.prompt()).isEqualTo(sent);
    assertThat(request.system()).isEqualTo(sent);
    assertThat(request.turns().get(2))
        .isEqualTo(new Turn.Model(sent, List.of(new ToolCall(sent, sent, sent))));
    assertThat(request.turns().get(3)).isEqualTo(new Turn.ToolResult(sent, sent, false));
    assertThat(request.tools()).containsExactly(new ToolSpec("tool", sent, sent));
    assertThat(request.schema()).isEqualTo(new ModelRequest.Schema("S", sent));
  }

  @Test
  void halvesOfTwoValuesDoNotBecomeACharacter() {
    String prompt = PromptText.of("{{a}}{{b}}").with("a", "x\uD83D").with("b", "\uDE00y").message();
    assertThat(prompt).isEqualTo("x\uFFFD\uFFFDy");
  }

  @Test
  void aTextWithoutOneIsNotCopied() {
    String text = new String(new char[] {'a', '\uD83D', '\uDE00', 'b'});
    assertThat(ModelRequest.wellFormed(text)).isSameAs(text);
  }

  @Test
  void theCacheKeepsTheText() {
    assertThat(new CacheKey().exact("p", "a\uD83Db").exact())
        .containsExactly("p", "text", "a\uD83Db");
    assertThat(new CacheKey().text("p", "a\uD83Db").text()).isEqualTo("a\uD83Db");
    assertThat(new CacheKey().exactJson("p", "a\uD83Db", JsonWriter::string).exact())
        .contains("\"a\uD83Db\"");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whateverIsSentIsWellFormed(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        text.append("ab\u00e9\uD83D\uDBFF\uDE00\uDC00\uFFFD".charAt(random.nextInt(8)));
      }
      String sent = SLOT.with("p", text).message();
      assertThat(StandardCharsets.UTF_16.newEncoder().canEncode(sent)).isTrue();
      assertThat(sent).hasSameSizeAs(text);
      // The JDK replaces the same characters, by a question mark.
      assertThat(
              new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
          .isEqualTo(unmarked(sent, text));
    }
  }

  private static String unmarked(String sent, CharSequence text) {
    StringBuilder marked = new StringBuilder(sent);
    for (int i = 0; i < marked.length(); i++) {
      if (Character.isSurrogate(text.charAt(i)) && marked.charAt(i) == '\uFFFD') {
        marked.setCharAt(i, '?');
      }
    }
    return marked.toString();
  }
}
