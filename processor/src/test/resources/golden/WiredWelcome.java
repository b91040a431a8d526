package app;

import io.stepwright.runtime.AgentRuntime;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
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
  private static final AgentInfo AGENT = new AgentInfo("Welcome", "app.Welcome").wiredFor(3);

  private static final String FILL_SLOTS =
      """
      Below is a document with open slots, written {{name: what to write}}. Write each of them, by
      its name, so that it fits where it stands. What is around the slots is already written.

      """;

  private static final ModelStep<?> EMAIL =
      ModelStep.template(AGENT, "email", "gpt-4o-mini")
          .fallback("ollama/llama3:8b")
          .maxOutputTokens(300)
          .cached(CacheRule.equal().similarity(0.95).servingUnjudged());

  private static final ModelStep<EmailEvaluateSlots> EMAIL_EVALUATE =
      EMAIL
          .json("emailEvaluate", Json.EMAIL_EVALUATE, Json::decodeEmailEvaluateSlots)
          .fingerprint("26a9e09b4f63c391dad5ee813434cd213a500508046eb9afd727e7e869edf752");

  private static final ModelStep<Optional<String>> EMAIL_MIGRATE =
      EMAIL
          .json(
              "emailMigrate",
              Json.EMAIL_MIGRATE,
              json -> json.optionalField("note", JsonValue::asString))
          .fingerprint("8eed5e17a350eaf6ef224744f73b0adfc5013821fc3ca9312398b3e999fb8c9f");

  private static final PromptText EMAIL_EVALUATE_PROMPT =
      PromptText.of(FILL_SLOTS)
          .json(
              """
              {
                "subject": "Welcome, {{signup.name}}!",
                "body": [
                  {"text": "{{body_0_text: at most 20 words, thank {{signup.name}} for this: \
              {{signup.message}}}}", "priority": 1},
                  {"text": "You have {{signup.seats}} seats. {{body_1_text: one question about the \
              evaluation}} Yours, Acme", "priority": {{signup.seats}}}
                ],
                "tone": "{{tone: how they write}}",
                "note": {{signup.company}}
              }
              """);

  private static final PromptText EMAIL_EVALUATE_SUBJECT =
      PromptText.of("Welcome, {{signup.name}}!");

  private static final PromptText EMAIL_EVALUATE_BODY1_TEXT =
      PromptText.of("You have {{signup.seats}} seats. {{body_1_text}} Yours, Acme");

  private static final PromptText EMAIL_MIGRATE_PROMPT =
      PromptText.of(FILL_SLOTS)
          .json(
              """
              {
                "subject": "Moving in?",
                "body": [
                  {"text": "Hello {{signup.name}}\\n\\nwe help you to move. Keep \\{{braces}} as \
              they are.", "priority": 1}
                ],
                "tone": "WARM",
                "note": "{{note: a tip for a migration}}"
              }
              """);

  private static final PromptText EMAIL_MIGRATE_BODY0_TEXT =
      PromptText.of(
          """
          Hello {{signup.name}}

          we help you to move. Keep \\{{braces}} as they are.\
          """);

  private static final StepInfo OFFERS = StepInfo.code(AGENT, "offers");

  private static final ModelStep<String> BANNER =
      ModelStep.json(
              AGENT, "banner", "gpt-4o-mini", Json.BANNER, json -> json.field("text").asString())
          .fingerprint("5a029c836d3d7df7e8b8981a653a376ddaa208e6f574504fbaabfa8b745c6de5");

  private static final PromptText BANNER_SYSTEM = PromptText.of("You write for Acme.");

  private static final PromptText BANNER_TRUE_TEXT =
      PromptText.of("Good to see you again, {{signup.name}}.");

  private static final PromptText BANNER_FALSE_PROMPT =
      PromptText.of(
          """
          Fill the slots for {{signup.name}}, in German.

          Hello {{signup.name}},

          {{text: a pun about {{signup.company}}}}
          """);

  private static final PromptText BANNER_FALSE_TEXT =
      PromptText.of(
          """
          Hello {{signup.name}},

          {{text}}\
          """);

  private static final StepInfo FOOTER = StepInfo.code(AGENT, "footer");

  private static final PromptText FOOTER_TEXT =
      PromptText.of("You are \"{{signup.name}}\" of {{signup.company}}: {{signup}}");

  private static final EntryPointInfo WELCOME =
      EntryPointInfo.of(AGENT, "welcome").step(EMAIL).step(OFFERS).step(BANNER).step(FOOTER);

  private final Wiring wiring;

  public WiredWelcome(AgentRuntime runtime) {
    this.wiring = runtime.wiring(AGENT, EMAIL, BANNER);
  }

  @Override
  public Welcomed welcome(Signup signup, Intent intent, boolean known) {
    Objects.requireNonNull(signup, "Welcome.welcome: 'signup' is null");
    Objects.requireNonNull(intent, "Welcome.welcome: 'intent' is null");
    try (Run run = wiring.start(WELCOME)) {
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
    String subject = EMAIL_EVALUATE_SUBJECT.with("signup.name", signup.name()).message();
    ModelStep<Email> filled =
        EMAIL_EVALUATE.map(
            written -> {
              String body1Text =
                  EMAIL_EVALUATE_BODY1_TEXT
                      .with("signup.seats", signup.seats())
                      .with("body_1_text", written.body_1_text())
                      .message();
              return new Email(
                  subject,
                  List.of(
                      new Paragraph(written.body_0_text(), 1),
                      new Paragraph(body1Text, signup.seats())),
                  written.tone(),
                  Wiring.present("signup.company", signup.company()));
            });
    FilledPrompt prompt =
        EMAIL_EVALUATE_PROMPT
            .with("signup.name", signup.name())
            .with("signup.message", signup.message())
            .with("signup.seats", signup.seats())
            .withJson("signup.company", signup.company(), Json::encodeOptionalString);
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
    String body0Text = EMAIL_MIGRATE_BODY0_TEXT.with("signup.name", signup.name()).message();
    ModelStep<Email> filled =
        EMAIL_MIGRATE.map(
            written ->
                new Email("Moving in?", List.of(new Paragraph(body0Text, 1)), Tone.WARM, written));
    FilledPrompt prompt = EMAIL_MIGRATE_PROMPT.with("signup.name", signup.name());
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
            Wiring.present("signup", signup)),
        new Call(30L, 0.5f, '\'', Optional.of(signup.seats())));
  }

  private String banner(Step step, Signup signup, boolean known) throws InterruptedException {
    return known ? bannerTrue(step, signup) : bannerFalse(step, signup);
  }

  private String bannerTrue(Step unused, Signup signup) {
    return BANNER_TRUE_TEXT.with("signup.name", signup.name()).message();
  }

  private String bannerFalse(Step step, Signup signup) throws InterruptedException {
    FilledPrompt prompt =
        BANNER_FALSE_PROMPT
            .with("signup.name", signup.name())
            .withOptional("signup.company", signup.company());
    String written = step.ask(BANNER, BANNER_SYSTEM, prompt);
    return BANNER_FALSE_TEXT.with("signup.name", signup.name()).with("text", written).message();
  }

  private String footer(Step unused, Signup signup) {
    return FOOTER_TEXT
        .with("signup.name", signup.name())
        .withOptional("signup.company", signup.company())
        .withJson("signup", signup, Json::encodeSignup)
        .message();
  }

  @Override
  public Email email(Signup signup, Intent intent) {
    return Wiring.constructed(wiring, EMAIL).direct(EMAIL, step -> email(step, signup, intent));
  }

  @Override
  public List<Offer> offers(Signup signup) {
    return Wiring.constructed(wiring, OFFERS).direct(OFFERS, step -> offers(step, signup));
  }

  @Override
  public String banner(Signup signup, boolean known) {
    return Wiring.constructed(wiring, BANNER).direct(BANNER, step -> banner(step, signup, known));
  }

  @Override
  public String footer(Signup signup) {
    return Wiring.constructed(wiring, FOOTER).direct(FOOTER, step -> footer(step, signup));
  }

  @io.stepwright.wiring.Generated
  private record EmailEvaluateSlots(String body_0_text, String body_1_text, Tone tone) {}

  @io.stepwright.wiring.Generated
  private static final class Json {
    static final String EMAIL_EVALUATE =
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

    static final String EMAIL_MIGRATE =
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

    static final String BANNER =
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

    static EmailEvaluateSlots decodeEmailEvaluateSlots(JsonValue json) {
      return new EmailEvaluateSlots(
          json.field("body_0_text").asString(),
          json.field("body_1_text").asString(),
          json.field("tone").asEnum(Tone.class));
    }

    static void encodeOptionalString(JsonWriter json, Optional<String> value) {
      json.optional(value, JsonWriter::string);
    }

    static void encodeSignup(JsonWriter json, Signup value) {
      json.beginObject();
      json.name("name").string(value.name());
      json.name("message").string(value.message());
      json.name("seats").number(value.seats());
      json.name("company").optional(value.company(), JsonWriter::string);
      json.endObject();
    }
  }
}
