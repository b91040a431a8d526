package io.stepwright.openai.client;

import static io.stepwright.openai.client.Agents.AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ModelCallException;
import io.stepwright.runtime.ModelOutputException;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Servers that send random statuses, headers, bodies and answers. Every call returns a value of the
 * right type or throws one of Stepwright's exceptions.
 */
@Timeout(240)
class FuzzTest {

  private static final int CALLS = 1_500;
  private static final JsonMapper JSON = new JsonMapper();

  private record Signup(int seats, String name, boolean paid, List<String> tags) {}

  private static final String SCHEMA =
      """
      {"type":"object","properties":{"seats":{"type":"integer"},"name":{"type":"string"},\
      "paid":{"type":"boolean"},"tags":{"type":"array","items":{"type":"string"}}},\
      "required":["seats","name","paid","tags"],"additionalProperties":false}""";

  private static Signup decode(JsonValue json) {
    return new Signup(
        json.field("seats").asInt(),
        json.field("name").asString(),
        json.field("paid").asBoolean(),
        json.field("tags").asList(JsonValue::asString));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anythingIsAValueOrAnExceptionOfOurs(long seed) {
    Random random = new Random(seed);
    int values = 0;
    int calls = 0;
    int outputs = 0;
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime = Agents.runtime(server)) {
      for (int i = 0; i < CALLS; i++) {
        Junk junk = new Junk(random);
        String answer = junk.answer();
        // Decided before the call, because the server asks from other threads.
        Answer sent = junk.wrap(answer);
        server.answer(sent);
        try {
          Signup value = ask(runtime, "local/m" + seed + "-" + i);
          values++;
          if (junk.whole) {
            assertThat(Optional.of(value)).as(answer).isEqualTo(expected(answer));
          }
        } catch (ModelCallException e) {
          calls++;
          check(e);
        } catch (ModelOutputException e) {
          outputs++;
          check(e);
          if (junk.whole) {
            assertThat(e.rawText()).isEqualTo(answer);
            assertThat(expected(answer)).as(answer).isEmpty();
          }
        }
      }
      System.out.printf(
          "fuzz seed %d: %d values, %d without an answer, %d with one of no use, %d requests%n",
          seed, values, calls, outputs, server.count());
      // Otherwise the generator no longer covers these cases.
      assertThat(List.of(values, calls, outputs)).allMatch(count -> count > CALLS / 20);
    }
  }

  private static void check(AgentException e) {
    assertThat(e.agent()).isEqualTo("Counter");
    assertThat(e.step()).isEqualTo("fuzz");
    assertThat(e.getMessage())
        .startsWith("Step 'fuzz' of agent Counter got ")
        .hasSizeLessThan(2_000);
  }

  private static Signup ask(AgentRuntime runtime, String model) {
    // A model of its own each: what a server says of its limits holds up only that model.
    ModelStep<String> step = ModelStep.text(AGENT, "fuzz", model).retry(1);
    ModelStep<Signup> call = ModelStep.json(AGENT, "Signup", model, SCHEMA, FuzzTest::decode);
    try (Run run = runtime.wiring(AGENT, step).start(Agents.ENTRY)) {
      return run.result(run.call(step, it -> it.ask(call, PromptText.of("Who?"))));
    }
  }

  /** Returns the result of another, strict parser for an answer. */
  private static Optional<Signup> expected(String answer) {
    JsonNode node;
    try {
      node =
          JSON.reader()
              .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
              .readTree(answer);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
    JsonNode seats = node.path("seats");
    boolean whole =
        seats.isNumber()
            && seats.decimalValue().stripTrailingZeros().scale() <= 0
            && seats.decimalValue().abs().compareTo(BigDecimal.valueOf(1L << 40)) < 0
            && seats.canConvertToInt();
    if (!whole
        || !node.path("name").isTextual()
        || !node.path("paid").isBoolean()
        || !node.path("tags").isArray()) {
      return Optional.empty();
    }
    List<String> tags = new ArrayList<>();
    for (JsonNode tag : node.path("tags")) {
      if (!tag.isTextual()) {
        return Optional.empty();
      }
      tags.add(tag.asText());
    }
    return Optional.of(
        new Signup(
            seats.intValue(), node.path("name").asText(), node.path("paid").asBoolean(), tags));
  }

  /** One random exchange. */
  private static final class Junk {

    private static final String[] PIECES = {
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      "\"",
      "\\",
      "null",
      "true",
      "1e9",
      "-",
      "0.0",
      "\u0000",
      "😀",
      "\\ud800",
      "\"seats\":",
      "NaN",
      "9999999999",
      "```json",
      " ",
      "\n",
      "é",
      "\"type\""
    };

    private final Random random;

    /** Tells whether the body around the answer is valid, so that the answer alone decides. */
    boolean whole;

    Junk(Random random) {
      this.random = random;
    }

    private boolean chance(int percent) {
      return random.nextInt(100) < percent;
    }

    @SafeVarargs
    private <T> T one(T... of) {
      return of[random.nextInt(of.length)];
    }

    /** Returns a model's text: a fitting object, one with wrong parts, or a damaged one. */
    String answer() {
      String text =
          "{\"seats\":"
              + (chance(70) ? String.valueOf(random.nextInt()) : value(0))
              + ",\"name\":"
              + (chance(80) ? "\"n" + random.nextInt(9) + "\"" : value(0))
              + ",\"paid\":"
              + (chance(80) ? "true" : value(0))
              + (chance(90) ? ",\"tags\":" : ",\"tag\":")
              + (chance(80) ? "[\"a\",\"b\"]" : value(0))
              + "}";
      return chance(30) ? damaged(text) : chance(5) ? "" : text;
    }

    private String value(int depth) {
      return switch (random.nextInt(depth > 3 ? 7 : 9)) {
        case 0 -> "null";
        case 1 -> one("1.0", "1e2", "1e99", "-0", "2147483648", "1.5", "1E400", "007");
        case 2 -> one("\"\"", "\"5\"", "\"\\u0000\"", "\"true\"");
        case 3 -> String.valueOf(random.nextLong());
        case 4 -> one("true", "false");
        case 5 -> "1".repeat(1 + random.nextInt(2_000));
        case 6 -> "[".repeat(1 + random.nextInt(200));
        case 7 -> "[" + value(depth + 1) + "," + value(depth + 1) + "]";
        default -> "{\"" + random.nextInt(3) + "\":" + value(depth + 1) + "}";
      };
    }

    private String damaged(String text) {
      StringBuilder damaged = new StringBuilder(text);
      for (int i = 1 + random.nextInt(4); i > 0 && damaged.length() > 0; i--) {
        int at = random.nextInt(damaged.length());
        int end = Math.min(damaged.length(), at + random.nextInt(1 + damaged.length() / 4));
        switch (random.nextInt(3)) {
          case 0 -> damaged.delete(at, end);
          case 1 -> damaged.insert(at, one(PIECES));
          default -> damaged.replace(at, end, one(PIECES));
        }
      }
      // Half of a surrogate pair cannot be sent.
      return new String(
          damaged.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Returns the response around the answer. */
    Answer wrap(String text) {
      int kind = random.nextInt(100);
      whole = kind < 60;
      Answer answer;
      if (kind < 60) {
        answer = Answer.text(text);
      } else if (kind < 75) {
        answer = Answer.raw(chance(70) ? 200 : status(), damaged(completion(text)));
      } else if (kind < 85) {
        answer = Answer.raw(status(), value(0));
      } else if (kind < 90) {
        answer = Answer.raw(status(), damaged("{\"error\":{\"code\":\"a\",\"type\":null}}"));
      } else if (kind < 93) {
        answer = Answer.chat().dropped();
      } else {
        answer = Answer.error(status(), one("x", "insufficient_quota", ""), one("y", "é", ""));
      }
      for (int i = random.nextInt(4); i > 0; i--) {
        answer =
            answer.header(
                one(
                    "Retry-After",
                    "retry-after-ms",
                    "x-ratelimit-remaining-requests",
                    "x-ratelimit-limit-requests",
                    "x-ratelimit-reset-requests",
                    "Content-Type",
                    "X-Other"),
                one(
                    "0",
                    "1",
                    "-1",
                    "1s",
                    "6m0s",
                    "1e9",
                    "99999999999999999999",
                    "soon",
                    "",
                    "Sun, 22 Nov 2026 12:00:30 GMT",
                    "Thu, 01 Jan 1970 00:00:00 GMT",
                    "text/html",
                    "NaN",
                    "120ms",
                    "1s1s"));
      }
      return answer;
    }

    private int status() {
      return one(200, 201, 204, 206, 301, 400, 401, 403, 404, 408, 418, 429, 451, 500, 503, 599);
    }

    private static String completion(String text) {
      return "{\"id\":\"x\",\"object\":\"chat.completion\",\"created\":0,\"model\":\"m\",\"choices\":"
          + "[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":"
          + JSON.getNodeFactory().textNode(text)
          + "}}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1,\"total_tokens\":2}}";
    }
  }
}
