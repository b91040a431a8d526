package app;

import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.Conversation;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.FilledPrompt;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.Step;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.StepTools;
import io.stepwright.wiring.ToolInfo;
import io.stepwright.wiring.ToolUse;
import io.stepwright.wiring.Wiring;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Runs {@link Journeys}: every step starts as soon as its own inputs are there.
 *
 * <pre>{@code
 * plan(wish, history)
 *   stops   gpt-4o                         at once, from wish, for each of wish.cities
 *       tools: sights (gpt-4o-mini, 3 calls), weather-log, forecast; 8 turns
 *   letter  one of                         from wish, stops, history
 *       when wish.business businessLetter, gpt-4o
 *       when !wish.business privateLetter, gpt-4o
 *       businessLetter continues history
 *       businessLetter tools: sights (gpt-4o-mini, 3 calls), weather-log, forecast,
 *         reserve (side effect, approved); 12 turns, 50,000 tokens
 *       privateLetter tools: reserve (side effect, approved); 8 turns
 *   audit   template, gpt-4o-mini, cached  at once, from wish
 *       tools: forecast; 2 turns
 * critical path: stops -> letter
 * model calls: 90 at most, and 66 for each of wish.cities
 *   beside those that code makes: forecast, weather-log, reserve
 * }</pre>
 */
@Generated("io.stepwright.processor.StepwrightProcessor")
@io.stepwright.wiring.Generated
public final class WiredJourneys implements Journeys {
  private static final AgentInfo AGENT = new AgentInfo("Journeys", "app.Journeys").wiredFor(3);

  private static final String FILL_SLOTS =
      """
      Below is a document with open slots, written {{name: what to write}}. Write each of them, by
      its name, so that it fits where it stands. What is around the slots is already written.

      """;

  private static final ModelStep<Stop> STOPS =
      ModelStep.json(AGENT, "stops", "gpt-4o", Json.STOPS, Json::decodeStop)
          .fallback("gpt-4o-mini")
          .retry(2)
          .atOnce(16)
          .fingerprint("ae53f2fdda57a42d120b64c2730cd460d6221ddad88a7f1e9496a8f3f45b159f");

  private static final PromptText STOPS_PROMPT = PromptText.of("When is {{city}} best?");

  private static final StepInfo LETTER = StepInfo.code(AGENT, "letter").withSideEffectOfTools();

  private static final ModelStep<String> BUSINESS_LETTER =
      ModelStep.text(AGENT, "letter", "gpt-4o")
          .alternative("businessLetter")
          .withSideEffectOfTools()
          .fingerprint("fc84ee4bd07c766fd44d4473d731aef28f8adde61327eafb73e913f9062aaeb7");

  private static final PromptText BUSINESS_LETTER_SYSTEM = PromptText.of("You are brief.");

  private static final PromptText BUSINESS_LETTER_PROMPT =
      PromptText.of("Write to {{wish.text}} about {{stops}}");

  private static final ModelStep<String> PRIVATE_LETTER =
      ModelStep.text(AGENT, "letter", "gpt-4o")
          .alternative("privateLetter")
          .withSideEffectOfTools()
          .fingerprint("fb7f930cbc6bb5c37b336ad9d1709ec3b7a65f3328b764aba3b15741b2798341");

  private static final PromptText PRIVATE_LETTER_PROMPT =
      PromptText.of("Write to {{wish.text}} about {{stops}}");

  private static final ModelStep<String> AUDIT =
      ModelStep.json(
              AGENT, "audit", "gpt-4o-mini", Json.AUDIT, json -> json.field("body").asString())
          .cached(CacheRule.equal())
          .fingerprint("6b8c37da9907df54e9117603956f4de8631c4aee94c40c794665f3d6635f280c");

  private static final PromptText AUDIT_PROMPT =
      PromptText.of(FILL_SLOTS)
          .json(
              """
              {
                "subject": "For {{wish.traveller.id}}",
                "body": "{{body: one sentence on the weather of {{wish.cities}}}}"
              }
              """);

  private static final PromptText AUDIT_SUBJECT = PromptText.of("For {{wish.traveller.id}}");

  private static final ModelStep<List<String>> SIGHTS =
      ModelStep.json(
              AGENT,
              "sights",
              "gpt-4o-mini",
              Json.SIGHTS,
              json -> json.field("value").asList(JsonValue::asString))
          .within(Duration.ofSeconds(10))
          .attemptWithin(Duration.ofSeconds(4))
          .retry(2)
          .cached(CacheRule.equal())
          .fingerprint("5b257b56eb20d56ce9646e9118c1322f07c1cf93fa10410f8817d69863d3c943");

  private static final PromptText SIGHTS_PROMPT =
      PromptText.of("Sights of {{city}} for somebody who cannot stand {{allergies}}");

  private static final ToolInfo SIGHTS_TOOL =
      ToolInfo.of(AGENT, "sights", "The sights of a city.", Json.SIGHTS_TOOL_ARGUMENTS)
          .readOnly()
          .atMost(3);

  private static final ToolInfo WEATHER_LOG =
      ToolInfo.of(
          AGENT,
          "weather-log",
          """
          The weather of the last days.
          It is measured at the airport.\
          """,
          Json.WEATHER_LOG_ARGUMENTS);

  private static final ToolInfo FORECAST =
      ToolInfo.of(AGENT, "forecast", "The forecast for a city.", Json.FORECAST_ARGUMENTS)
          .readOnly()
          .failing();

  private static final ToolInfo RESERVE =
      ToolInfo.of(AGENT, "reserve", "Reserves a table.", Json.RESERVE_ARGUMENTS)
          .withSideEffect()
          .approved();

  private static final PromptText RESERVE_QUESTION =
      PromptText.of("Reserve {{seats}} on {{day}} for {{traveller.id}}, card {{card}}?");

  private static final StepTools STOPS_TOOLS = StepTools.of(SIGHTS_TOOL, WEATHER_LOG, FORECAST);

  private static final StepTools BUSINESS_LETTER_TOOLS =
      StepTools.of(SIGHTS_TOOL, WEATHER_LOG, FORECAST, RESERVE).turns(12).tokens(50_000);

  private static final StepTools PRIVATE_LETTER_TOOLS = StepTools.of(RESERVE);

  private static final StepTools AUDIT_TOOLS = StepTools.of(FORECAST).turns(2);

  private static final StepTools SIGHTS_TOOLS = StepTools.of(FORECAST);

  private static final EntryPointInfo PLAN =
      EntryPointInfo.of(AGENT, "plan")
          .within(Duration.ofMinutes(1))
          .step(STOPS)
          .step(LETTER, STOPS)
          .step(AUDIT)
          .also("audit");

  private final Wiring wiring;

  public WiredJourneys(AgentRuntime runtime) {
    this.wiring = runtime.wiring(AGENT, STOPS, BUSINESS_LETTER, PRIVATE_LETTER, AUDIT, SIGHTS);
  }

  @Override
  public Plan plan(Wish wish, Conversation history) {
    Objects.requireNonNull(wish, "Journeys.plan: 'wish' is null");
    Objects.requireNonNull(history, "Journeys.plan: 'history' is null");
    try (Run run = wiring.start(PLAN)) {
      run.fork(AUDIT, step -> audit(step, wish));
      List<Stop> stops =
          run.each(
                  STOPS,
                  () -> Wiring.present("wish.cities", wish.cities()),
                  (step, city) -> stops(step, city, wish))
              .join();
      String letter =
          wish.business()
              ? run.call(BUSINESS_LETTER, step -> businessLetter(step, wish, stops, history))
              : run.call(PRIVATE_LETTER, step -> privateLetter(step, wish, stops));
      return run.result(new Plan(stops, letter));
    }
  }

  private Stop stops(Step step, String city, Wish wish) throws InterruptedException {
    FilledPrompt prompt = STOPS_PROMPT.with("city", city);
    return step.tools(STOPS_TOOLS, call -> stopsTools(call, wish)).ask(STOPS, prompt);
  }

  private String businessLetter(Step step, Wish wish, List<Stop> stops, Conversation history)
      throws InterruptedException {
    FilledPrompt prompt =
        BUSINESS_LETTER_PROMPT
            .with("wish.text", wish.text())
            .withJson("stops", stops, Json::encodeListStop);
    return step.continuing("history", history)
        .tools(BUSINESS_LETTER_TOOLS, call -> businessLetterTools(call, wish))
        .ask(BUSINESS_LETTER, BUSINESS_LETTER_SYSTEM, prompt);
  }

  private String privateLetter(Step step, Wish wish, List<Stop> stops) throws InterruptedException {
    FilledPrompt prompt =
        PRIVATE_LETTER_PROMPT
            .with("wish.text", wish.text())
            .withJson("stops", stops, Json::encodeListStop);
    return step.tools(PRIVATE_LETTER_TOOLS, call -> privateLetterTools(call, wish))
        .ask(PRIVATE_LETTER, prompt);
  }

  private Letter audit(Step step, Wish wish) throws InterruptedException {
    Traveller traveller = Wiring.present("wish.traveller", wish.traveller());
    String subject = AUDIT_SUBJECT.with("wish.traveller.id", traveller.id()).message();
    ModelStep<Letter> filled = AUDIT.map(written -> new Letter(subject, written));
    FilledPrompt prompt =
        AUDIT_PROMPT
            .with("wish.traveller.id", traveller.id())
            .withJson("wish.cities", wish.cities(), Json::encodeListString);
    CacheKey key =
        new CacheKey()
            .exact("wish.traveller.id", traveller.id())
            .exactJson("wish.cities", wish.cities(), Json::encodeListString);
    return step.tools(AUDIT_TOOLS, this::forecastTool).cached(key).ask(filled, prompt);
  }

  private List<String> sights(Step step, List<String> allergies, String city)
      throws InterruptedException {
    FilledPrompt prompt =
        SIGHTS_PROMPT.with("city", city).withJson("allergies", allergies, Json::encodeListString);
    CacheKey key =
        new CacheKey()
            .exact("city", city)
            .exactJson("allergies", allergies, Json::encodeListString);
    return step.tools(SIGHTS_TOOLS, this::forecastTool).cached(key).ask(SIGHTS, prompt);
  }

  private ToolUse.Done stopsTools(ToolUse call, Wish wish) throws Exception {
    return switch (call.tool()) {
      case "sights" ->
          sightsTool(
              call,
              call.bound(
                  "allergies",
                  Wiring.present("wish.traveller", wish.traveller()).allergies(),
                  Json::encodeListString));
      case "weather-log" -> logTool(call);
      case "forecast" -> forecastTool(call);
      default -> throw call.unknown();
    };
  }

  private ToolUse.Done businessLetterTools(ToolUse call, Wish wish) throws Exception {
    return switch (call.tool()) {
      case "sights" ->
          sightsTool(
              call,
              call.bound(
                  "allergies",
                  Wiring.present("wish.traveller", wish.traveller()).allergies(),
                  Json::encodeListString));
      case "weather-log" -> logTool(call);
      case "forecast" -> forecastTool(call);
      case "reserve" ->
          reserveTool(
              call,
              call.bound("traveller", wish.traveller(), Json::encodeTraveller),
              call.bound(
                  "card",
                  Wiring.present("wish.traveller", wish.traveller()).card(),
                  Json::encodeOptionalString));
      default -> throw call.unknown();
    };
  }

  private ToolUse.Done privateLetterTools(ToolUse call, Wish wish) throws Exception {
    return switch (call.tool()) {
      case "reserve" ->
          reserveTool(
              call,
              call.bound("traveller", wish.traveller(), Json::encodeTraveller),
              call.bound(
                  "card",
                  Wiring.present("wish.traveller", wish.traveller()).card(),
                  Json::encodeOptionalString));
      default -> throw call.unknown();
    };
  }

  private ToolUse.Done sightsTool(ToolUse call, List<String> allergies) throws Exception {
    String city = call.argument("city", JsonValue::asString);
    return call.run(() -> sights(allergies, city), Json::encodeListString);
  }

  private ToolUse.Done logTool(ToolUse call) throws Exception {
    String city = call.argument("city", JsonValue::asString);
    Optional<LocalDate> from = call.optionalArgument("from", JsonValue::asLocalDate);
    List<Unit> units = call.argument("units", json -> json.asList(item -> item.asEnum(Unit.class)));
    return call.run(() -> log(city, from, units), Json::encodeMapStringInteger);
  }

  private ToolUse.Done forecastTool(ToolUse call) throws Exception {
    String city = call.argument("city", JsonValue::asString);
    Unit unit = call.argument("unit", json -> json.asEnum(Unit.class));
    return call.run(() -> forecast(city, unit), Json::encodeOptionalString);
  }

  private ToolUse.Done reserveTool(ToolUse call, Traveller traveller, Optional<String> card)
      throws Exception {
    LocalDate day = call.argument("day", JsonValue::asLocalDate);
    List<Seat> seats = call.argument("seats", json -> json.asList(Json::decodeSeat));
    FilledPrompt question =
        RESERVE_QUESTION
            .withJson("seats", seats, Json::encodeListSeat)
            .with("day", day)
            .with("traveller.id", traveller.id())
            .withOptional("card", card);
    return call.asking(question).perform(() -> reserve(traveller, card, day, seats));
  }

  @Override
  public Stop stops(String city, Wish wish) {
    return Wiring.constructed(wiring, STOPS).direct(STOPS, step -> stops(step, city, wish));
  }

  @Override
  public String businessLetter(Wish wish, List<Stop> stops, Conversation history) {
    return Wiring.constructed(wiring, BUSINESS_LETTER)
        .direct(BUSINESS_LETTER, step -> businessLetter(step, wish, stops, history));
  }

  @Override
  public String privateLetter(Wish wish, List<Stop> stops) {
    return Wiring.constructed(wiring, PRIVATE_LETTER)
        .direct(PRIVATE_LETTER, step -> privateLetter(step, wish, stops));
  }

  @Override
  public Letter audit(Wish wish) {
    return Wiring.constructed(wiring, AUDIT).direct(AUDIT, step -> audit(step, wish));
  }

  @Override
  public List<String> sights(List<String> allergies, String city) {
    return Wiring.constructed(wiring, SIGHTS).direct(SIGHTS, step -> sights(step, allergies, city));
  }

  @io.stepwright.wiring.Generated
  private static final class Json {
    static final String STOPS =
        """
        {
          "type": "object",
          "properties": {
            "city": {"type": "string"},
            "arrival": {
              "type": "string",
              "format": "date",
              "pattern": "^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$"
            },
            "sights": {
              "type": "array",
              "items": {"type": "string"}
            }
          },
          "required": ["city", "arrival", "sights"],
          "additionalProperties": false
        }
        """;

    static final String AUDIT =
        """
        {
          "type": "object",
          "properties": {
            "body": {"type": "string"}
          },
          "required": ["body"],
          "additionalProperties": false
        }
        """;

    static final String SIGHTS =
        """
        {
          "type": "object",
          "properties": {
            "value": {
              "type": "array",
              "items": {"type": "string"}
            }
          },
          "required": ["value"],
          "additionalProperties": false
        }
        """;

    static final String SIGHTS_TOOL_ARGUMENTS =
        """
        {
          "type": "object",
          "properties": {
            "city": {"type": "string", "description": "as the traveller writes it"}
          },
          "required": ["city"],
          "additionalProperties": false
        }
        """;

    static final String WEATHER_LOG_ARGUMENTS =
        """
        {
          "type": "object",
          "properties": {
            "city": {"type": "string"},
            "from": {
              "type": ["string", "null"],
              "format": "date",
              "pattern": "^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$"
            },
            "units": {
              "type": "array",
              "items": {"type": "string", "enum": ["CELSIUS", "FAHRENHEIT"]}
            }
          },
          "required": ["city", "from", "units"],
          "additionalProperties": false
        }
        """;

    static final String FORECAST_ARGUMENTS =
        """
        {
          "type": "object",
          "properties": {
            "city": {"type": "string"},
            "unit": {"type": "string", "enum": ["CELSIUS", "FAHRENHEIT"]}
          },
          "required": ["city", "unit"],
          "additionalProperties": false
        }
        """;

    static final String RESERVE_ARGUMENTS =
        """
        {
          "type": "object",
          "properties": {
            "day": {
              "type": "string",
              "format": "date",
              "pattern": "^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$"
            },
            "seats": {
              "type": "array",
              "description": "one for each guest",
              "items": {
                "type": "object",
                "properties": {
                  "row": {"type": "integer", "minimum": -2147483648, "maximum": 2147483647},
                  "letter": {"type": "string", "pattern": "^.$"}
                },
                "required": ["row", "letter"],
                "additionalProperties": false
              }
            }
          },
          "required": ["day", "seats"],
          "additionalProperties": false
        }
        """;

    static Stop decodeStop(JsonValue json) {
      return new Stop(
          json.field("city").asString(),
          json.field("arrival").asLocalDate(),
          json.field("sights").asList(JsonValue::asString));
    }

    static Seat decodeSeat(JsonValue json) {
      return new Seat(json.field("row").asInt(), json.field("letter").asChar());
    }

    static void encodeStop(JsonWriter json, Stop value) {
      json.beginObject();
      json.name("city").string(value.city());
      json.name("arrival").string(value.arrival());
      json.name("sights").array(value.sights(), JsonWriter::string);
      json.endObject();
    }

    static void encodeListStop(JsonWriter json, List<Stop> value) {
      json.array(value, Json::encodeStop);
    }

    static void encodeListString(JsonWriter json, List<String> value) {
      json.array(value, JsonWriter::string);
    }

    static void encodeTraveller(JsonWriter json, Traveller value) {
      json.beginObject();
      json.name("id").string(value.id());
      json.name("card").optional(value.card(), JsonWriter::string);
      json.name("allergies").array(value.allergies(), JsonWriter::string);
      json.endObject();
    }

    static void encodeOptionalString(JsonWriter json, Optional<String> value) {
      json.optional(value, JsonWriter::string);
    }

    static void encodeMapStringInteger(JsonWriter json, Map<String, Integer> value) {
      json.map(value, JsonWriter::number);
    }

    static void encodeSeat(JsonWriter json, Seat value) {
      json.beginObject();
      json.name("row").number(value.row());
      json.name("letter").string(value.letter());
      json.endObject();
    }

    static void encodeListSeat(JsonWriter json, List<Seat> value) {
      json.array(value, Json::encodeSeat);
    }
  }
}
