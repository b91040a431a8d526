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
  private static final AgentInfo AGENT = new AgentInfo("Onboarding", "app.Onboarding").wiredFor(1);

  private static final StepInfo INTENT =
      StepInfo.model(AGENT, "intent", "gpt-4o-mini")
          .cached(
              CacheRule.of("36913503e6c71feb92ea5defeaf3e2d58fa4c7ef40df482eb523338f823b64bb")
                  .similarity(0.95));

  private static final StepInfo EMAIL = StepInfo.model(AGENT, "email", "gpt-4o-mini");

  private static final StepInfo CRM_NOTE = StepInfo.model(AGENT, "crmNote", "ollama/llama3:8b");

  private static final EntryPointInfo ONBOARD =
      EntryPointInfo.of(AGENT, "onboard")
          .within(Duration.ofSeconds(10))
          .step(INTENT)
          .step(EMAIL, INTENT)
          .step(CRM_NOTE);

  private static final String INTENT_SCHEMA =
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

  private static final ModelCall<Intent> INTENT_CALL =
      ModelCall.json(
          "gpt-4o-mini", "intent", INTENT_SCHEMA, json -> json.field("value").asEnum(Intent.class));

  private static final String EMAIL_SCHEMA =
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

  private static final ModelCall<Email> EMAIL_CALL =
      ModelCall.json("gpt-4o-mini", "email", EMAIL_SCHEMA, WiredOnboarding::decodeEmail);

  private static final ModelCall<String> CRM_NOTE_CALL = ModelCall.text("ollama/llama3:8b");

  private final Wiring runtime;

  public WiredOnboarding(AgentRuntime runtime) {
    this.runtime = runtime.wiring(AGENT, INTENT, EMAIL, CRM_NOTE);
  }

  @Override
  public Onboarded onboard(Signup signup) {
    Objects.requireNonNull(signup, "Onboarding.onboard: 'signup' is null");
    try (Run run = runtime.start(ONBOARD)) {
      Forked<String> crmNote = run.fork(CRM_NOTE, step -> crmNote(step, signup));
      Intent intent = run.call(INTENT, step -> intent(step, signup));
      Email email = run.call(EMAIL, step -> email(step, signup, intent));
      return run.result(new Onboarded(intent, email, crmNote.join()));
    }
  }

  private Intent intent(Step step, Signup signup) throws InterruptedException {
    Prompt prompt =
        new Prompt()
            .text("What does this new user want? ")
            .slot("signup.message", signup.message());
    CacheKey key = new CacheKey().text("signup.message", signup.message());
    return step.cached(key).ask(INTENT_CALL, prompt);
  }

  private Email email(Step step, Signup signup, Intent intent) throws InterruptedException {
    Prompt system = new Prompt().text("You write for Acme, warmly and in short sentences.");
    Prompt prompt =
        new Prompt()
            .text("Write a welcome e-mail to ")
            .slot("signup.name", signup.name())
            .text(
                """
                .
                They want to \
                """)
            .slot("intent", intent)
            .text(".\n");
    return step.ask(EMAIL_CALL, system, prompt);
  }

  private String crmNote(Step step, Signup signup) throws InterruptedException {
    Prompt prompt =
        new Prompt()
            .text("Summarise for the CRM in one sentence: ")
            .json("signup", signup, WiredOnboarding::encodeSignup);
    return step.ask(CRM_NOTE_CALL, prompt);
  }

  @Override
  protected Intent intent(Signup signup) {
    return Wiring.constructed(runtime, INTENT).direct(INTENT, step -> intent(step, signup));
  }

  @Override
  protected Email email(Signup signup, Intent intent) {
    return Wiring.constructed(runtime, EMAIL).direct(EMAIL, step -> email(step, signup, intent));
  }

  @Override
  protected String crmNote(Signup signup) {
    return Wiring.constructed(runtime, CRM_NOTE).direct(CRM_NOTE, step -> crmNote(step, signup));
  }

  private static Email decodeEmail(JsonValue json) {
    return new Email(json.field("subject").asString(), json.field("body").asString());
  }

  private static void encodeSignup(JsonWriter json, Signup value) {
    json.beginObject();
    json.name("name").string(value.name());
    json.name("email").string(value.email());
    json.name("message").string(value.message());
    json.name("plan").constant(value.plan());
    json.endObject();
  }
}
