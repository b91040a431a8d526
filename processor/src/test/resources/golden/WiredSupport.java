package app;

import io.stepwright.runtime.AgentRuntime;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.FilledPrompt;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ForkedEach;
import io.stepwright.wiring.JsonWriter;
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
 * Runs {@link Support}: every step starts as soon as its own inputs are there.
 *
 * <pre>{@code
 * handle(ticket)
 *   intent   gpt-4o-mini  at once, from ticket
 *   angry    gpt-4o-mini  at once, from ticket
 *   warning  gpt-4o       from ticket
 *       when angry and ticket.vip
 *   order    code         from ticket; may be absent
 *       when intent is REFUND
 *   reply    one of       from ticket, order
 *       when intent is REFUND refundReply, gpt-4o
 *       when intent is QUESTION questionReply, gpt-4o-mini
 *       else otherReply, code
 *   texts    code         at once, from ticket, for each of ticket.attachments
 *   labels   gpt-4o-mini  from texts, ticket, for each of texts
 * critical path: intent -> order -> reply
 * model calls: 12 at most, and 3 for each of ticket.attachments
 *   beside those that code makes: order, otherReply, texts
 * }</pre>
 *
 * <pre>{@code
 * answer(ticket)
 *   intent  gpt-4o-mini  at once, from ticket
 *   order   code         from ticket; may be absent
 *       when intent is REFUND
 *   reply   one of       from ticket, order
 *       when intent is REFUND refundReply, gpt-4o
 *       when intent is QUESTION questionReply, gpt-4o-mini
 *       else otherReply, code
 * critical path: intent -> order -> reply
 * model calls: 6 at most
 *   beside those that code makes: order, otherReply
 * }</pre>
 */
@Generated("io.stepwright.processor.StepwrightProcessor")
@io.stepwright.wiring.Generated
public final class WiredSupport extends Support {
  private static final AgentInfo AGENT = new AgentInfo("Support", "app.Support").wiredFor(3);

  private static final ModelStep<Intent> INTENT =
      ModelStep.json(
              AGENT,
              "intent",
              "gpt-4o-mini",
              Json.INTENT,
              json -> json.field("value").asEnum(Intent.class))
          .fingerprint("09e781c3daf7b52b1949b4e1cd6ce636bda579fbfcd3b54fdbd3dedb300e9ef0");

  private static final PromptText INTENT_PROMPT =
      PromptText.of("What is this about? {{ticket.text}}");

  private static final ModelStep<Boolean> ANGRY =
      ModelStep.json(
              AGENT, "angry", "gpt-4o-mini", Json.ANGRY, json -> json.field("value").asBoolean())
          .fingerprint("4d8b3d75e339a8d1a588d4ba38fdf8663f611921ea0f6f00828eeb65eaa00c4b");

  private static final PromptText ANGRY_PROMPT = PromptText.of("Is this angry? {{ticket.text}}");

  private static final ModelStep<String> WARNING =
      ModelStep.text(AGENT, "warning", "gpt-4o")
          .fingerprint("7e1a18812de401a44112d4a8fbf52abdf99d74e558b6d2efea2cea78186356ce");

  private static final PromptText WARNING_PROMPT = PromptText.of("Warn the team: {{ticket.text}}");

  private static final StepInfo ORDER = StepInfo.code(AGENT, "order");

  private static final StepInfo REPLY = StepInfo.code(AGENT, "reply");

  private static final ModelStep<String> REFUND_REPLY =
      ModelStep.text(AGENT, "reply", "gpt-4o")
          .alternative("refundReply")
          .fingerprint("6fea1b4c5ff2f65347cad6d07ff37cd7dad36772e80b2f2283d4a18c20b4e314");

  private static final PromptText REFUND_REPLY_PROMPT =
      PromptText.of("Answer, knowing the order {{order}}: {{ticket.text}}");

  private static final ModelStep<String> QUESTION_REPLY =
      ModelStep.text(AGENT, "reply", "gpt-4o-mini")
          .alternative("questionReply")
          .fingerprint("b483c347b8397995c089129b18b6758d6e89021f3703261ec219dcc20a604495");

  private static final PromptText QUESTION_REPLY_PROMPT = PromptText.of("Answer: {{ticket.text}}");

  private static final StepInfo OTHER_REPLY =
      StepInfo.code(AGENT, "reply").alternative("otherReply");

  private static final ModelStep<String> LABELS =
      ModelStep.text(AGENT, "labels", "gpt-4o-mini")
          .method("label")
          .atOnce(16)
          .fingerprint("7997f471b77bfc2979242005ba683f18e2c34b52469a67a0c3c193781c645cb5");

  private static final PromptText LABELS_PROMPT =
      PromptText.of("One word for {{text}}, in {{ticket.text}}");

  private static final StepInfo TEXTS = StepInfo.code(AGENT, "texts").method("read").atOnce(4);

  private static final EntryPointInfo HANDLE =
      EntryPointInfo.of(AGENT, "handle")
          .step(INTENT)
          .step(ANGRY)
          .step(WARNING, ANGRY)
          .step(ORDER, INTENT)
          .step(REPLY, INTENT, ORDER)
          .step(TEXTS)
          .step(LABELS, TEXTS);

  private static final EntryPointInfo ANSWER =
      EntryPointInfo.of(AGENT, "answer")
          .step(INTENT)
          .step(ORDER, INTENT)
          .step(REPLY, INTENT, ORDER);

  private final Wiring wiring;

  public WiredSupport(AgentRuntime runtime) {
    this.wiring =
        runtime.wiring(AGENT, INTENT, ANGRY, WARNING, REFUND_REPLY, QUESTION_REPLY, LABELS);
  }

  @Override
  public Handled handle(Ticket ticket) {
    Objects.requireNonNull(ticket, "Support.handle: 'ticket' is null");
    try (Run run = wiring.start(HANDLE)) {
      Forked<Boolean> angry = run.fork(ANGRY, step -> angry(step, ticket));
      Forked<String> warning =
          ticket.vip()
              ? run.onlyIf(angry).fork(WARNING, step -> warning(step, ticket))
              : run.absent(WARNING, "ticket.vip is false");
      ForkedEach<String> texts =
          run.each(
              TEXTS,
              () -> Wiring.present("ticket.attachments", ticket.attachments()),
              (step, attachment) -> super.read(attachment));
      ForkedEach<String> labels =
          run.each(LABELS, texts, (step, text) -> label(step, text, ticket));
      Intent intent = run.call(INTENT, step -> intent(step, ticket));
      Forked<Order> order = startOrder(run, intent, ticket);
      Forked<String> reply = startReply(run, intent, order, ticket);
      return run.result(new Handled(intent, reply.join(), warning.joinOptional(), labels.join()));
    }
  }

  @Override
  public String answer(Ticket ticket) {
    Objects.requireNonNull(ticket, "Support.answer: 'ticket' is null");
    try (Run run = wiring.start(ANSWER)) {
      Intent intent = run.call(INTENT, step -> intent(step, ticket));
      Forked<Order> order = startOrder(run, intent, ticket);
      Forked<String> reply = startReply(run, intent, order, ticket);
      return run.result(reply.join());
    }
  }

  private Forked<Order> startOrder(Run run, Intent intent, Ticket ticket) {
    return intent == Intent.REFUND
        ? run.forkOptional(ORDER, step -> super.order(ticket))
        : run.absent(ORDER, "intent is not REFUND");
  }

  private Forked<String> startReply(Run run, Intent intent, Forked<Order> order, Ticket ticket) {
    return run.choose(
        REPLY,
        branch ->
            switch (intent) {
              case REFUND ->
                  branch
                      .settled(order)
                      .fork(REFUND_REPLY, step -> refundReply(step, ticket, order.getOptional()));
              case QUESTION -> branch.fork(QUESTION_REPLY, step -> questionReply(step, ticket));
              default -> branch.fork(OTHER_REPLY, step -> super.otherReply());
            });
  }

  private Intent intent(Step step, Ticket ticket) throws InterruptedException {
    FilledPrompt prompt = INTENT_PROMPT.with("ticket.text", ticket.text());
    return step.ask(INTENT, prompt);
  }

  private boolean angry(Step step, Ticket ticket) throws InterruptedException {
    FilledPrompt prompt = ANGRY_PROMPT.with("ticket.text", ticket.text());
    return step.ask(ANGRY, prompt);
  }

  private String warning(Step step, Ticket ticket) throws InterruptedException {
    FilledPrompt prompt = WARNING_PROMPT.with("ticket.text", ticket.text());
    return step.ask(WARNING, prompt);
  }

  private String refundReply(Step step, Ticket ticket, Optional<Order> order)
      throws InterruptedException {
    FilledPrompt prompt =
        REFUND_REPLY_PROMPT
            .withOptionalJson("order", order, Json::encodeOrder)
            .with("ticket.text", ticket.text());
    return step.ask(REFUND_REPLY, prompt);
  }

  private String questionReply(Step step, Ticket ticket) throws InterruptedException {
    FilledPrompt prompt = QUESTION_REPLY_PROMPT.with("ticket.text", ticket.text());
    return step.ask(QUESTION_REPLY, prompt);
  }

  private String label(Step step, String text, Ticket ticket) throws InterruptedException {
    FilledPrompt prompt = LABELS_PROMPT.with("text", text).with("ticket.text", ticket.text());
    return step.ask(LABELS, prompt);
  }

  @Override
  protected Intent intent(Ticket ticket) {
    return Wiring.constructed(wiring, INTENT).direct(INTENT, step -> intent(step, ticket));
  }

  @Override
  protected boolean angry(Ticket ticket) {
    return Wiring.constructed(wiring, ANGRY).direct(ANGRY, step -> angry(step, ticket));
  }

  @Override
  protected String warning(Ticket ticket) {
    return Wiring.constructed(wiring, WARNING).direct(WARNING, step -> warning(step, ticket));
  }

  @Override
  protected Optional<Order> order(Ticket ticket) {
    return Wiring.constructed(wiring, ORDER).direct(ORDER, step -> super.order(ticket));
  }

  @Override
  protected String refundReply(Ticket ticket, Optional<Order> order) {
    return Wiring.constructed(wiring, REFUND_REPLY)
        .direct(REFUND_REPLY, step -> refundReply(step, ticket, order));
  }

  @Override
  protected String questionReply(Ticket ticket) {
    return Wiring.constructed(wiring, QUESTION_REPLY)
        .direct(QUESTION_REPLY, step -> questionReply(step, ticket));
  }

  @Override
  protected String otherReply() {
    return Wiring.constructed(wiring, OTHER_REPLY).direct(OTHER_REPLY, step -> super.otherReply());
  }

  @Override
  protected String label(String text, Ticket ticket) {
    return Wiring.constructed(wiring, LABELS).direct(LABELS, step -> label(step, text, ticket));
  }

  @Override
  protected String read(String attachment) {
    return Wiring.constructed(wiring, TEXTS).direct(TEXTS, step -> super.read(attachment));
  }

  @io.stepwright.wiring.Generated
  private static final class Json {
    static final String INTENT =
        """
        {
          "type": "object",
          "properties": {
            "value": {"type": "string", "enum": ["REFUND", "QUESTION", "OTHER"]}
          },
          "required": ["value"],
          "additionalProperties": false
        }
        """;

    static final String ANGRY =
        """
        {
          "type": "object",
          "properties": {
            "value": {"type": "boolean"}
          },
          "required": ["value"],
          "additionalProperties": false
        }
        """;

    static void encodeOrder(JsonWriter json, Order value) {
      json.beginObject();
      json.name("number").string(value.number());
      json.name("open").bool(value.open());
      json.endObject();
    }
  }
}
