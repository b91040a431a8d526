package io.stepwright.wiring.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.wiring.JsonMismatchException;
import io.stepwright.wiring.JsonValue;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text from outside costs time at most proportional to its length. */
class HostileTextTest {

  private static final int LENGTH = 1 << 20;

  /** Many times the time that a text needs, and a tenth of the time of a quadratic conversion. */
  private static final long MOST_CPU_NANOS = TimeUnit.SECONDS.toNanos(3);

  private static final TextPattern ANYTHING = TextPattern.of("(?s)(.+)");

  enum Colour {
    RED
  }

  static List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (String piece : List.of("7", "0", "1e", ".1", " ", "x", "\u0663", "T1H", "a0-")) {
      String body = piece.repeat(LENGTH / piece.length());
      for (String start : List.of("", "-0x", "PT", "2026-01-", "1e")) {
        texts.add(start + body);
      }
      texts.add("PT" + body + "S");
    }
    Random random = new Random(20_260_131);
    for (int i = 0; i < 5; i++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < LENGTH) {
        text.append("0123456789.eE+-PTDHMSZ:".charAt(random.nextInt(23)));
      }
      texts.add(text.toString());
    }
    return texts;
  }

  /** Returns every method that reads a value, so that new methods are tested, too. */
  static Stream<Arguments> conversions() {
    return Stream.of(JsonValue.class, Match.Text.class)
        .flatMap(type -> Stream.of(type.getMethods()))
        .filter(method -> method.getName().startsWith("as"))
        .filter(method -> !Set.of("asList", "asSet", "asOptional").contains(method.getName()))
        .map(
            method ->
                Arguments.of(
                    method.getDeclaringClass().getSimpleName() + "." + method.getName(), method));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conversions")
  void everyConversionTakesLinearTime(String name, Method conversion) {
    for (String text : texts()) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      @Nullable Object value =
          conversion.getDeclaringClass().equals(JsonValue.class)
              ? ofJson(conversion, text)
              : ofMatch(conversion, text);
      long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      assertThat(value == null || value instanceof String).isTrue();
      assertThat(used).as("%s of %.20s...", name, text).isLessThan(MOST_CPU_NANOS);
    }
  }

  private static @Nullable Object ofJson(Method conversion, String text) {
    for (String json : List.of("{\"a\":\"" + text + "\"}", "{\"a\":" + text + "}")) {
      try {
        Object value = call(conversion, JsonValue.parse(json).field("a"));
        if (value != null) {
          return value;
        }
      } catch (JsonMismatchException e) {
        assertThat(e.getMessage()).hasSizeLessThan(300);
      }
    }
    return null;
  }

  private static @Nullable Object ofMatch(Method conversion, String text) {
    try {
      return call(conversion, new Match.Text(text));
    } catch (Match.NotConvertible e) {
      return null;
    }
  }

  private static Object call(Method conversion, Object on) {
    try {
      return conversion.getParameterCount() == 0
          ? conversion.invoke(on)
          : conversion.invoke(on, Colour.class);
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<String> outOfBounds() {
    return Stream.of(
        "7".repeat(1_001),
        "0." + "0".repeat(998) + "1",
        "1e1001",
        "1e-1001",
        "1E+1001",
        "1e0001001",
        "1e999999999",
        "-1e-999999999",
        "1e2147483647",
        "1e99999999999999999999");
  }

  @ParameterizedTest
  @MethodSource("outOfBounds")
  void decimalsOutOfBoundsDoNotFit(String text) {
    for (String json : List.of("{\"a\":{\"b\":[%s]}}", "{\"a\":{\"b\":[\"%s\"]}}")) {
      JsonValue value = JsonValue.parse(json.replace("%s", text)).field("a").field("b");
      assertThatThrownBy(() -> value.asList(JsonValue::asBigDecimal))
          .isInstanceOf(JsonMismatchException.class)
          .hasMessage(
              "'a.b[0]' is not a number of at most 1000 characters with an exponent from -1000 to 1000.");
    }
    assertThat(ANYTHING.first(text, match -> match.text().asBigDecimal())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("outOfBounds")
  void numbersOutOfBoundsThatNobodyReadsAreLeftAlone(String text) {
    JsonValue value = JsonValue.parse("{\"a\":1,\"other\":%s}".replace("%s", text));
    assertThat(value.field("a").asInt()).isEqualTo(1);
    for (String type : List.of("asInt", "asLong", "asDouble", "asFloat")) {
      assertThatThrownBy(
              () -> call(JsonValue.class.getMethod(type), value.field("other")), "as %s", type)
          .isInstanceOf(JsonMismatchException.class)
          .hasMessageStartingWith("'other' is not a ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e1000", "-1e-1000", "1.5E+1000", "1e0000001000", "0e1000", "12.345", "1e3"})
  void decimalsWithinBoundsAreHarmless(String text) {
    for (BigDecimal value :
        List.of(
            JsonValue.parse(text).asBigDecimal(),
            JsonValue.parse("\"" + text + "\"").asBigDecimal(),
            ANYTHING.first(text, match -> match.text().asBigDecimal()).orElseThrow())) {
      assertThat(value).isEqualTo(new BigDecimal(text));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverPassesIsHarmless(long seed) {
    Random random = new Random(seed);
    int passed = 0;
    for (int i = 0; i < 2_000; i++) {
      String text = number(random);
      Optional<BigDecimal> value = ANYTHING.first(text, match -> match.text().asBigDecimal());
      if (value.isPresent()) {
        passed++;
        assertThat(value.get().toPlainString()).hasSizeLessThan(4_000);
        assertThat(value.get().toBigInteger().bitLength()).isLessThan(10_000);
        assertThat(value.get().setScale(2, RoundingMode.HALF_UP).precision()).isLessThan(4_000);
      }
    }
    assertThat(passed).isGreaterThan(100);
  }

  private static String number(Random random) {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
    digits(text, random, random.nextInt(1_100));
    text.append('.');
    digits(text, random, 1 + random.nextInt(5));
    if (random.nextInt(3) > 0) {
      text.append(random.nextBoolean() ? "e" : "E-");
      digits(text, random, 1 + random.nextInt(random.nextBoolean() ? 4 : 12));
    }
    return text.toString();
  }

  private static void digits(StringBuilder text, Random random, int count) {
    for (int i = 0; i < count; i++) {
      text.append((char) ('0' + random.nextInt(10)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H30M", "P1DT2H3M4.5S", "-PT0.000000001S", "PT-9223372036854775807S"})
  void ordinaryDurationsAreRead(String text) {
    assertThat(JsonValue.parse("\"" + text + "\"").asDuration()).isEqualTo(Duration.parse(text));
  }
}
