package app;

import io.stepwright.runtime.AgentRuntime;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import io.stepwright.wiring.ModelCall;
import io.stepwright.wiring.Prompt;
import io.stepwright.wiring.Regex;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.Step;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.Wiring;
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
  private static final AgentInfo AGENT = new AgentInfo("Answers", "app.Answers").wiredFor(1);

  private static final StepInfo ACTION =
      StepInfo.model(AGENT, "action", "gpt-4o-mini", "ollama/llama3:8b");

  private static final StepInfo GRID = StepInfo.model(AGENT, "grid", "gpt-4o-mini");

  private static final StepInfo PAGE = StepInfo.model(AGENT, "page", "gpt-4o-mini");

  private static final StepInfo MAYBE = StepInfo.model(AGENT, "maybe", "gpt-4o-mini");

  private static final StepInfo NUMBERS = StepInfo.model(AGENT, "numbers", "gpt-4o-mini");

  private static final StepInfo TIMES = StepInfo.model(AGENT, "times", "gpt-4o-mini");

  private static final StepInfo SCORE = StepInfo.model(AGENT, "score", "gpt-4o-mini").retry(2);

  private static final StepInfo ORDER = StepInfo.code(AGENT, "order");

  private static final StepInfo LEVELS = StepInfo.code(AGENT, "levels");

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

  private static final String ACTION_SCHEMA =
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

  private static final ModelCall<Action> ACTION_CALL =
      ModelCall.json(
              "gpt-4o-mini",
              "action",
              ACTION_SCHEMA,
              json -> json.field("value", WiredAnswers::decodeAction))
          .fallback("ollama/llama3:8b");

  private static final String GRID_SCHEMA =
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

  private static final ModelCall<List<List<Level>>> GRID_CALL =
      ModelCall.json(
          "gpt-4o-mini",
          "grid",
          GRID_SCHEMA,
          json ->
              json.field("value").asList(item -> item.asList(item2 -> item2.asEnum(Level.class))));

  private static final String PAGE_SCHEMA =
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

  private static final ModelCall<Page<Action>> PAGE_CALL =
      ModelCall.json("gpt-4o-mini", "page", PAGE_SCHEMA, WiredAnswers::decodePage);

  private static final String MAYBE_SCHEMA =
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

  private static final ModelCall<Optional<String>> MAYBE_CALL =
      ModelCall.json(
          "gpt-4o-mini",
          "maybe",
          MAYBE_SCHEMA,
          json -> json.optionalField("value", JsonValue::asString));

  private static final String NUMBERS_SCHEMA =
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

  private static final ModelCall<Numbers> NUMBERS_CALL =
      ModelCall.json("gpt-4o-mini", "numbers", NUMBERS_SCHEMA, WiredAnswers::decodeNumbers);

  private static final String TIMES_SCHEMA =
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

  private static final ModelCall<Times> TIMES_CALL =
      ModelCall.json("gpt-4o-mini", "times", TIMES_SCHEMA, WiredAnswers::decodeTimes);

  private static final Regex SCORE_REGEX = Regex.of("score: (\\d+)");

  private static final String SCORE_SCHEMA =
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

  private static final ModelCall<Integer> SCORE_CALL =
      ModelCall.json("gpt-4o-mini", "score", SCORE_SCHEMA, json -> json.field("value").asInt());

  private static final Regex ORDER_REGEX =
      Regex.of("order (?P<id>[A-Z]+-\\d+) x(?P<count>\\d+)( of (?P<date>\\d{4}-\\d\\d-\\d\\d))?");

  private static final Regex LEVELS_REGEX = Regex.of("(?i)\\b(low|high)\\b");

  private final Wiring runtime;

  public WiredAnswers(AgentRuntime runtime) {
    this.runtime = runtime.wiring(AGENT, ACTION, GRID, PAGE, MAYBE, NUMBERS, TIMES, SCORE);
  }

  @Override
  public All all(String text) {
    Objects.requireNonNull(text, "Answers.all: 'text' is null");
    try (Run run = runtime.start(ALL)) {
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
    Prompt prompt = new Prompt().slot("text", text);
    return step.ask(ACTION_CALL, prompt);
  }

  private List<List<Level>> grid(Step step, Action action) throws InterruptedException {
    Prompt prompt = new Prompt().json("action", action, WiredAnswers::encodeAction);
    return step.ask(GRID_CALL, prompt);
  }

  private Page<Action> page(Step step, String text) throws InterruptedException {
    Prompt prompt = new Prompt().slot("text", text);
    return step.ask(PAGE_CALL, prompt);
  }

  private Optional<String> maybe(Step step, String text) throws InterruptedException {
    Prompt prompt = new Prompt().slot("text", text);
    return step.ask(MAYBE_CALL, prompt);
  }

  private Numbers numbers(Step step, String text) throws InterruptedException {
    Prompt prompt = new Prompt().slot("text", text);
    return step.ask(NUMBERS_CALL, prompt);
  }

  private Times times(Step step, String text) throws InterruptedException {
    Prompt prompt = new Prompt().slot("text", text);
    return step.ask(TIMES_CALL, prompt);
  }

  private int score(Step step, String text) throws InterruptedException {
    Optional<Integer> found = SCORE_REGEX.first(text, match -> match.text().asInt());
    if (found.isPresent()) {
      return found.get();
    }
    Prompt prompt = new Prompt().text("How many points? ").slot("text", text);
    return step.ask(SCORE_CALL, prompt);
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
    return Wiring.constructed(runtime, ACTION).direct(ACTION, step -> action(step, text));
  }

  @Override
  public List<List<Level>> grid(Action action) {
    return Wiring.constructed(runtime, GRID).direct(GRID, step -> grid(step, action));
  }

  @Override
  public Page<Action> page(String text) {
    return Wiring.constructed(runtime, PAGE).direct(PAGE, step -> page(step, text));
  }

  @Override
  public Optional<String> maybe(String text) {
    return Wiring.constructed(runtime, MAYBE).direct(MAYBE, step -> maybe(step, text));
  }

  @Override
  public Numbers numbers(String text) {
    return Wiring.constructed(runtime, NUMBERS).direct(NUMBERS, step -> numbers(step, text));
  }

  @Override
  public Times times(String text) {
    return Wiring.constructed(runtime, TIMES).direct(TIMES, step -> times(step, text));
  }

  @Override
  public int score(String text) {
    return Wiring.constructed(runtime, SCORE).direct(SCORE, step -> score(step, text));
  }

  @Override
  public Optional<Order> order(String text) {
    return Wiring.constructed(runtime, ORDER).direct(ORDER, step -> order(step, text));
  }

  @Override
  public List<Level> levels(String text) {
    return Wiring.constructed(runtime, LEVELS).direct(LEVELS, step -> levels(step, text));
  }

  private static Refund decodeRefund(JsonValue json) {
    return new Refund(
        json.field("cents").asInt(), json.optionalField("reason", JsonValue::asString));
  }

  private static Escalate decodeEscalate(JsonValue json) {
    return new Escalate(
        json.field("level").asEnum(Level.class), json.field("to").asList(JsonValue::asString));
  }

  private static Nothing decodeNothing(JsonValue unused) {
    return new Nothing();
  }

  private static Action decodeAction(JsonValue json) {
    return switch (json.field("type").asString()) {
      case "Refund" -> decodeRefund(json);
      case "Escalate" -> decodeEscalate(json);
      case "Nothing" -> decodeNothing(json);
      default -> throw json.field("type").notOneOf("Refund", "Escalate", "Nothing");
    };
  }

  private static Times decodeTimes(JsonValue json) {
    return new Times(
        json.field("date").asLocalDate(),
        json.field("at").asInstant(),
        json.field("took").asDuration(),
        json.field("price").asBigDecimal(),
        json.field("id").asUuid());
  }

  private static Page<Action> decodePage(JsonValue json) {
    return new Page<Action>(
        json.field("items").asList(WiredAnswers::decodeAction),
        json.optionalField("best", WiredAnswers::decodeAction),
        json.optionalField("level", item -> item.asEnum(Level.class)),
        json.optionalField("times", WiredAnswers::decodeTimes));
  }

  private static Numbers decodeNumbers(JsonValue json) {
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

  private static void encodeAction(JsonWriter json, Action value) {
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
