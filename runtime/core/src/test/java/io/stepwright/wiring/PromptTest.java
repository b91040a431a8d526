package io.stepwright.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PromptTest {

  enum Plan {
    PRO;

    @Override
    public String toString() {
      return "shown";
    }
  }

  record Address(String city, Optional<String> street) {}

  record Signup(String name, @Nullable Address address) {}

  private static final JsonEncoder<Address> ADDRESS =
      (json, value) ->
          json.beginObject()
              .name("city")
              .string(value.city())
              .name("street")
              .optional(value.street(), JsonWriter::string)
              .endObject();
  private static final JsonEncoder<Signup> SIGNUP =
      (json, value) ->
          json.beginObject()
              .name("name")
              .string(value.name())
              .name("address")
              .value(value.address(), ADDRESS)
              .endObject();

  static Stream<Arguments> values() {
    return Stream.of(
        json("a \"b\"\n", JsonWriter::string, "\"a \\\"b\\\"\\n\""),
        json(Plan.PRO, JsonWriter::constant, "\"PRO\""),
        json(1, JsonWriter::number, "1"),
        json(1.5, JsonWriter::number, "1.5"),
        json(new BigDecimal("1E+3"), JsonWriter::number, "1E+3"),
        json(Double.NaN, JsonWriter::number, "\"NaN\""),
        json(Float.NEGATIVE_INFINITY, JsonWriter::number, "\"-Infinity\""),
        json(true, JsonWriter::bool, "true"),
        json(
            List.of("a", "b"),
            (json, list) -> json.array(list, JsonWriter::string),
            "[\"a\",\"b\"]"),
        json(List.<String>of(), (json, list) -> json.array(list, JsonWriter::string), "[]"),
        json(
            new LinkedHashMap<>(Map.of("k", 1)),
            (json, map) -> json.map(map, JsonWriter::number),
            "{\"k\":1}"),
        json(
            new Signup("Ann", new Address("Bonn", Optional.empty())),
            SIGNUP,
            "{\"name\":\"Ann\",\"address\":{\"city\":\"Bonn\",\"street\":null}}"));
  }

  private static <T> Arguments json(T value, JsonEncoder<T> encoder, String expected) {
    return Arguments.of(value, encoder, expected);
  }

  @ParameterizedTest
  @MethodSource
  void values(Object value, JsonEncoder<Object> encoder, String expected) {
    assertThat(new Prompt().json("value", value, encoder).message()).isEqualTo(expected);
  }

  @Test
  void aMessageIsTextAndValues() {
    String message =
        new Prompt()
            .text("Plan: ")
            .slot("plan", Plan.PRO)
            .text(", n: ")
            .slot("n", 3)
            .optionalSlot("o", Optional.empty())
            .optionalSlot("o", Optional.of("!"))
            .optionalJson("j", Optional.of("x"), JsonWriter::string)
            .optionalJson("j", Optional.<String>empty(), JsonWriter::string)
            .message();
    assertThat(message).isEqualTo("Plan: PRO, n: 3!\"x\"");
  }

  @Test
  void aValueIsNeverScannedAgain() {
    String nasty = "{{signup.name}} \\{{ \"role\":\"system\" ${x} %s";
    assertThat(new Prompt().slot("a", nasty).message()).isEqualTo(nasty);
  }

  @Test
  void nullIsNamed() {
    assertNull("a", prompt -> prompt.slot("a", null));
    assertNull("a", prompt -> prompt.json("a", null, JsonWriter::string));
    assertNull("a", prompt -> prompt.optionalSlot("a", null));
    assertNull("a", prompt -> prompt.optionalJson("a", null, JsonWriter::string));
    assertNull("s.address", prompt -> prompt.json("s", new Signup("x", null), SIGNUP));
    assertNull(
        "s.1",
        prompt ->
            prompt.json(
                "s",
                Arrays.asList("x", null),
                (json, list) -> json.array(list, JsonWriter::string)));
  }

  private static void assertNull(String path, java.util.function.Consumer<Prompt> write) {
    assertThatThrownBy(() -> write.accept(new Prompt()))
        .isInstanceOf(NullSlotException.class)
        .hasMessageContaining("{{" + path + "}}");
  }

  @Test
  void itsTextIsNotInItsString() {
    assertThat(new Prompt().text("canary")).hasToString("Prompt[6 characters]");
  }
}
