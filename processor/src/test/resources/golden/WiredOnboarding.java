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
import io.stepwright.wiring.Wiring;
import java.time.Duration;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs {@link Onboarding}: every step starts as soon as its own inputs are there.
 *
 * <pre>{@code
 * onboard(signup)
 *   intent   gpt-4o-mini, cached at 0.95  at once, from signup
 *   email    gpt-4o-mini                  from signup, intent
 *   crmNote  ollama/llama3:8b             at once, from signup
 * critical path: intent -> email
 * model calls: 9 at most
 * }</pre>
 */
@Generated("io.stepwright.processor.StepwrightProcessor")
@io.stepwright.wiring.Generated
public final class WiredOnboarding extends Onboarding {
  private static final AgentInfo AGENT = new AgentInfo("Onboarding", "app.Onboarding").wiredFor(3);

  private static final ModelStep<Intent> INTENT =
      ModelStep.json(
              AGENT,
              "intent",
              "gpt-4o-mini",
              Json.INTENT,
              json -> json.field("value").asEnum(Intent.class))
          .cached(CacheRule.equal().similarity(0.95))
          .fingerprint("36913503e6c71feb92ea5defeaf3e2d58fa4c7ef40df482eb523338f823b64bb");

  private static final PromptText INTENT_PROMPT =
      PromptText.of("What does this new user want? {{signup.message}}");

  private static final ModelStep<Email> EMAIL =
      ModelStep.json(AGENT, "email", "gpt-4o-mini", Json.EMAIL, Json::decodeEmail)
          .fingerprint("bb89bf5661457e345c8c6c41ecca7b623620029b8fafff48b0678be62ad9c731");

  private static final PromptText EMAIL_SYSTEM =
      PromptText.of("You write for Acme, warmly and in short sentences.");

  private static final PromptText EMAIL_PROMPT =
      PromptText.of(
          """
          Write a welcome e-mail to {{signup.name}}.
          They want to {{intent}}.
          """);

  private static final ModelStep<String> CRM_NOTE =
      ModelStep.text(AGENT, "crmNote", "ollama/llama3:8b")
          .fingerprint("1dca1a739a8ae2ad3f028f4860fc76f85641bd12c5a92e15538f1f895ffcc36f");

  private static final PromptText CRM_NOTE_PROMPT =
      PromptText.of("Summarise for the CRM in one sentence: {{signup}}");

  private static final EntryPointInfo ONBOARD =
      EntryPointInfo.of(AGENT, "onboard")
          .within(Duration.ofSeconds(10))
          .step(INTENT)
          .step(EMAIL, INTENT)
          .step(CRM_NOTE);

  private final Wiring wiring;

  public WiredOnboarding(AgentRuntime runtime) {
    this.wiring = runtime.wiring(AGENT, INTENT, EMAIL, CRM_NOTE);
  }

  @Override
  public Onboarded onboard(Signup signup) {
    Objects.requireNonNull(signup, "Onboarding.onboard: 'signup' is null");
    try (Run run = wiring.start(ONBOARD)) {
      Forked<String> crmNote = run.fork(CRM_NOTE, step -> crmNote(step, signup));
      Intent intent = run.call(INTENT, step -> intent(step, signup));
      Email email = run.call(EMAIL, step -> email(step, signup, intent));
      return run.result(new Onboarded(intent, email, crmNote.join()));
    }
  }

  private Intent intent(Step step, Signup signup) throws InterruptedException {
    FilledPrompt prompt = INTENT_PROMPT.with("signup.message", signup.message());
    CacheKey key = new CacheKey().text("signup.message", signup.message());
    return step.cached(key).ask(INTENT, prompt);
  }

  private Email email(Step step, Signup signup, Intent intent) throws InterruptedException {
    FilledPrompt prompt = EMAIL_PROMPT.with("signup.name", signup.name()).with("intent", intent);
    return step.ask(EMAIL, EMAIL_SYSTEM, prompt);
  }

  private String crmNote(Step step, Signup signup) throws InterruptedException {
    FilledPrompt prompt = CRM_NOTE_PROMPT.withJson("signup", signup, Json::encodeSignup);
    return step.ask(CRM_NOTE, prompt);
  }

  @Override
  protected Intent intent(Signup signup) {
    return Wiring.constructed(wiring, INTENT).direct(INTENT, step -> intent(step, signup));
  }

  @Override
  protected Email email(Signup signup, Intent intent) {
    return Wiring.constructed(wiring, EMAIL).direct(EMAIL, step -> email(step, signup, intent));
  }

  @Override
  protected String crmNote(Signup signup) {
    return Wiring.constructed(wiring, CRM_NOTE).direct(CRM_NOTE, step -> crmNote(step, signup));
  }

  @io.stepwright.wiring.Generated
  private static final class Json {
    static final String INTENT =
        """
        {
          "type": "object",
          "properties": {
            "value": {"type": "string", "enum": ["EVALUATE", "MIGRATE", "BUILD", "OTHER"]}
          },
          "required": ["value"],
          "additionalProperties": false
        }
        """;

    static final String EMAIL =
        """
        {
          "type": "object",
          "description": "A welcome e-mail.",
          "properties": {
            "subject": {"type": "string", "description": "at most eight words"},
            "body": {"type": "string", "description": "plain text, two short paragraphs"}
          },
          "required": ["subject", "body"],
          "additionalProperties": false
        }
        """;

    static Email decodeEmail(JsonValue json) {
      return new Email(json.field("subject").asString(), json.field("body").asString());
    }

    static void encodeSignup(JsonWriter json, Signup value) {
      json.beginObject();
      json.name("name").string(value.name());
      json.name("email").string(value.email());
      json.name("message").string(value.message());
      json.name("plan").constant(value.plan());
      json.endObject();
    }
  }
}
