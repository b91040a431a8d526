package io.stepwright.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {

  enum Intent {
    BUILD,
    OTHER
  }

  enum Ten {
    N0,
    N1,
    N2,
    N3,
    N4,
    N5,
    N6,
    N7,
    N8,
    N9
  }

  enum Eleven {
    N0,
    N1,
    N2,
    N3,
    N4,
    N5,
    N6,
    N7,
    N8,
    N9,
    N10
  }

  static Stream<Arguments> good() {
    return Stream.of(
        row("\"x\"", JsonValue::asString, "x"),
        row("\"\"", JsonValue::asString, ""),
        row("\"\\u00e4\\n\"", JsonValue::asString, "ä\n"),
        row("true", JsonValue::asBoolean, true),
        row("\"x\"", JsonValue::asChar, 'x'),
        row("127", JsonValue::asByte, (byte) 127),
        row("-32768", JsonValue::asShort, (short) -32768),
        row("2147483647", JsonValue::asInt, 2147483647),
        row("1.0", JsonValue::asInt, 1),
        row("1e3", JsonValue::asInt, 1000),
        row("0e5", JsonValue::asInt, 0),
        row("0.000", JsonValue::asLong, 0L),
        row("-9223372036854775808", JsonValue::asLong, Long.MIN_VALUE),
        row("0.1", JsonValue::asDouble, 0.1),
        row("1e-400", JsonValue::asDouble, 0.0),
        row("0.5", JsonValue::asFloat, 0.5f),
        row("\"BUILD\"", json -> json.asEnum(Intent.class), Intent.BUILD),
        row("{\"a\":{\"b\":1}}", json -> json.field("a").field("b").asInt(), 1),
        row(" 1 ", JsonValue::asInt, 1));
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        row("1", JsonValue::asString, "The answer is not a string."),
        row("null", JsonValue::asString, "The answer is not a string."),
        row("\"true\"", JsonValue::asBoolean, "true or false"),
        row("\"\"", JsonValue::asChar, "single character"),
        row("\"xy\"", JsonValue::asChar, "single character"),
        row("128", JsonValue::asByte, "from -128 to 127"),
        row("32768", JsonValue::asShort, "from -32768 to 32767"),
        row("2147483648", JsonValue::asInt, "from -2147483648 to 2147483647"),
        row("1.5", JsonValue::asInt, "whole number"),
        row("\"1\"", JsonValue::asInt, "whole number"),
        row("1e999999999", JsonValue::asLong, "whole number"),
        row("1e-999999999", JsonValue::asLong, "whole number"),
        row("-1e999999999", JsonValue::asInt, "whole number"),
        row("9223372036854775808", JsonValue::asLong, "whole number"),
        row("1e999", JsonValue::asDouble, "range of double"),
        row("1e99", JsonValue::asFloat, "range of float"),
        row(
            "\"build\"",
            json -> json.asEnum(Intent.class),
            "The answer is not a constant of Intent (BUILD, OTHER)."),
        row(
            "{\"a\":\"C\"}",
            json -> json.field("a").decode(v -> v.asEnum(Ten.class)),
            "'a' is not a constant of Ten (N0, N1, N2, N3, N4, N5, N6, N7, N8, N9)."),
        row(
            "\"canary\"",
            json -> json.asEnum(Eleven.class),
            "The answer is not a constant of Eleven (N0, N1, N2, N3, N4, N5, N6, N7, N8, N9, …)."),
        row("\"0000000001-1-1-1-0000000000000000001\"", JsonValue::asUuid, "a UUID"),
        row("\"١\"", JsonValue::asBigDecimal, "a decimal number"),
        row("\"１\"", JsonValue::asBigDecimal, "a decimal number"),
        row("[1]", json -> json.field("a"), "The answer is not an object such as {\"a\": …}."),
        row("{\"a\":null}", json -> json.field("a"), "'a' is null."),
        row("{\"b\":1}", json -> json.field("a"), "'a' is missing: {\"a\": …} is expected."),
        row("{\"a\":{\"b\":[]}}", json -> json.field("a").field("b").asInt(), "'a.b' is not"));
  }

  private static Arguments row(String json, Function<JsonValue, Object> read, Object expected) {
    return Arguments.of(json, read, expected);
  }

  @ParameterizedTest
  @MethodSource
  void good(String json, Function<JsonValue, Object> read, Object expected) {
    assertThat(read.apply(JsonValue.parse(json))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource
  void bad(String json, Function<JsonValue, Object> read, String message) {
    assertThatThrownBy(() -> read.apply(JsonValue.parse(json)))
        .isInstanceOf(JsonMismatchException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "{",
        "{\"a\":1",
        "{'a':1}",
        "{\"a\":1,}",
        "canary",
        "NaN",
        "{} {}",
        "1 2",
        "{\"a\":1,\"a\":2}",
        "```json\n{}\n```",
        "\"canary",
      })
  void whatIsNotOneJsonValueIsRefusedWithoutQuotingIt(String text) {
    assertThatThrownBy(() -> JsonValue.parse(text))
        .isInstanceOf(JsonMismatchException.class)
        .hasMessageStartingWith("The answer")
        .hasMessageNotContaining("canary")
        .hasNoCause();
  }

  @Test
  void thereAreLimits() {
    assertThat(JsonValue.parse("[".repeat(64) + "]".repeat(64))).isNotNull();
    assertThat(JsonValue.parse("[1" + ",1".repeat(200_000) + "]")).isNotNull();
    for (String text :
        new String[] {
          "[".repeat(65) + "]".repeat(65),
          "[".repeat(1_000_000),
          "{\"a\":".repeat(100_000),
          "[{}" + ",{}".repeat(250_000) + "]",
          "[1" + ",1".repeat(450_000) + "]",
          "\"" + "x".repeat(4 * 1024 * 1024) + "\""
        }) {
      assertThatThrownBy(() -> JsonValue.parse(text)).isInstanceOf(JsonMismatchException.class);
    }
  }
}
