package app;

import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ItemResult;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.FilledPrompt;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ForkedEach;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.Step;
import io.stepwright.wiring.Wiring;
import io.stepwright.wiring.pattern.TextPattern;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Runs {@link Invoices}: every step starts as soon as its own inputs are there.
 *
 * <pre>{@code
 * book(document, currencies, urgent)
 *   invoice   gpt-4o-mini, cached      at once, from document, currencies
 *       checked by sums, knownCurrency
 *   due       regex, else gpt-4o-mini  at once, from document, urgent
 *       checked by soon
 *   discount  gpt-4o-mini              at once, from document; may be absent
 *       checked by percentage
 *   accounts  gpt-4o-mini              from invoice, for each of invoice.lines
 *       checked by fourDigits
 *       an item that fails gives its failure
 *   hints     gpt-4o-mini              from accounts, for each of accounts
 *       an item that fails is left empty
 *   reply     template, gpt-4o-mini    from document, invoice
 *       checked by mentionsTotal
 * critical path: invoice -> accounts -> hints
 * model calls: 17 at most, and 6 for each of invoice.lines
 * }</pre>
 */
@Generated("io.stepwright.processor.StepwrightProcessor")
@io.stepwright.wiring.Generated
public final class WiredInvoices extends Invoices {
  private static final AgentInfo AGENT = new AgentInfo("Invoices", "app.Invoices").wiredFor(3);

  private static final String FILL_SLOTS =
      """
      Below is a document with open slots, written {{name: what to write}}. Write each of them, by
      its name, so that it fits where it stands. What is around the slots is already written.

      """;

  private static final ModelStep<Invoice> INVOICE =
      ModelStep.json(AGENT, "invoice", "gpt-4o-mini", Json.INVOICE, Json::decodeInvoice)
          .fallback("gpt-4o")
          .retry(4)
          .cached(CacheRule.equal())
          .fingerprint("2cbb2e07758b6c7165208fee8c3d23569aa96a0af9face02ff89381cda1aba96");

  private static final PromptText INVOICE_PROMPT = PromptText.of("Read this invoice: {{document}}");

  private static final ModelStep<Integer> DUE =
      ModelStep.json(AGENT, "due", "gpt-4o-mini", Json.DUE, json -> json.field("value").asInt())
          .fingerprint("1a96141dc6694be2115dc3668629f15c03273af9fe161c3fc2aefe7126fe9a1f");

  private static final TextPattern DUE_REGEX = TextPattern.of("due in (\\d+) days");

  private static final PromptText DUE_PROMPT =
      PromptText.of("In how many days is it due? {{document}}");

  private static final ModelStep<Optional<String>> DISCOUNT =
      ModelStep.json(
              AGENT,
              "discount",
              "gpt-4o-mini",
              Json.DISCOUNT,
              json -> json.optionalField("value", JsonValue::asString))
          .fingerprint("4b22e090962362cef1456972f11df196535d4afe81816e1c1d0c3ea4f370bb95");

  private static final PromptText DISCOUNT_PROMPT =
      PromptText.of("Which discount is granted? {{document}}");

  private static final ModelStep<String> ACCOUNTS =
      ModelStep.text(AGENT, "accounts", "gpt-4o-mini")
          .method("account")
          .atOnce(16)
          .givingFailures()
          .fingerprint("0b0ec7ae7f20ec6e23d1becab3221747c2bb8e0191aa229e3d1cc11f47d8a677");

  private static final PromptText ACCOUNTS_PROMPT = PromptText.of("Which account is it? {{line}}");

  private static final ModelStep<String> HINTS =
      ModelStep.text(AGENT, "hints", "gpt-4o-mini")
          .method("hint")
          .atOnce(4)
          .leavingEmpty()
          .fingerprint("db6c86bbef886d00f7f581b3bd50142bf74ebc5ffbe7501fc0025d00850f7b96");

  private static final PromptText HINTS_PROMPT =
      PromptText.of("How is this booked? {{account.value}}");

  private static final ModelStep<String> REPLY =
      ModelStep.json(
              AGENT, "reply", "gpt-4o-mini", Json.REPLY, json -> json.field("body").asString())
          .fingerprint("1e3549fb215f492377c59d0067292007a5a88fa6aa4634e522158c893f873897");

  private static final PromptText REPLY_PROMPT =
      PromptText.of(FILL_SLOTS)
          .json(
              """
              {
                "subject": "Your invoice over {{invoice.total}}",
                "body": "Thank you. {{body: one sentence on what was bought: {{document}}}} Yours, \
              Acme"
              }
              """);

  private static final PromptText REPLY_SUBJECT =
      PromptText.of("Your invoice over {{invoice.total}}");

  private static final PromptText REPLY_BODY = PromptText.of("Thank you. {{body}} Yours, Acme");

  private static final EntryPointInfo BOOK =
      EntryPointInfo.of(AGENT, "book")
          .step(INVOICE)
          .step(DUE)
          .step(DISCOUNT)
          .step(ACCOUNTS, INVOICE)
          .step(HINTS, ACCOUNTS)
          .step(REPLY, INVOICE);

  private final Wiring wiring;

  public WiredInvoices(AgentRuntime runtime) {
    this.wiring = runtime.wiring(AGENT, INVOICE, DUE, DISCOUNT, ACCOUNTS, HINTS, REPLY);
  }

  @Override
  public Booked book(String document, List<String> currencies, boolean urgent) {
    Objects.requireNonNull(document, "Invoices.book: 'document' is null");
    Objects.requireNonNull(currencies, "Invoices.book: 'currencies' is null");
    try (Run run = wiring.start(BOOK)) {
      Forked<Integer> due = run.fork(DUE, step -> due(step, document, urgent));
      Forked<String> discount = run.forkOptional(DISCOUNT, step -> discount(step, document));
      Invoice invoice = run.call(INVOICE, step -> invoice(step, document, currencies));
      ForkedEach<ItemResult<String>> accounts =
          ItemResult.of(
              run.each(
                  ACCOUNTS,
                  () -> Wiring.present("invoice.lines", invoice.lines()),
                  (step, line) -> account(step, line)));
      ForkedEach<Optional<String>> hints =
          run.each(HINTS, accounts, (step, account) -> hint(step, account)).orEmpty();
      Reply reply = run.call(REPLY, step -> reply(step, document, invoice));
      return run.result(
          new Booked(
              invoice, due.join(), discount.joinOptional(), accounts.join(), hints.join(), reply));
    }
  }

  private Invoice invoice(Step step, String document, List<String> currencies)
      throws InterruptedException {
    ModelStep<Invoice> checked =
        INVOICE
            .check("sums", it -> sums(it))
            .check("knownCurrency", it -> knownCurrency(it, currencies));
    FilledPrompt prompt = INVOICE_PROMPT.with("document", document);
    CacheKey key = new CacheKey().exact("document", document);
    return step.cached(key).ask(checked, prompt);
  }

  private int due(Step step, String document, boolean urgent) throws InterruptedException {
    ModelStep<Integer> checked = DUE.check("soon", it -> soon(it, urgent));
    Optional<Integer> found = DUE_REGEX.first(document, match -> match.text().asInt());
    if (found.isPresent() && step.accepts(checked, found.get())) {
      return found.get();
    }
    FilledPrompt prompt = DUE_PROMPT.with("document", document);
    return step.ask(checked, prompt);
  }

  private Optional<String> discount(Step step, String document) throws InterruptedException {
    ModelStep<Optional<String>> checked =
        DISCOUNT.check("percentage", it -> it.flatMap(value -> percentage(value)));
    FilledPrompt prompt = DISCOUNT_PROMPT.with("document", document);
    return step.ask(checked, prompt);
  }

  private String account(Step step, Line line) throws InterruptedException {
    ModelStep<String> checked = ACCOUNTS.check("fourDigits", it -> fourDigits(it));
    FilledPrompt prompt = ACCOUNTS_PROMPT.withJson("line", line, Json::encodeLine);
    return step.ask(checked, prompt);
  }

  private String hint(Step step, ItemResult<String> account) throws InterruptedException {
    FilledPrompt prompt = HINTS_PROMPT.withOptional("account.value", account.value());
    return step.ask(HINTS, prompt);
  }

  private Reply reply(Step step, String document, Invoice invoice) throws InterruptedException {
    String subject = REPLY_SUBJECT.with("invoice.total", invoice.total()).message();
    ModelStep<Reply> filled =
        REPLY.map(
            written -> {
              String body = REPLY_BODY.with("body", written).message();
              return new Reply(subject, body);
            });
    ModelStep<Reply> checked = filled.check("mentionsTotal", it -> mentionsTotal(it, invoice));
    FilledPrompt prompt =
        REPLY_PROMPT.with("invoice.total", invoice.total()).with("document", document);
    return step.ask(checked, prompt);
  }

  @Override
  protected Invoice invoice(String document, List<String> currencies) {
    return Wiring.constructed(wiring, INVOICE)
        .direct(INVOICE, step -> invoice(step, document, currencies));
  }

  @Override
  protected int due(String document, boolean urgent) {
    return Wiring.constructed(wiring, DUE).direct(DUE, step -> due(step, document, urgent));
  }

  @Override
  protected Optional<String> discount(String document) {
    return Wiring.constructed(wiring, DISCOUNT).direct(DISCOUNT, step -> discount(step, document));
  }

  @Override
  protected String account(Line line) {
    return Wiring.constructed(wiring, ACCOUNTS).direct(ACCOUNTS, step -> account(step, line));
  }

  @Override
  protected String hint(ItemResult<String> account) {
    return Wiring.constructed(wiring, HINTS).direct(HINTS, step -> hint(step, account));
  }

  @Override
  protected Reply reply(String document, Invoice invoice) {
    return Wiring.constructed(wiring, REPLY).direct(REPLY, step -> reply(step, document, invoice));
  }

  @io.stepwright.wiring.Generated
  private static final class Json {
    static final String INVOICE =
        """
        {
          "type": "object",
          "properties": {
            "lines": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "text": {"type": "string"},
                  "amount": {"type": "string", "pattern": "^-?[0-9]{1,18}(\\\\.[0-9]{1,9})?$"}
                },
                "required": ["text", "amount"],
                "additionalProperties": false
              }
            },
            "total": {"type": "string", "pattern": "^-?[0-9]{1,18}(\\\\.[0-9]{1,9})?$"},
            "currency": {"type": "string"}
          },
          "required": ["lines", "total", "currency"],
          "additionalProperties": false
        }
        """;

    static final String DUE =
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

    static final String DISCOUNT =
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

    static final String REPLY =
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

    static Line decodeLine(JsonValue json) {
      return new Line(json.field("text").asString(), json.field("amount").asBigDecimal());
    }

    static Invoice decodeInvoice(JsonValue json) {
      return new Invoice(
          json.field("lines").asList(Json::decodeLine),
          json.field("total").asBigDecimal(),
          json.field("currency").asString());
    }

    static void encodeLine(JsonWriter json, Line value) {
      json.beginObject();
      json.name("text").string(value.text());
      json.name("amount").number(value.amount());
      json.endObject();
    }
  }
}
