package io.stepwright.processor.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.descriptor.json.CanonicalJson;
import io.stepwright.descriptor.json.JsonFile;
import io.stepwright.descriptor.json.JsonSyntaxException;
import io.stepwright.wiring.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The canonical JSON of compile time is that of the runtime, which compares digests of it. */
class CanonicalJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "[[], {}, null, true, false]",
        "{\"b\": 1, \"a\": {\"d\": [1, 2], \"c\": \"x\"}, \"A\": 0, \"\": null}",
        "{\"\\u00e9\": 1, \"e\": 2, \"\\ud83d\\ude00\": 3, \"\\uffff\": 4}",
        "\"\\u0000\\u0001\\u001f\\u007f\\u0080 \\\"\\\\ \\/ \\b\\f\\n"
            + "\\r"
            + "\\t \\u2028 \\ud83d\\ude00\"",
        "[0, -0, 0.0, 1.0, 1.50, 100, 1e2, 1E+2, 1e-2, -12.340e5]",
        "[1e20, 1e21, 1e-20, 1e-21, 123456789012345678901234567890, 1e400, 1e-400]",
        "[0.00000000000000000001, 0.000000000000000000001, 1.0e-999]",
      })
  void isThatOfTheRuntime(String json) throws JsonSyntaxException {
    assertThat(CanonicalJson.of(JsonFile.parse(json))).isEqualTo(JsonValue.parse(json).canonical());
  }

  @Test
  void refusesNumbersThatWouldFillTheMemory() {
    for (String number : new String[] {"1e999999999", "1e-999999999", "10e2147483647", "1e2001"}) {
      assertThatThrownBy(() -> CanonicalJson.of(JsonFile.parse(number)))
          .as(number)
          .isInstanceOf(JsonSyntaxException.class);
    }
  }

  @Test
  void refusesNamesThatOccurTwice() {
    assertThatThrownBy(() -> CanonicalJson.of(JsonFile.parse("{\"a\": 1, \"\\u0061\": 2}")))
        .isInstanceOf(JsonSyntaxException.class);
  }
}
