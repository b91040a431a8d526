package io.stepwright.descriptor.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFileTest {

  /** Each character of a string knows its place, with escapes before it and without. */
  @Test
  void charactersKnowTheirPlaces() throws JsonSyntaxException {
    String file = " \"ab\\n\\u0041c\"";
    JsonNode.JsonText text = (JsonNode.JsonText) JsonFile.parse(file);
    assertThat(text.value()).isEqualTo("ab\nAc");
    assertThat(text.offsets()).containsExactly(2, 3, 4, 6, 12, 13);
    JsonNode.JsonText plain = (JsonNode.JsonText) JsonFile.parse("\"abc\"");
    assertThat(plain.offsets()).containsExactly(1, 2, 3, 4);
  }

  /** Offsets of long strings are computed: stored as objects, they would be 80 MB here. */
  @Test
  void offsetsTakeNoMemoryOfTheirOwn() throws JsonSyntaxException {
    String file = "\"\\n" + "x".repeat(4_000_000) + "\"";
    var bean = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = bean.getCurrentThreadAllocatedBytes();
    JsonNode.JsonText text = (JsonNode.JsonText) JsonFile.parse(file);
    assertThat(bean.getCurrentThreadAllocatedBytes() - before).isLessThan(40_000_000);
    assertThat(text.offsets().get(1)).isEqualTo(3);
    assertThat(text.offsets().get(4_000_001)).isEqualTo(file.length() - 1);
  }

  /** Each value takes much more memory than its text. */
  @Test
  void boundsTheNumberOfValues() throws JsonSyntaxException {
    assertThat(JsonFile.parse("[" + "0,".repeat(399_998) + "0]")).isNotNull();
    for (String value : new String[] {"0", "[]", "{}", "\"\""}) {
      String json = "[" + (value + ",").repeat(399_999) + value + "]";
      assertThatThrownBy(() -> JsonFile.parse(json))
          .isInstanceOf(JsonSyntaxException.class)
          .hasMessage("There are more than 400000 values.");
    }
  }

  /** Values that were written are read back unchanged. */
  @Test
  void readsWhatIsWritten() throws JsonSyntaxException {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      String value =
          IntStream.generate(() -> random.nextInt(random.nextBoolean() ? 128 : 65_536))
              .limit(random.nextInt(20))
              .collect(StringBuilder::new, (s, c) -> s.append((char) c), StringBuilder::append)
              .toString();
      JsonNode read = JsonFile.parse(JsonPrinter.quote(value));
      assertThat(((JsonNode.JsonText) read).value()).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "{\"a\":1,}",
        "01",
        "+1",
        "1.",
        ".5",
        "nul",
        "'a'",
        "// a",
        "1 2"
      })
  void refusesWhatIsNotJson(String text) {
    assertThatThrownBy(() -> JsonFile.parse(text)).isInstanceOf(JsonSyntaxException.class);
  }
}
