package app;

import io.stepwright.runtime.AgentRuntime;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ForkedEach;
import io.stepwright.wiring.JsonWriter;
import io.stepwright.wiring.ModelCall;
import io.stepwright.wiring.Prompt;
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
 *   beside those that code makes
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
 *   beside those that code makes
 * }</pre>
 */
@Generated("io.stepwright.processor.StepwrightProcessor")
@io.stepwright.wiring.Generated
public final class WiredSupport extends Support {
  private static final AgentInfo AGENT = new AgentInfo("Support", "app.Support").wiredFor(1);

  private static final StepInfo INTENT = StepInfo.model(AGENT, "intent", "gpt-4o-mini");

  private static final StepInfo ANGRY = StepInfo.model(AGENT, "angry", "gpt-4o-mini");

  private static final StepInfo WARNING = StepInfo.model(AGENT, "warning", "gpt-4o");

  private static final StepInfo ORDER = StepInfo.code(AGENT, "order");

  private static final StepInfo REPLY = StepInfo.code(AGENT, "reply");

  private static final StepInfo REFUND_REPLY =
      StepInfo.model(AGENT, "reply", "gpt-4o").alternative("refundReply");

  private static final StepInfo QUESTION_REPLY =
      StepInfo.model(AGENT, "reply", "gpt-4o-mini").alternative("questionReply");

  private static final StepInfo OTHER_REPLY =
      StepInfo.code(AGENT, "reply").alternative("otherReply");

  private static final StepInfo LABELS = StepInfo.model(AGENT, "labels", "gpt-4o-mini");

  private static final StepInfo TEXTS = StepInfo.code(AGENT, "texts");

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

  private static final String INTENT_SCHEMA =
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

  private static final ModelCall<Intent> INTENT_CALL =
      ModelCall.json(
          "gpt-4o-mini", "intent", INTENT_SCHEMA, json -> json.field("value").asEnum(Intent.class));

  private static final String ANGRY_SCHEMA =
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

  private static final ModelCall<Boolean> ANGRY_CALL =
      ModelCall.json("gpt-4o-mini", "angry", ANGRY_SCHEMA, json -> json.field("value").asBoolean());

  private static final ModelCall<String> WARNING_CALL = ModelCall.text("gpt-4o");

  private static final ModelCall<String> REFUND_REPLY_CALL = ModelCall.text("gpt-4o");

  private static final ModelCall<String> QUESTION_REPLY_CALL = ModelCall.text("gpt-4o-mini");

  private static final ModelCall<String> LABELS_CALL = ModelCall.text("gpt-4o-mini");

  private final Wiring runtime;

  public WiredSupport(AgentRuntime runtime) {
    this.runtime =
        runtime.wiring(AGENT, INTENT, ANGRY, WARNING, REFUND_REPLY, QUESTION_REPLY, LABELS);
  }

  @Override
  public Handled handle(Ticket ticket) {
    Objects.requireNonNull(ticket, "Support.handle: 'ticket' is null");
    try (Run run = runtime.start(HANDLE)) {
      Forked<Boolean> angry = run.fork(ANGRY, step -> angry(step, ticket));
      Forked<String> warning =
          ticket.vip()
              ? run.when(angry, it -> it, "angry is false")
                  .fork(WARNING, step -> warning(step, ticket))
              : run.absent(WARNING, "ticket.vip is false");
      ForkedEach<String> texts =
          run.each(
              TEXTS,
              () -> Wiring.present("ticket.attachments", ticket.attachments()),
              4,
              (step, attachment) -> super.read(attachment));
      ForkedEach<String> labels =
          run.each(LABELS, texts, 16, (step, text) -> label(step, text, ticket));
      Intent intent = run.call(INTENT, step -> intent(step, ticket));
      Forked<Order> order =
          intent == Intent.REFUND
              ? run.forkOptional(ORDER, step -> super.order(ticket))
              : run.absent(ORDER, "intent is not REFUND");
      Forked<String> reply =
          run.choose(
              REPLY,
              arm ->
                  switch (intent) {
                    case REFUND ->
                        arm.settled(order)
                            .fork(
                                REFUND_REPLY,
                                step -> refundReply(step, ticket, order.getOptional()));
                    case QUESTION -> arm.fork(QUESTION_REPLY, step -> questionReply(step, ticket));
                    default -> arm.fork(OTHER_REPLY, step -> super.otherReply());
                  });
      return run.result(new Handled(intent, reply.join(), warning.joinOptional(), labels.join()));
    }
  }

  @Override
  public String answer(Ticket ticket) {
    Objects.requireNonNull(ticket, "Support.answer: 'ticket' is null");
    try (Run run = runtime.start(ANSWER)) {
      Intent intent = run.call(INTENT, step -> intent(step, ticket));
      Forked<Order> order =
          intent == Intent.REFUND
              ? run.forkOptional(ORDER, step -> super.order(ticket))
              : run.absent(ORDER, "intent is not REFUND");
      Forked<String> reply =
          run.choose(
              REPLY,
              arm ->
                  switch (intent) {
                    case REFUND ->
                        arm.settled(order)
                            .fork(
                                REFUND_REPLY,
                                step -> refundReply(step, ticket, order.getOptional()));
                    case QUESTION -> arm.fork(QUESTION_REPLY, step -> questionReply(step, ticket));
                    default -> arm.fork(OTHER_REPLY, step -> super.otherReply());
                  });
      return run.result(reply.join());
    }
  }

  private Intent intent(Step step, Ticket ticket) throws InterruptedException {
    Prompt prompt = new Prompt().text("What is this about? ").slot("ticket.text", ticket.text());
    return step.ask(INTENT_CALL, prompt);
  }

  private boolean angry(Step step, Ticket ticket) throws InterruptedException {
    Prompt prompt = new Prompt().text("Is this angry? ").slot("ticket.text", ticket.text());
    return step.ask(ANGRY_CALL, prompt);
  }

  private String warning(Step step, Ticket ticket) throws InterruptedException {
    Prompt prompt = new Prompt().text("Warn the team: ").slot("ticket.text", ticket.text());
    return step.ask(WARNING_CALL, prompt);
  }

  private String refundReply(Step step, Ticket ticket, Optional<Order> order)
      throws InterruptedException {
    Prompt prompt =
        new Prompt()
            .text("Answer, knowing the order ")
            .optionalJson("order", order, WiredSupport::encodeOrder)
            .text(": ")
            .slot("ticket.text", ticket.text());
    return step.ask(REFUND_REPLY_CALL, prompt);
  }

  private String questionReply(Step step, Ticket ticket) throws InterruptedException {
    Prompt prompt = new Prompt().text("Answer: ").slot("ticket.text", ticket.text());
    return step.ask(QUESTION_REPLY_CALL, prompt);
  }

  private String label(Step step, String text, Ticket ticket) throws InterruptedException {
    Prompt prompt =
        new Prompt()
            .text("One word for ")
            .slot("text", text)
            .text(", in ")
            .slot("ticket.text", ticket.text());
    return step.ask(LABELS_CALL, prompt);
  }

  @Override
  protected Intent intent(Ticket ticket) {
    return Wiring.constructed(runtime, INTENT).direct(INTENT, step -> intent(step, ticket));
  }

  @Override
  protected boolean angry(Ticket ticket) {
    return Wiring.constructed(runtime, ANGRY).direct(ANGRY, step -> angry(step, ticket));
  }

  @Override
  protected String warning(Ticket ticket) {
    return Wiring.constructed(runtime, WARNING).direct(WARNING, step -> warning(step, ticket));
  }

  @Override
  protected Optional<Order> order(Ticket ticket) {
    return Wiring.constructed(runtime, ORDER).direct(ORDER, step -> super.order(ticket));
  }

  @Override
  protected String refundReply(Ticket ticket, Optional<Order> order) {
    return Wiring.constructed(runtime, REFUND_REPLY)
        .direct(REFUND_REPLY, step -> refundReply(step, ticket, order));
  }

  @Override
  protected String questionReply(Ticket ticket) {
    return Wiring.constructed(runtime, QUESTION_REPLY)
        .direct(QUESTION_REPLY, step -> questionReply(step, ticket));
  }

  @Override
  protected String otherReply() {
    return Wiring.constructed(runtime, OTHER_REPLY).direct(OTHER_REPLY, step -> super.otherReply());
  }

  @Override
  protected String label(String text, Ticket ticket) {
    return Wiring.constructed(runtime, LABELS).direct(LABELS, step -> label(step, text, ticket));
  }

  @Override
  protected String read(String attachment) {
    return Wiring.constructed(runtime, TEXTS).direct(TEXTS, step -> super.read(attachment));
  }

  private static void encodeOrder(JsonWriter json, Order value) {
    json.beginObject();
    json.name("number").string(value.number());
    json.name("open").bool(value.open());
    json.endObject();
  }
}
