package app;

import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.FilledPrompt;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Step;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.Wiring;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * Runs {@link Refunds}: every step starts as soon as its own inputs are there.
 *
 * <pre>{@code
 * decide(order, run, step)
 *   history  code         at once, from order; may be absent
 *   verdict  gpt-4o-mini  from order, history
 *   refund   code         from verdict, run; may be absent
 *   letter   code         from refund, order
 *   archive  code         from order, letter
 *   steps    code         from refund, order, after archive
 * critical path: history -> verdict -> refund -> letter -> archive -> steps
 * model calls: 3 at most
 *   beside those that code makes: history, refund, letter, archive, steps
 * }</pre>
 *
 * <pre>{@code
 * write(order, run)
 *   history  code         at once, from order; may be absent
 *   verdict  gpt-4o-mini  from order, history
 *   refund   code         from verdict, run; may be absent
 *   letter   code         from refund, order
 *   archive  code         from order, letter
 * critical path: history -> verdict -> refund -> letter -> archive
 * model calls: 3 at most
 *   beside those that code makes: history, refund, letter, archive
 * }</pre>
 */
@Generated("io.stepwright.processor.StepwrightProcessor")
@io.stepwright.wiring.Generated
public final class WiredRefunds extends Refunds {
  private static final AgentInfo AGENT = new AgentInfo("Refund desk", "app.Refunds").wiredFor(3);

  private static final ModelStep<Verdict> VERDICT =
      ModelStep.json(AGENT, "verdict", "gpt-4o-mini", Json.VERDICT, Json::decodeVerdict)
          .temperature(0.2)
          .maxOutputTokens(200)
          .within(Duration.ofSeconds(8))
          .attemptWithin(Duration.ofMillis(3500))
          .fingerprint("b1a08e38519c2aec93eb19d85d2db13df959c266887794c1bd9364001e33dca7");

  private static final PromptText VERDICT_PROMPT =
      PromptText.of(
          "Is this order honest? {{order}} It goes to {{order.address.city}}. {{history}}");

  private static final StepInfo HISTORY = StepInfo.code(AGENT, "history");

  private static final StepInfo REFUND = StepInfo.code(AGENT, "refund");

  private static final StepInfo LETTER = StepInfo.code(AGENT, "letter");

  private static final StepInfo ARCHIVE = StepInfo.code(AGENT, "archive").withSideEffect();

  private static final StepInfo STEPS = StepInfo.code(AGENT, "steps");

  private static final EntryPointInfo DECIDE =
      EntryPointInfo.of(AGENT, "decide")
          .step(HISTORY)
          .step(VERDICT, HISTORY)
          .step(REFUND, VERDICT)
          .step(LETTER, REFUND)
          .step(ARCHIVE, LETTER)
          .step(STEPS, REFUND, ARCHIVE);

  private static final EntryPointInfo WRITE =
      EntryPointInfo.of(AGENT, "write")
          .within(EntryPointInfo.NO_TIMEOUT)
          .reported()
          .step(HISTORY)
          .step(VERDICT, HISTORY)
          .step(REFUND, VERDICT)
          .step(LETTER, REFUND)
          .step(ARCHIVE, LETTER)
          .also("archive");

  private final Wiring wiring;

  public WiredRefunds(AgentRuntime runtime, Clock clock) throws IOException {
    super(clock);
    this.wiring = runtime.wiring(AGENT, VERDICT);
  }

  @Override
  public Outcome decide(Order order, Run run, String step) {
    Objects.requireNonNull(order, "Refund desk.decide: 'order' is null");
    Objects.requireNonNull(run, "Refund desk.decide: 'run' is null");
    Objects.requireNonNull(step, "Refund desk.decide: 'step' is null");
    try (io.stepwright.wiring.Run run2 = wiring.start(DECIDE)) {
      Optional<List<String>> history =
          run2.callOptional(HISTORY, step2 -> step2.await(super.history(order)));
      Verdict verdict = run2.call(VERDICT, step2 -> verdict(step2, order, history));
      Optional<Integer> refund = run2.callOptional(REFUND, step2 -> super.refund(verdict, run));
      Optional<String> letter =
          refund.isPresent()
              ? Optional.of(run2.call(LETTER, step2 -> super.letter(refund.get(), order)))
              : run2.skip(LETTER, "refund is absent");
      run2.perform(ARCHIVE, step2 -> super.archive(order, letter));
      int steps = run2.call(STEPS, step2 -> super.steps(refund, order));
      return run2.result(new Outcome(verdict, letter, steps));
    }
  }

  @Override
  public CompletableFuture<AgentResult<Optional<String>>> write(Order order, Run run) {
    Objects.requireNonNull(order, "Refund desk.write: 'order' is null");
    Objects.requireNonNull(run, "Refund desk.write: 'run' is null");
    return wiring.async(
        WRITE,
        run2 -> {
          Optional<List<String>> history =
              run2.callOptional(HISTORY, step -> step.await(super.history(order)));
          Verdict verdict = run2.call(VERDICT, step -> verdict(step, order, history));
          Optional<Integer> refund = run2.callOptional(REFUND, step -> super.refund(verdict, run));
          Optional<String> letter =
              refund.isPresent()
                  ? Optional.of(run2.call(LETTER, step -> super.letter(refund.get(), order)))
                  : run2.skip(LETTER, "refund is absent");
          run2.perform(ARCHIVE, step -> super.archive(order, letter));
          return AgentResult.of(run2, letter);
        });
  }

  private Verdict verdict(Step step, Order order, Optional<List<String>> history)
      throws InterruptedException {
    FilledPrompt prompt =
        VERDICT_PROMPT
            .withJson("order", order, Json::encodeOrder)
            .with("order.address.city", Wiring.present("order.address", order.address()).city())
            .withOptionalJson("history", history, Json::encodeListString);
    return step.ask(VERDICT, prompt);
  }

  @Override
  protected Verdict verdict(Order order, Optional<List<String>> history) {
    return Wiring.constructed(wiring, VERDICT)
        .direct(VERDICT, step -> verdict(step, order, history));
  }

  @Override
  protected CompletableFuture<Optional<List<String>>> history(Order order) {
    return CompletableFuture.completedFuture(
        Wiring.constructed(wiring, HISTORY)
            .direct(HISTORY, step -> step.await(super.history(order))));
  }

  @Override
  protected Optional<Integer> refund(Verdict verdict, Run run) {
    return Wiring.constructed(wiring, REFUND).direct(REFUND, step -> super.refund(verdict, run));
  }

  @Override
  protected String letter(int cents, Order order) throws IOException {
    return Wiring.constructed(wiring, LETTER).direct(LETTER, step -> super.letter(cents, order));
  }

  @Override
  protected void archive(Order order, Optional<String> letter) {
    Wiring.constructed(wiring, ARCHIVE).directAction(ARCHIVE, step -> super.archive(order, letter));
  }

  @Override
  protected int steps(Optional<Integer> refund, Order order) {
    return Wiring.constructed(wiring, STEPS).direct(STEPS, step -> super.steps(refund, order));
  }

  @io.stepwright.wiring.Generated
  private static final class Json {
    static final String VERDICT =
        """
        {
          "type": "object",
          "properties": {
            "confidence": {"type": "number"},
            "fraud": {"type": "boolean"},
            "grade": {"type": "string", "pattern": "^.$"}
          },
          "required": ["confidence", "fraud", "grade"],
          "additionalProperties": false
        }
        """;

    static Verdict decodeVerdict(JsonValue json) {
      return new Verdict(
          json.field("confidence").asDouble(),
          json.field("fraud").asBoolean(),
          json.field("grade").asChar());
    }

    static void encodeItem(JsonWriter json, Item value) {
      json.beginObject();
      json.name("name").string(value.name());
      json.name("cents").number(value.cents());
      json.endObject();
    }

    static void encodeAddress(JsonWriter json, Address value) {
      json.beginObject();
      json.name("city").string(value.city());
      json.name("since").string(value.since());
      json.endObject();
    }

    static void encodeOrder(JsonWriter json, Order value) {
      json.beginObject();
      json.name("id").string(value.id());
      json.name("items").array(value.items(), Json::encodeItem);
      json.name("address").value(value.address(), Json::encodeAddress);
      json.endObject();
    }

    static void encodeListString(JsonWriter json, List<String> value) {
      json.array(value, JsonWriter::string);
    }
  }
}
