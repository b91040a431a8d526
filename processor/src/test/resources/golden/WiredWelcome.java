package app;

import io.stepwright.runtime.AgentRuntime;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import io.stepwright.wiring.ModelCall;
import io.stepwright.wiring.Prompt;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.Step;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.Wiring;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Runs {@link Welcome}: every step starts as soon as its own inputs are there.
 *
 * <pre>{@code
 * welcome(signup, intent, known)
 *   email   template, gpt-4o-mini, cached at 0.95  at once, from signup, intent
 *   offers  template                               at once, from signup
 *   banner  template, gpt-4o-mini                  at once, from signup, known
 *   footer  template                               at once, from signup
 * critical path: email
 * model calls: 9 at most
 * }</pre>
 */
@Generated("io.stepwright.processor.StepwrightProcessor")
@io.stepwright.wiring.Generated
public final class WiredWelcome implements Welcome {
  private static final AgentInfo AGENT = new AgentInfo("Welcome", "app.Welcome").wiredFor(1);

  private static final StepInfo EMAIL =
      StepInfo.model(AGENT, "email", "gpt-4o-mini", "ollama/llama3:8b")
          .cached(
              CacheRule.of("9525249403957242951c084164ab139655a934671a1049e6b8c2eb2fedbbddda")
                  .similarity(0.95)
                  .servingUnjudged());

  private static final StepInfo OFFERS = StepInfo.code(AGENT, "offers");

  private static final StepInfo BANNER = StepInfo.model(AGENT, "banner", "gpt-4o-mini");

  private static final StepInfo FOOTER = StepInfo.code(AGENT, "footer");

  private static final EntryPointInfo WELCOME =
      EntryPointInfo.of(AGENT, "welcome").step(EMAIL).step(OFFERS).step(BANNER).step(FOOTER);

  private static final String FILL_SLOTS =
      """
      Below is a document with open slots, written {{name: what to write}}. Write each of them, by
      its name, so that it fits where it stands. What is around the slots is already written.

      """;

  private static final String EMAIL_EVALUATE_SCHEMA =
      """
      {
        "type": "object",
        "properties": {
          "body_0_text": {"type": "string"},
          "body_1_text": {"type": "string", "description": "one question about the evaluation"},
          "tone": {"type": "string", "description": "how they write", "enum": ["WARM", "BRIEF"]}
        },
        "required": ["body_0_text", "body_1_text", "tone"],
        "additionalProperties": false
      }
      """;

  private static final ModelCall<EmailEvaluateSlots> EMAIL_EVALUATE_CALL =
      ModelCall.json(
              "gpt-4o-mini",
              "emailEvaluate",
              EMAIL_EVALUATE_SCHEMA,
              WiredWelcome::decodeEmailEvaluateSlots)
          .fallback("ollama/llama3:8b")
          .maxOutputTokens(300);

  private static final String EMAIL_MIGRATE_SCHEMA =
      """
      {
        "type": "object",
        "properties": {
          "note": {"type": ["string", "null"], "description": "a tip for a migration"}
        },
        "required": ["note"],
        "additionalProperties": false
      }
      """;

  private static final ModelCall<Optional<String>> EMAIL_MIGRATE_CALL =
      ModelCall.json(
              "gpt-4o-mini",
              "emailMigrate",
              EMAIL_MIGRATE_SCHEMA,
              json -> json.optionalField("note", JsonValue::asString))
          .fallback("ollama/llama3:8b")
          .maxOutputTokens(300);

  private static final String BANNER_FALSE_SCHEMA =
      """
      {
        "type": "object",
        "properties": {
          "text": {"type": "string"}
        },
        "required": ["text"],
        "additionalProperties": false
      }
      """;

  private static final ModelCall<String> BANNER_FALSE_CALL =
      ModelCall.json(
          "gpt-4o-mini", "bannerFalse", BANNER_FALSE_SCHEMA, json -> json.field("text").asString());

  private final Wiring runtime;

  public WiredWelcome(AgentRuntime runtime) {
    this.runtime = runtime.wiring(AGENT, EMAIL, BANNER);
  }

  @Override
  public Welcomed welcome(Signup signup, Intent intent, boolean known) {
    Objects.requireNonNull(signup, "Welcome.welcome: 'signup' is null");
    Objects.requireNonNull(intent, "Welcome.welcome: 'intent' is null");
    try (Run run = runtime.start(WELCOME)) {
      List<Offer> offers = run.call(OFFERS, step -> offers(step, signup));
      String footer = run.call(FOOTER, step -> footer(step, signup));
      Forked<String> banner = run.fork(BANNER, step -> banner(step, signup, known));
      Email email = run.call(EMAIL, step -> email(step, signup, intent));
      return run.result(new Welcomed(email, offers, banner.join(), footer));
    }
  }

  private Email email(Step step, Signup signup, Intent intent) throws InterruptedException {
    return switch (intent) {
      case EVALUATE -> emailEvaluate(step, signup, intent);
      case MIGRATE -> emailMigrate(step, signup, intent);
      default -> emailDefault(step);
    };
  }

  private Email emailEvaluate(Step step, Signup signup, Intent intent) throws InterruptedException {
    String subject =
        new Prompt().text("Welcome, ").slot("signup.name", signup.name()).text("!").message();
    ModelCall<Email> filled =
        EMAIL_EVALUATE_CALL.map(
            written -> {
              String body1Text =
                  new Prompt()
                      .text("You have ")
                      .slot("signup.seats", signup.seats())
                      .text(" seats. ")
                      .slot("body_1_text", written.body_1_text())
                      .text(" Yours, Acme")
                      .message();
              return new Email(
                  subject,
                  List.of(
                      new Paragraph(written.body_0_text(), 1),
                      new Paragraph(body1Text, signup.seats())),
                  written.tone(),
                  Prompt.present("signup.company", signup.company()));
            });
    String body0TextMarked =
        new Prompt()
            .text("{{body_0_text: at most 20 words, thank ")
            .slot("signup.name", signup.name())
            .text(" for this: ")
            .slot("signup.message", signup.message())
            .text("}}")
            .message();
    String body1TextMarked =
        new Prompt()
            .text("You have ")
            .slot("signup.seats", signup.seats())
            .text(" seats. {{body_1_text: one question about the evaluation}} Yours, Acme")
            .message();
    Prompt prompt =
        new Prompt()
            .text(FILL_SLOTS)
            .text(
                """
                {
                  "subject": \
                """)
            .json("subject", subject, JsonWriter::string)
            .text(
                """
                ,
                  "body": [
                    {"text": \
                """)
            .json("body_0_text", body0TextMarked, JsonWriter::string)
            .text(
                """
                , "priority": 1},
                    {"text": \
                """)
            .json("body[1].text", body1TextMarked, JsonWriter::string)
            .text(", \"priority\": ")
            .json("signup.seats", signup.seats(), JsonWriter::number)
            .text(
                """
                }
                  ],
                  "tone": "{{tone: how they write}}",
                  "note": \
                """)
            .json("signup.company", signup.company(), WiredWelcome::encodeOptionalString)
            .text(
                """

                }
                """);
    CacheKey key =
        new CacheKey()
            .text("signup.message", signup.message())
            .exact("intent", intent)
            .exact("signup.name", signup.name())
            .exact("signup.seats", signup.seats())
            .optional("signup.company", signup.company());
    return step.cached(key).ask(filled, prompt);
  }

  private Email emailMigrate(Step step, Signup signup, Intent intent) throws InterruptedException {
    String body0Text =
        new Prompt()
            .text("Hello ")
            .slot("signup.name", signup.name())
            .text(
                """


                we help you to move. Keep {{braces}} as they are.\
                """)
            .message();
    ModelCall<Email> filled =
        EMAIL_MIGRATE_CALL.map(
            written ->
                new Email("Moving in?", List.of(new Paragraph(body0Text, 1)), Tone.WARM, written));
    Prompt prompt =
        new Prompt()
            .text(FILL_SLOTS)
            .text(
                """
                {
                  "subject": "Moving in?",
                  "body": [
                    {"text": \
                """)
            .json("body[0].text", body0Text, JsonWriter::string)
            .text(
                """
                , "priority": 1}
                  ],
                  "tone": "WARM",
                  "note": "{{note: a tip for a migration}}"
                }
                """);
    CacheKey key = new CacheKey().exact("intent", intent).exact("signup.name", signup.name());
    return step.cached(key).ask(filled, prompt);
  }

  private Email emailDefault(Step unused) {
    String text =
        """
        It is good to have you here.
        We are Acme.\
        """;
    return new Email("Welcome!", List.of(new Paragraph(text, 0)), Tone.BRIEF, Optional.empty());
  }

  private List<Offer> offers(Step unused, Signup signup) {
    return List.of(
        new Discount(
            new BigDecimal("12.50"),
            LocalDate.parse("2026-12-31"),
            Prompt.present("signup", signup)),
        new Call(30L, 0.5f, '\'', Optional.of(signup.seats())));
  }

  private String banner(Step step, Signup signup, boolean known) throws InterruptedException {
    return known ? bannerTrue(step, signup) : bannerFalse(step, signup);
  }

  private String bannerTrue(Step unused, Signup signup) {
    return new Prompt()
        .text("Good to see you again, ")
        .slot("signup.name", signup.name())
        .text(".")
        .message();
  }

  private String bannerFalse(Step step, Signup signup) throws InterruptedException {
    Prompt system = new Prompt().text("You write for Acme.");
    Prompt prompt =
        new Prompt()
            .text("Fill the slots for ")
            .slot("signup.name", signup.name())
            .text(
                """
                , in German.

                Hello \
                """)
            .slot("signup.name", signup.name())
            .text(
                """
                ,

                {{text: a pun about \
                """)
            .optionalSlot("signup.company", signup.company())
            .text("}}\n");
    String written = step.ask(BANNER_FALSE_CALL, system, prompt);
    return new Prompt()
        .text("Hello ")
        .slot("signup.name", signup.name())
        .text(
            """
            ,

            """)
        .slot("text", written)
        .message();
  }

  private String footer(Step unused, Signup signup) {
    return new Prompt()
        .text("You are \"")
        .slot("signup.name", signup.name())
        .text("\" of ")
        .optionalSlot("signup.company", signup.company())
        .text(": ")
        .json("signup", signup, WiredWelcome::encodeSignup)
        .message();
  }

  @Override
  public Email email(Signup signup, Intent intent) {
    return Wiring.constructed(runtime, EMAIL).direct(EMAIL, step -> email(step, signup, intent));
  }

  @Override
  public List<Offer> offers(Signup signup) {
    return Wiring.constructed(runtime, OFFERS).direct(OFFERS, step -> offers(step, signup));
  }

  @Override
  public String banner(Signup signup, boolean known) {
    return Wiring.constructed(runtime, BANNER).direct(BANNER, step -> banner(step, signup, known));
  }

  @Override
  public String footer(Signup signup) {
    return Wiring.constructed(runtime, FOOTER).direct(FOOTER, step -> footer(step, signup));
  }

  private static EmailEvaluateSlots decodeEmailEvaluateSlots(JsonValue json) {
    return new EmailEvaluateSlots(
        json.field("body_0_text").asString(),
        json.field("body_1_text").asString(),
        json.field("tone").asEnum(Tone.class));
  }

  private static void encodeOptionalString(JsonWriter json, Optional<String> value) {
    json.optional(value, JsonWriter::string);
  }

  private static void encodeSignup(JsonWriter json, Signup value) {
    json.beginObject();
    json.name("name").string(value.name());
    json.name("message").string(value.message());
    json.name("seats").number(value.seats());
    json.name("company").optional(value.company(), JsonWriter::string);
    json.endObject();
  }

  @io.stepwright.wiring.Generated
  private record EmailEvaluateSlots(String body_0_text, String body_1_text, Tone tone) {}
}
