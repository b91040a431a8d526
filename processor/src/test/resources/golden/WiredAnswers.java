package app;

import io.stepwright.runtime.AgentRuntime;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.FilledPrompt;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.Step;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.Wiring;
import io.stepwright.wiring.pattern.TextPattern;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Runs {@link Answers}: every step starts as soon as its own inputs are there.
 *
 * <pre>{@code
 * all(text)
 *   action   gpt-4o-mini              at once, from text
 *   grid     gpt-4o-mini              from action
 *   page     gpt-4o-mini              at once, from text
 *   maybe    gpt-4o-mini              at once, from text; may be absent
 *   numbers  gpt-4o-mini              at once, from text
 *   times    gpt-4o-mini              at once, from text
 *   score    regex, else gpt-4o-mini  at once, from text
 *   order    regex                    at once, from text; may be absent
 *   levels   regex                    at once, from text
 * critical path: action -> grid
 * model calls: 23 at most
 * }</pre>
 */
@Generated("io.stepwright.processor.StepwrightProcessor")
@io.stepwright.wiring.Generated
public final class WiredAnswers implements Answers {
  private static final AgentInfo AGENT = new AgentInfo("Answers", "app.Answers").wiredFor(3);

  private static final ModelStep<Action> ACTION =
      ModelStep.json(
              AGENT,
              "action",
              "gpt-4o-mini",
              Json.ACTION,
              json -> json.field("value", Json::decodeAction))
          .fallback("ollama/llama3:8b")
          .fingerprint("7f9d88188484ca60627a593d75df1f94fa6819417bfb95117a3b381b47d362e1");

  private static final PromptText ACTION_PROMPT = PromptText.of("{{text}}");

  private static final ModelStep<List<List<Level>>> GRID =
      ModelStep.json(
              AGENT,
              "grid",
              "gpt-4o-mini",
              Json.GRID,
              json ->
                  json.field("value")
                      .asList(item -> item.asList(item2 -> item2.asEnum(Level.class))))
          .fingerprint("65893e0081ec9110043154924442eb739650b5c41f7110794d3dca1eec4bad5a");

  private static final PromptText GRID_PROMPT = PromptText.of("{{action}}");

  private static final ModelStep<Page<Action>> PAGE =
      ModelStep.json(AGENT, "page", "gpt-4o-mini", Json.PAGE, Json::decodePage)
          .fingerprint("abf9eabe6a958bb6358f96fff0a6fd476092ba3cd8e522c9007e7e50663fa2bb");

  private static final PromptText PAGE_PROMPT = PromptText.of("{{text}}");

  private static final ModelStep<Optional<String>> MAYBE =
      ModelStep.json(
              AGENT,
              "maybe",
              "gpt-4o-mini",
              Json.MAYBE,
              json -> json.optionalField("value", JsonValue::asString))
          .fingerprint("ebe7ecbe1f1cc1f3ae5c50cd048b30138616f40cffccc811c1bc922bf466dd35");

  private static final PromptText MAYBE_PROMPT = PromptText.of("{{text}}");

  private static final ModelStep<Numbers> NUMBERS =
      ModelStep.json(AGENT, "numbers", "gpt-4o-mini", Json.NUMBERS, Json::decodeNumbers)
          .fingerprint("d28e8f27e202c63574db665ac6f7621051d13435ae1c50aab22a5b9802b1333b");

  private static final PromptText NUMBERS_PROMPT = PromptText.of("{{text}}");

  private static final ModelStep<Times> TIMES =
      ModelStep.json(AGENT, "times", "gpt-4o-mini", Json.TIMES, Json::decodeTimes)
          .fingerprint("cf089c53d3ce10055006e92c32738a79cb1c2ba26b695fca5922d794dab78c74");

  private static final PromptText TIMES_PROMPT = PromptText.of("{{text}}");

  private static final ModelStep<Integer> SCORE =
      ModelStep.json(AGENT, "score", "gpt-4o-mini", Json.SCORE, json -> json.field("value").asInt())
          .retry(2)
          .fingerprint("43a700434ed0b568c3e0ac5a1b70e57f2049ae099df43d459f4bf584a15b39b4");

  private static final TextPattern SCORE_REGEX = TextPattern.of("score: (\\d+)");

  private static final PromptText SCORE_PROMPT = PromptText.of("How many points? {{text}}");

  private static final StepInfo ORDER = StepInfo.code(AGENT, "order");

  private static final TextPattern ORDER_REGEX =
      TextPattern.of(
          "order (?P<id>[A-Z]+-\\d+) x(?P<count>\\d+)( of (?P<date>\\d{4}-\\d\\d-\\d\\d))?");

  private static final StepInfo LEVELS = StepInfo.code(AGENT, "levels");

  private static final TextPattern LEVELS_REGEX = TextPattern.of("(?i)\\b(low|high)\\b");

  private static final EntryPointInfo ALL =
      EntryPointInfo.of(AGENT, "all")
          .step(ACTION)
          .step(GRID, ACTION)
          .step(PAGE)
          .step(MAYBE)
          .step(NUMBERS)
          .step(TIMES)
          .step(SCORE)
          .step(ORDER)
          .step(LEVELS);

  private final Wiring wiring;

  public WiredAnswers(AgentRuntime runtime) {
    this.wiring = runtime.wiring(AGENT, ACTION, GRID, PAGE, MAYBE, NUMBERS, TIMES, SCORE);
  }

  @Override
  public All all(String text) {
    Objects.requireNonNull(text, "Answers.all: 'text' is null");
    try (Run run = wiring.start(ALL)) {
      Optional<Order> order = run.callOptional(ORDER, step -> order(step, text));
      List<Level> levels = run.call(LEVELS, step -> levels(step, text));
      Forked<Page<Action>> page = run.fork(PAGE, step -> page(step, text));
      Forked<String> maybe = run.forkOptional(MAYBE, step -> maybe(step, text));
      Forked<Numbers> numbers = run.fork(NUMBERS, step -> numbers(step, text));
      Forked<Times> times = run.fork(TIMES, step -> times(step, text));
      Forked<Integer> score = run.fork(SCORE, step -> score(step, text));
      Action action = run.call(ACTION, step -> action(step, text));
      List<List<Level>> grid = run.call(GRID, step -> grid(step, action));
      return run.result(
          new All(
              action,
              grid,
              page.join(),
              maybe.joinOptional(),
              numbers.join(),
              times.join(),
              score.join(),
              order,
              levels));
    }
  }

  private Action action(Step step, String text) throws InterruptedException {
    FilledPrompt prompt = ACTION_PROMPT.with("text", text);
    return step.ask(ACTION, prompt);
  }

  private List<List<Level>> grid(Step step, Action action) throws InterruptedException {
    FilledPrompt prompt = GRID_PROMPT.withJson("action", action, Json::encodeAction);
    return step.ask(GRID, prompt);
  }

  private Page<Action> page(Step step, String text) throws InterruptedException {
    FilledPrompt prompt = PAGE_PROMPT.with("text", text);
    return step.ask(PAGE, prompt);
  }

  private Optional<String> maybe(Step step, String text) throws InterruptedException {
    FilledPrompt prompt = MAYBE_PROMPT.with("text", text);
    return step.ask(MAYBE, prompt);
  }

  private Numbers numbers(Step step, String text) throws InterruptedException {
    FilledPrompt prompt = NUMBERS_PROMPT.with("text", text);
    return step.ask(NUMBERS, prompt);
  }

  private Times times(Step step, String text) throws InterruptedException {
    FilledPrompt prompt = TIMES_PROMPT.with("text", text);
    return step.ask(TIMES, prompt);
  }

  private int score(Step step, String text) throws InterruptedException {
    Optional<Integer> found = SCORE_REGEX.first(text, match -> match.text().asInt());
    if (found.isPresent()) {
      return found.get();
    }
    FilledPrompt prompt = SCORE_PROMPT.with("text", text);
    return step.ask(SCORE, prompt);
  }

  private Optional<Order> order(Step unused, String text) {
    return ORDER_REGEX.first(
        text,
        match ->
            new Order(
                match.group("id").asString(),
                match.group("count").asInt(),
                match.group("date").optional(it -> it.asLocalDate())));
  }

  private List<Level> levels(Step unused, String text) {
    return LEVELS_REGEX.all(text, match -> match.text().asEnum(Level.class));
  }

  @Override
  public Action action(String text) {
    return Wiring.constructed(wiring, ACTION).direct(ACTION, step -> action(step, text));
  }

  @Override
  public List<List<Level>> grid(Action action) {
    return Wiring.constructed(wiring, GRID).direct(GRID, step -> grid(step, action));
  }

  @Override
  public Page<Action> page(String text) {
    return Wiring.constructed(wiring, PAGE).direct(PAGE, step -> page(step, text));
  }

  @Override
  public Optional<String> maybe(String text) {
    return Wiring.constructed(wiring, MAYBE).direct(MAYBE, step -> maybe(step, text));
  }

  @Override
  public Numbers numbers(String text) {
    return Wiring.constructed(wiring, NUMBERS).direct(NUMBERS, step -> numbers(step, text));
  }

  @Override
  public Times times(String text) {
    return Wiring.constructed(wiring, TIMES).direct(TIMES, step -> times(step, text));
  }

  @Override
  public int score(String text) {
    return Wiring.constructed(wiring, SCORE).direct(SCORE, step -> score(step, text));
  }

  @Override
  public Optional<Order> order(String text) {
    return Wiring.constructed(wiring, ORDER).direct(ORDER, step -> order(step, text));
  }

  @Override
  public List<Level> levels(String text) {
    return Wiring.constructed(wiring, LEVELS).direct(LEVELS, step -> levels(step, text));
  }

  @io.stepwright.wiring.Generated
  private static final class Json {
    static final String ACTION =
        """
        {
          "type": "object",
          "properties": {
            "value": {
              "description": "What to do next.",
              "anyOf": [
                {
                  "type": "object",
                  "description": "Pay back.",
                  "properties": {
                    "type": {"type": "string", "enum": ["Refund"]},
                    "cents": {
                      "type": "integer",
                      "description": "how much",
                      "minimum": -2147483648,
                      "maximum": 2147483647
                    },
                    "reason": {"type": ["string", "null"]}
                  },
                  "required": ["type", "cents", "reason"],
                  "additionalProperties": false
                },
                {
                  "type": "object",
                  "properties": {
                    "type": {"type": "string", "enum": ["Escalate"]},
                    "level": {
                      "type": "string",
                      "description": "LOW: can wait; HIGH: somebody suffers",
                      "enum": ["LOW", "HIGH"]
                    },
                    "to": {
                      "type": "array",
                      "items": {"type": "string"}
                    }
                  },
                  "required": ["type", "level", "to"],
                  "additionalProperties": false
                },
                {
                  "type": "object",
                  "properties": {
                    "type": {"type": "string", "enum": ["Nothing"]}
                  },
                  "required": ["type"],
                  "additionalProperties": false
                }
              ]
            }
          },
          "required": ["value"],
          "additionalProperties": false
        }
        """;

    static final String GRID =
        """
        {
          "type": "object",
          "properties": {
            "value": {
              "type": "array",
              "items": {
                "type": "array",
                "items": {
                  "type": "string",
                  "description": "LOW: can wait; HIGH: somebody suffers",
                  "enum": ["LOW", "HIGH"]
                }
              }
            }
          },
          "required": ["value"],
          "additionalProperties": false
        }
        """;

    static final String PAGE =
        """
        {
          "type": "object",
          "properties": {
            "items": {
              "type": "array",
              "items": {
                "description": "What to do next.",
                "anyOf": [
                  {
                    "type": "object",
                    "description": "Pay back.",
                    "properties": {
                      "type": {"type": "string", "enum": ["Refund"]},
                      "cents": {
                        "type": "integer",
                        "description": "how much",
                        "minimum": -2147483648,
                        "maximum": 2147483647
                      },
                      "reason": {"type": ["string", "null"]}
                    },
                    "required": ["type", "cents", "reason"],
                    "additionalProperties": false
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {"type": "string", "enum": ["Escalate"]},
                      "level": {
                        "type": "string",
                        "description": "LOW: can wait; HIGH: somebody suffers",
                        "enum": ["LOW", "HIGH"]
                      },
                      "to": {
                        "type": "array",
                        "items": {"type": "string"}
                      }
                    },
                    "required": ["type", "level", "to"],
                    "additionalProperties": false
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {"type": "string", "enum": ["Nothing"]}
                    },
                    "required": ["type"],
                    "additionalProperties": false
                  }
                ]
              }
            },
            "best": {
              "anyOf": [
                {
                  "description": "What to do next.",
                  "anyOf": [
                    {
                      "type": "object",
                      "description": "Pay back.",
                      "properties": {
                        "type": {"type": "string", "enum": ["Refund"]},
                        "cents": {
                          "type": "integer",
                          "description": "how much",
                          "minimum": -2147483648,
                          "maximum": 2147483647
                        },
                        "reason": {"type": ["string", "null"]}
                      },
                      "required": ["type", "cents", "reason"],
                      "additionalProperties": false
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {"type": "string", "enum": ["Escalate"]},
                        "level": {
                          "type": "string",
                          "description": "LOW: can wait; HIGH: somebody suffers",
                          "enum": ["LOW", "HIGH"]
                        },
                        "to": {
                          "type": "array",
                          "items": {"type": "string"}
                        }
                      },
                      "required": ["type", "level", "to"],
                      "additionalProperties": false
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {"type": "string", "enum": ["Nothing"]}
                      },
                      "required": ["type"],
                      "additionalProperties": false
                    }
                  ]
                },
                {"type": "null"}
              ]
            },
            "level": {
              "type": ["string", "null"],
              "description": "LOW: can wait; HIGH: somebody suffers",
              "enum": ["LOW", "HIGH", null]
            },
            "times": {
              "anyOf": [
                {
                  "type": "object",
                  "properties": {
                    "date": {
                      "type": "string",
                      "format": "date",
                      "pattern": "^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$"
                    },
                    "at": {
                      "type": "string",
                      "format": "date-time",
                      "pattern": "^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\\\.[0-9]{1,9})?Z$"
                    },
                    "took": {
                      "type": "string",
                      "format": "duration",
                      "pattern": "^PT([0-9]{1,6}H)?([0-9]{1,6}M)?[0-9]{1,9}S$"
                    },
                    "price": {"type": "string", "pattern": "^-?[0-9]{1,18}(\\\\.[0-9]{1,9})?$"},
                    "id": {"type": "string", "format": "uuid"}
                  },
                  "required": ["date", "at", "took", "price", "id"],
                  "additionalProperties": false
                },
                {"type": "null"}
              ]
            }
          },
          "required": ["items", "best", "level", "times"],
          "additionalProperties": false
        }
        """;

    static final String MAYBE =
        """
        {
          "type": "object",
          "properties": {
            "value": {"type": ["string", "null"]}
          },
          "required": ["value"],
          "additionalProperties": false
        }
        """;

    static final String NUMBERS =
        """
        {
          "type": "object",
          "properties": {
            "b": {"type": "integer", "minimum": -128, "maximum": 127},
            "s": {"type": "integer", "minimum": -32768, "maximum": 32767},
            "l": {"type": "integer"},
            "f": {"type": "number"},
            "d": {"type": "number"},
            "sure": {"type": "boolean"},
            "grade": {"type": "string", "pattern": "^.$"},
            "i": {"type": "integer", "minimum": -2147483648, "maximum": 2147483647}
          },
          "required": ["b", "s", "l", "f", "d", "sure", "grade", "i"],
          "additionalProperties": false
        }
        """;

    static final String TIMES =
        """
        {
          "type": "object",
          "properties": {
            "date": {
              "type": "string",
              "format": "date",
              "pattern": "^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$"
            },
            "at": {
              "type": "string",
              "format": "date-time",
              "pattern": "^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\\\.[0-9]{1,9})?Z$"
            },
            "took": {
              "type": "string",
              "format": "duration",
              "pattern": "^PT([0-9]{1,6}H)?([0-9]{1,6}M)?[0-9]{1,9}S$"
            },
            "price": {"type": "string", "pattern": "^-?[0-9]{1,18}(\\\\.[0-9]{1,9})?$"},
            "id": {"type": "string", "format": "uuid"}
          },
          "required": ["date", "at", "took", "price", "id"],
          "additionalProperties": false
        }
        """;

    static final String SCORE =
        """
        {
          "type": "object",
          "properties": {
            "value": {"type": "integer", "minimum": -2147483648, "maximum": 2147483647}
          },
          "required": ["value"],
          "additionalProperties": false
        }
        """;

    static Refund decodeRefund(JsonValue json) {
      return new Refund(
          json.field("cents").asInt(), json.optionalField("reason", JsonValue::asString));
    }

    static Escalate decodeEscalate(JsonValue json) {
      return new Escalate(
          json.field("level").asEnum(Level.class), json.field("to").asList(JsonValue::asString));
    }

    static Nothing decodeNothing(JsonValue unused) {
      return new Nothing();
    }

    static Action decodeAction(JsonValue json) {
      return switch (json.field("type").asString()) {
        case "Refund" -> decodeRefund(json);
        case "Escalate" -> decodeEscalate(json);
        case "Nothing" -> decodeNothing(json);
        default -> throw json.field("type").notOneOf("Refund", "Escalate", "Nothing");
      };
    }

    static Times decodeTimes(JsonValue json) {
      return new Times(
          json.field("date").asLocalDate(),
          json.field("at").asInstant(),
          json.field("took").asDuration(),
          json.field("price").asBigDecimal(),
          json.field("id").asUuid());
    }

    static Page<Action> decodePage(JsonValue json) {
      return new Page<Action>(
          json.field("items").asList(Json::decodeAction),
          json.optionalField("best", Json::decodeAction),
          json.optionalField("level", item -> item.asEnum(Level.class)),
          json.optionalField("times", Json::decodeTimes));
    }

    static Numbers decodeNumbers(JsonValue json) {
      return new Numbers(
          json.field("b").asByte(),
          json.field("s").asShort(),
          json.field("l").asLong(),
          json.field("f").asFloat(),
          json.field("d").asDouble(),
          json.field("sure").asBoolean(),
          json.field("grade").asChar(),
          json.field("i").asInt());
    }

    static void encodeAction(JsonWriter json, Action value) {
      json.beginObject();
      if (value instanceof Refund it) {
        json.name("type").string("Refund");
        json.name("cents").number(it.cents());
        json.name("reason").optional(it.reason(), JsonWriter::string);
      } else if (value instanceof Escalate it) {
        json.name("type").string("Escalate");
        json.name("level").constant(it.level());
        json.name("to").array(it.to(), JsonWriter::string);
      } else if (value instanceof Nothing) {
        json.name("type").string("Nothing");
      }
      json.endObject();
    }
  }
}
