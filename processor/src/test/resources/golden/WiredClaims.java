package app;

import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.Conversation;
import io.stepwright.runtime.Image;
import io.stepwright.runtime.Pdf;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.FilledPrompt;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ForkedEach;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.Step;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.Wiring;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Runs {@link Claims}: every step starts as soon as its own inputs are there.
 *
 * <pre>{@code
 * judge(claim, policy, chat, tone)
 *   verdict  gpt-4o, cached         at once, from claim, policy
 *   labels   gpt-4o-mini            at once, from claim, for each of claim.pages
 *   earlier  code                   at once, from chat; may be absent
 *   reply    one of                 from chat, verdict, earlier
 *       when tone is WARM warmReply, gpt-4o-mini, cached
 *       else briefReply, gpt-4o-mini, cached
 *       warmReply continues history
 *       briefReply continues earlier
 *   letter   template, gpt-4o-mini  from chat, policy, verdict
 *       continues history
 *       checked by isLong
 * critical path: verdict -> reply
 * model calls: 9 at most, and 3 for each of claim.pages
 *   beside those that code makes: earlier
 * }</pre>
 */
@Generated("io.stepwright.processor.StepwrightProcessor")
@io.stepwright.wiring.Generated
public final class WiredClaims implements Claims {
  private static final AgentInfo AGENT = new AgentInfo("Claims", "app.Claims").wiredFor(3);

  private static final ModelStep<String> VERDICT =
      ModelStep.text(AGENT, "verdict", "gpt-4o")
          .cached(CacheRule.equal())
          .fingerprint("3112d6f7ae99355d296f163796ee0fa74f5ba7bdf661d2e2b4778f95209f315e");

  private static final PromptText VERDICT_PROMPT =
      PromptText.of(
          "{{claim.text}} It happened at {{claim.photo.place}}:"
              + " {{claim.photo.image}}{{claim.receipt}} All pages: {{claim.pages}} The policy:"
              + " {{policy}}");

  private static final ModelStep<String> LABELS =
      ModelStep.text(AGENT, "labels", "gpt-4o-mini")
          .method("label")
          .atOnce(16)
          .fingerprint("32c321b5e6136acab454bbcb13ccab34fbe15bd73bda9511cae62bc9502b5dd4");

  private static final PromptText LABELS_PROMPT = PromptText.of("{{page}}");

  private static final StepInfo EARLIER = StepInfo.code(AGENT, "earlier");

  private static final StepInfo REPLY = StepInfo.code(AGENT, "reply");

  private static final ModelStep<String> WARM_REPLY =
      ModelStep.text(AGENT, "reply", "gpt-4o-mini")
          .alternative("warmReply")
          .cached(CacheRule.equal())
          .fingerprint("0f1481feb1cbc0013f5e3893ad1beaefc07bd4bba3f9029ca6c2a975a7fde583");

  private static final PromptText WARM_REPLY_SYSTEM = PromptText.of("You are kind.");

  private static final PromptText WARM_REPLY_PROMPT =
      PromptText.of("Tell {{chat.customer}} this: {{verdict}}");

  private static final ModelStep<String> BRIEF_REPLY =
      ModelStep.text(AGENT, "reply", "gpt-4o-mini")
          .alternative("briefReply")
          .cached(CacheRule.equal())
          .fingerprint("0ce4c7cdcdf61d10f49a434bb47af4f84b6af8de8dd1b701264d6a04bd894f56");

  private static final PromptText BRIEF_REPLY_PROMPT = PromptText.of("Tell this: {{verdict}}");

  private static final ModelStep<String> LETTER =
      ModelStep.json(
              AGENT, "letter", "gpt-4o-mini", Json.LETTER, json -> json.field("text").asString())
          .fingerprint("3d7814762a9c7dc9f4ae86601ac385a5675e84809f8bc1432419d77476d6e0b6");

  private static final PromptText LETTER_PROMPT =
      PromptText.of(
          """
          Look at {{policy}} and write to {{chat.customer}}:

          Dear {{chat.customer}},
          {{text: what follows from {{verdict}}}}
          """);

  private static final PromptText LETTER_TEXT =
      PromptText.of(
          """
          Dear {{chat.customer}},
          {{text}}\
          """);

  private static final EntryPointInfo JUDGE =
      EntryPointInfo.of(AGENT, "judge")
          .step(VERDICT)
          .step(LABELS)
          .step(EARLIER)
          .step(REPLY, VERDICT, EARLIER)
          .step(LETTER, VERDICT);

  private final Wiring wiring;

  public WiredClaims(AgentRuntime runtime) {
    this.wiring = runtime.wiring(AGENT, VERDICT, LABELS, WARM_REPLY, BRIEF_REPLY, LETTER);
  }

  @Override
  public Judged judge(Claim claim, Pdf policy, Chat chat, Tone tone) {
    Objects.requireNonNull(claim, "Claims.judge: 'claim' is null");
    Objects.requireNonNull(policy, "Claims.judge: 'policy' is null");
    Objects.requireNonNull(chat, "Claims.judge: 'chat' is null");
    Objects.requireNonNull(tone, "Claims.judge: 'tone' is null");
    try (Run run = wiring.start(JUDGE)) {
      ForkedEach<String> labels =
          run.each(
              LABELS,
              () -> Wiring.present("claim.pages", claim.pages()),
              (step, page) -> label(step, page));
      Forked<Conversation> earlier = run.forkOptional(EARLIER, step -> Claims.super.earlier(chat));
      String verdict = run.call(VERDICT, step -> verdict(step, claim, policy));
      Forked<String> letter =
          run.fork(
              LETTER,
              step ->
                  letter(
                      step, Wiring.present("chat.history", chat.history()), chat, policy, verdict));
      String reply =
          switch (tone) {
            case WARM ->
                run.call(
                    WARM_REPLY,
                    step ->
                        warmReply(
                            step, Wiring.present("chat.history", chat.history()), chat, verdict));
            default ->
                run.settled(earlier)
                    .call(BRIEF_REPLY, step -> briefReply(step, earlier.getOptional(), verdict));
          };
      return run.result(new Judged(verdict, labels.join(), reply, letter.join()));
    }
  }

  private String verdict(Step step, Claim claim, Pdf policy) throws InterruptedException {
    Photo photo = Wiring.present("claim.photo", claim.photo());
    FilledPrompt prompt =
        VERDICT_PROMPT
            .with("claim.text", claim.text())
            .with("claim.photo.place", photo.place())
            .withMedia("claim.photo.image", photo.image())
            .withOptionalMedia("claim.receipt", claim.receipt())
            .withMedia("claim.pages", claim.pages())
            .withMedia("policy", policy);
    CacheKey key =
        new CacheKey()
            .exact("claim.text", claim.text())
            .exact("claim.photo.place", photo.place())
            .media("claim.photo.image", photo.image())
            .optionalMedia("claim.receipt", claim.receipt())
            .media("claim.pages", claim.pages())
            .media("policy", policy);
    return step.cached(key).ask(VERDICT, prompt);
  }

  private String label(Step step, Image page) throws InterruptedException {
    FilledPrompt prompt = LABELS_PROMPT.withMedia("page", page);
    return step.ask(LABELS, prompt);
  }

  private String warmReply(Step step, Conversation history, Chat chat, String verdict)
      throws InterruptedException {
    FilledPrompt prompt =
        WARM_REPLY_PROMPT.with("chat.customer", chat.customer()).with("verdict", verdict);
    CacheKey key =
        new CacheKey()
            .exact("chat.customer", chat.customer())
            .exact("verdict", verdict)
            .history("history", history);
    return step.continuing("history", history)
        .cached(key)
        .ask(WARM_REPLY, WARM_REPLY_SYSTEM, prompt);
  }

  private String briefReply(Step step, Optional<Conversation> earlier, String verdict)
      throws InterruptedException {
    FilledPrompt prompt = BRIEF_REPLY_PROMPT.with("verdict", verdict);
    CacheKey key = new CacheKey().exact("verdict", verdict).optionalHistory("earlier", earlier);
    return step.continuingOptional("earlier", earlier).cached(key).ask(BRIEF_REPLY, prompt);
  }

  private String letter(Step step, Conversation history, Chat chat, Pdf policy, String verdict)
      throws InterruptedException {
    ModelStep<String> filled =
        LETTER.map(
            written ->
                LETTER_TEXT.with("chat.customer", chat.customer()).with("text", written).message());
    ModelStep<String> checked = filled.check("isLong", it -> isLong(it, history));
    FilledPrompt prompt =
        LETTER_PROMPT
            .withMedia("policy", policy)
            .with("chat.customer", chat.customer())
            .with("verdict", verdict);
    return step.continuing("history", history).ask(checked, prompt);
  }

  @Override
  public String verdict(Claim claim, Pdf policy) {
    return Wiring.constructed(wiring, VERDICT)
        .direct(VERDICT, step -> verdict(step, claim, policy));
  }

  @Override
  public String label(Image page) {
    return Wiring.constructed(wiring, LABELS).direct(LABELS, step -> label(step, page));
  }

  @Override
  public Optional<Conversation> earlier(Chat chat) {
    return Wiring.constructed(wiring, EARLIER).direct(EARLIER, step -> Claims.super.earlier(chat));
  }

  @Override
  public String warmReply(Conversation history, Chat chat, String verdict) {
    return Wiring.constructed(wiring, WARM_REPLY)
        .direct(WARM_REPLY, step -> warmReply(step, history, chat, verdict));
  }

  @Override
  public String briefReply(Optional<Conversation> earlier, String verdict) {
    return Wiring.constructed(wiring, BRIEF_REPLY)
        .direct(BRIEF_REPLY, step -> briefReply(step, earlier, verdict));
  }

  @Override
  public String letter(Conversation history, Chat chat, Pdf policy, String verdict) {
    return Wiring.constructed(wiring, LETTER)
        .direct(LETTER, step -> letter(step, history, chat, policy, verdict));
  }

  @io.stepwright.wiring.Generated
  private static final class Json {
    static final String LETTER =
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
  }
}
