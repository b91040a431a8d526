package io.stepwright.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ \"b\" : 1.0, \"a\" : [ true , null ] } | {\"a\":[true,null],\"b\":1}",
        "250 | 250",
        "2.50e2 | 250",
        "-0.0 | 0",
        "0.10 | 0.1",
        "1e999 | 1E+999",
        "10e998 | 1E+999",
        "\"\\u0041\\n\" | \"A\\n\"",
        "{} | {}",
      })
  void equalValuesHaveEqualTexts(String json, String canonical) {
    assertThat(JsonValue.parse(json).canonical()).isEqualTo(canonical);
    assertThat(JsonValue.parse(canonical).canonical()).isEqualTo(canonical);
  }

  @Test
  void aNumberOutOfBoundsHasNoCanonicalForm() {
    assertThatThrownBy(() -> JsonValue.parse("{\"a\":1e999999999}").canonical())
        .isInstanceOf(JsonMismatchException.class)
        .hasMessageContaining("out of bounds");
  }
}
