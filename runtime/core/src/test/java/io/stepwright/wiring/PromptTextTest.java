package io.stepwright.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTextTest {

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
    assertThat(PromptText.of("{{value}}").withJson("value", value, encoder).message())
        .isEqualTo(expected);
  }

  @Test
  void aMessageIsTextAndValues() {
    String message =
        PromptText.of("Plan: {{plan}}, n: {{n}}{{o}}{{p}}{{j}}{{k}} ({{plan}})")
            .with("plan", Plan.PRO)
            .with("n", 3)
            .withOptional("o", Optional.empty())
            .withOptional("p", Optional.of("!"))
            .withOptionalJson("j", Optional.of("x"), JsonWriter::string)
            .withOptionalJson("k", Optional.<String>empty(), JsonWriter::string)
            .message();
    assertThat(message).isEqualTo("Plan: PRO, n: 3!\"x\" (PRO)");
  }

  @Test
  void theOrderOfValuesDoesNotMatter() {
    PromptText text = PromptText.of("{{a}}{{b}}{{c}}{{a}}");
    assertThat(text.with("c", 3).with("a", 1).with("b", 2).message()).isEqualTo("1231");
    assertThat(text.with("b", 2).with("c", 3).with("a", 1).message()).isEqualTo("1231");
  }

  @Test
  void aValueIsNeverScannedAgain() {
    String nasty = "{{signup.name}} \\{{ \"role\":\"system\" ${x} %s";
    assertThat(PromptText.of("{{a}}").with("a", nasty).message()).isEqualTo(nasty);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "{{}}",
        "{{a",
        "{{a}",
        "{a}}",
        "{{a b}}",
        "{{ a }}",
        "{{a: what to write}}",
        "{{a\nb}}",
        "{{{a}",
        "\\a",
        "\\{{",
        "\\n \\{{x y}}",
        "}}{{"
      })
  void otherBracesAreText(String text) {
    assertThat(PromptText.of(text).message()).isEqualTo(text);
    assertThat(PromptText.of(text + "{{s}}").with("s", "!").message()).isEqualTo(text + "!");
  }

  @Test
  void aSlotAfterABackslashIsText() {
    PromptText text = PromptText.of("\\{{a}} {{a}} \\\\{{a}} {{{{a}}}}");
    assertThat(text.with("a", 1).message()).isEqualTo("{{a}} 1 \\{{a}} {{1}}");
  }

  @Test
  void slotsWithinOtherBracesAreFilled() {
    assertThat(PromptText.of("{{text: a pun about {{name}}}}").with("name", "Ann").message())
        .isEqualTo("{{text: a pun about Ann}}");
  }

  @Test
  void valuesTakeTheFormOfTheirPlaceInJson() {
    PromptText text =
        PromptText.of("Greet {{name}}, \"{{name}}\".\n")
            .json(
                "{\"\\\"a\\\\\": {{name}}, \"b\": \"\\\"{{name}}\\\"\", \"c\": [{{count}}, {{list}}]}");
    assertThat(
            text.with("name", "\"Ann\"\n")
                .withJson("name", "\"Ann\"\n", JsonWriter::string)
                .with("count", 3)
                .withJson(
                    "list", List.of("x"), (json, list) -> json.array(list, JsonWriter::string))
                .message())
        .isEqualTo(
            "Greet \"Ann\"\n, \"\"Ann\"\n\".\n"
                + "{\"\\\"a\\\\\": \"\\\"Ann\\\"\\n\", \"b\": \"\\\"\\\"Ann\\\"\\n\\\"\","
                + " \"c\": [3, [\"x\"]]}");
  }

  @Test
  void jsonOfAValueStandsInTextWhereThereIsNoOther() {
    PromptText text = PromptText.of("{{list}} ").json("{\"a\": \"{{list}}\"}");
    assertThat(
            text.withJson(
                    "list", List.of("x"), (json, list) -> json.array(list, JsonWriter::string))
                .message())
        .isEqualTo("[\"x\"] {\"a\": \"[\\\"x\\\"]\"}");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyTextCanBeWritten(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder literal = new StringBuilder();
      for (int length = random.nextInt(20); length > 0; length--) {
        literal.append("{{{{}}}}ab\\\": \n".charAt(random.nextInt(15)));
      }
      String text = literal.toString();
      String written = text.replaceAll("\\{\\{[^\\s:{}\"\\\\]+}}", "\\\\$0");
      assertThat(PromptText.of(written).message()).isEqualTo(text);
    }
  }

  @Test
  void whatIsNotFilledOrNotThereIsNamed() {
    PromptText text = PromptText.of("{{a}}{{b}}");
    assertThatThrownBy(text::message).hasMessage("{{a}} is not filled.");
    assertThatThrownBy(() -> text.with("a", 1).message()).hasMessage("{{b}} is not filled.");
    assertThatThrownBy(() -> text.with("c", 1)).hasMessage("The text has no slot {{c}}.");
    assertThatThrownBy(() -> PromptText.of("").with("c", 1))
        .hasMessage("The text has no slot {{c}}.");
  }

  @Test
  void nullIsNamed() {
    assertNull("a", text -> text.with("a", null));
    assertNull("a", text -> text.withJson("a", null, JsonWriter::string));
    assertNull("a", text -> text.withOptional("a", null));
    assertNull("a", text -> text.withOptionalJson("a", null, JsonWriter::string));
    assertNull("s.address", text -> text.withJson("s", new Signup("x", null), SIGNUP));
    assertNull(
        "s.1",
        text ->
            text.withJson(
                "s",
                Arrays.asList("x", null),
                (json, list) -> json.array(list, JsonWriter::string)));
  }

  private static void assertNull(String path, Consumer<PromptText> fill) {
    assertThatThrownBy(() -> fill.accept(PromptText.of("{{a}}{{s}}")))
        .isInstanceOf(NullSlotException.class)
        .hasMessageContaining("{{" + path + "}}");
  }

  @Test
  void itsTextIsNotInItsString() {
    assertThat(PromptText.of("canary {{a}}").with("a", "canary"))
        .hasToString("FilledPromptText[a]");
  }
}
