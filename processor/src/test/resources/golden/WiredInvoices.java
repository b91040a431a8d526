package app;

import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ItemResult;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ForkedEach;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import io.stepwright.wiring.ModelCall;
import io.stepwright.wiring.Prompt;
import io.stepwright.wiring.Regex;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.Step;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.Wiring;
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
  private static final AgentInfo AGENT = new AgentInfo("Invoices", "app.Invoices").wiredFor(1);

  private static final StepInfo INVOICE =
      StepInfo.model(AGENT, "invoice", "gpt-4o-mini", "gpt-4o")
          .retry(4)
          .cached(CacheRule.of("2cbb2e07758b6c7165208fee8c3d23569aa96a0af9face02ff89381cda1aba96"));

  private static final StepInfo DUE = StepInfo.model(AGENT, "due", "gpt-4o-mini");

  private static final StepInfo DISCOUNT = StepInfo.model(AGENT, "discount", "gpt-4o-mini");

  private static final StepInfo ACCOUNTS =
      StepInfo.model(AGENT, "accounts", "gpt-4o-mini").givingFailures();

  private static final StepInfo HINTS =
      StepInfo.model(AGENT, "hints", "gpt-4o-mini").leavingEmpty();

  private static final StepInfo REPLY = StepInfo.model(AGENT, "reply", "gpt-4o-mini");

  private static final EntryPointInfo BOOK =
      EntryPointInfo.of(AGENT, "book")
          .step(INVOICE)
          .step(DUE)
          .step(DISCOUNT)
          .step(ACCOUNTS, INVOICE)
          .step(HINTS, ACCOUNTS)
          .step(REPLY, INVOICE);

  private static final String INVOICE_SCHEMA =
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

  private static final ModelCall<Invoice> INVOICE_CALL =
      ModelCall.json("gpt-4o-mini", "invoice", INVOICE_SCHEMA, WiredInvoices::decodeInvoice)
          .fallback("gpt-4o");

  private static final Regex DUE_REGEX = Regex.of("due in (\\d+) days");

  private static final String DUE_SCHEMA =
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

  private static final ModelCall<Integer> DUE_CALL =
      ModelCall.json("gpt-4o-mini", "due", DUE_SCHEMA, json -> json.field("value").asInt());

  private static final String DISCOUNT_SCHEMA =
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

  private static final ModelCall<Optional<String>> DISCOUNT_CALL =
      ModelCall.json(
          "gpt-4o-mini",
          "discount",
          DISCOUNT_SCHEMA,
          json -> json.optionalField("value", JsonValue::asString));

  private static final ModelCall<String> ACCOUNTS_CALL = ModelCall.text("gpt-4o-mini");

  private static final ModelCall<String> HINTS_CALL = ModelCall.text("gpt-4o-mini");

  private static final String FILL_SLOTS =
      """
      Below is a document with open slots, written {{name: what to write}}. Write each of them, by
      its name, so that it fits where it stands. What is around the slots is already written.

      """;

  private static final String REPLY_SCHEMA =
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

  private static final ModelCall<String> REPLY_CALL =
      ModelCall.json("gpt-4o-mini", "reply", REPLY_SCHEMA, json -> json.field("body").asString());

  private final Wiring runtime;

  public WiredInvoices(AgentRuntime runtime) {
    this.runtime = runtime.wiring(AGENT, INVOICE, DUE, DISCOUNT, ACCOUNTS, HINTS, REPLY);
  }

  @Override
  public Booked book(String document, List<String> currencies, boolean urgent) {
    Objects.requireNonNull(document, "Invoices.book: 'document' is null");
    Objects.requireNonNull(currencies, "Invoices.book: 'currencies' is null");
    try (Run run = runtime.start(BOOK)) {
      Forked<Integer> due = run.fork(DUE, step -> due(step, document, urgent));
      Forked<String> discount = run.forkOptional(DISCOUNT, step -> discount(step, document));
      Invoice invoice = run.call(INVOICE, step -> invoice(step, document, currencies));
      ForkedEach<ItemResult<String>> accounts =
          ItemResult.of(
              run.each(
                  ACCOUNTS,
                  () -> Wiring.present("invoice.lines", invoice.lines()),
                  16,
                  (step, line) -> account(step, line)));
      ForkedEach<Optional<String>> hints =
          run.each(HINTS, accounts, 4, (step, account) -> hint(step, account)).orEmpty();
      Reply reply = run.call(REPLY, step -> reply(step, document, invoice));
      return run.result(
          new Booked(
              invoice, due.join(), discount.joinOptional(), accounts.join(), hints.join(), reply));
    }
  }

  private Invoice invoice(Step step, String document, List<String> currencies)
      throws InterruptedException {
    ModelCall<Invoice> call =
        INVOICE_CALL
            .check("sums", it -> sums(it))
            .check("knownCurrency", it -> knownCurrency(it, currencies));
    Prompt prompt = new Prompt().text("Read this invoice: ").slot("document", document);
    CacheKey key = new CacheKey().exact("document", document);
    return step.cached(key).ask(call, prompt);
  }

  private int due(Step step, String document, boolean urgent) throws InterruptedException {
    ModelCall<Integer> call = DUE_CALL.check("soon", it -> soon(it, urgent));
    Optional<Integer> found = DUE_REGEX.first(document, match -> match.text().asInt());
    if (found.isPresent() && step.accepts(call, found.get())) {
      return found.get();
    }
    Prompt prompt = new Prompt().text("In how many days is it due? ").slot("document", document);
    return step.ask(call, prompt);
  }

  private Optional<String> discount(Step step, String document) throws InterruptedException {
    ModelCall<Optional<String>> call =
        DISCOUNT_CALL.check("percentage", it -> it.flatMap(value -> percentage(value)));
    Prompt prompt = new Prompt().text("Which discount is granted? ").slot("document", document);
    return step.ask(call, prompt);
  }

  private String account(Step step, Line line) throws InterruptedException {
    ModelCall<String> call = ACCOUNTS_CALL.check("fourDigits", it -> fourDigits(it));
    Prompt prompt =
        new Prompt().text("Which account is it? ").json("line", line, WiredInvoices::encodeLine);
    return step.ask(call, prompt);
  }

  private String hint(Step step, ItemResult<String> account) throws InterruptedException {
    Prompt prompt =
        new Prompt().text("How is this booked? ").optionalSlot("account.value", account.value());
    return step.ask(HINTS_CALL, prompt);
  }

  private Reply reply(Step step, String document, Invoice invoice) throws InterruptedException {
    String subject =
        new Prompt().text("Your invoice over ").slot("invoice.total", invoice.total()).message();
    ModelCall<Reply> filled =
        REPLY_CALL.map(
            written -> {
              String body =
                  new Prompt()
                      .text("Thank you. ")
                      .slot("body", written)
                      .text(" Yours, Acme")
                      .message();
              return new Reply(subject, body);
            });
    ModelCall<Reply> call = filled.check("mentionsTotal", it -> mentionsTotal(it, invoice));
    String bodyMarked =
        new Prompt()
            .text("Thank you. {{body: one sentence on what was bought: ")
            .slot("document", document)
            .text("}} Yours, Acme")
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
                  "body": \
                """)
            .json("body", bodyMarked, JsonWriter::string)
            .text(
                """

                }
                """);
    return step.ask(call, prompt);
  }

  @Override
  protected Invoice invoice(String document, List<String> currencies) {
    return Wiring.constructed(runtime, INVOICE)
        .direct(INVOICE, step -> invoice(step, document, currencies));
  }

  @Override
  protected int due(String document, boolean urgent) {
    return Wiring.constructed(runtime, DUE).direct(DUE, step -> due(step, document, urgent));
  }

  @Override
  protected Optional<String> discount(String document) {
    return Wiring.constructed(runtime, DISCOUNT).direct(DISCOUNT, step -> discount(step, document));
  }

  @Override
  protected String account(Line line) {
    return Wiring.constructed(runtime, ACCOUNTS).direct(ACCOUNTS, step -> account(step, line));
  }

  @Override
  protected String hint(ItemResult<String> account) {
    return Wiring.constructed(runtime, HINTS).direct(HINTS, step -> hint(step, account));
  }

  @Override
  protected Reply reply(String document, Invoice invoice) {
    return Wiring.constructed(runtime, REPLY).direct(REPLY, step -> reply(step, document, invoice));
  }

  private static Line decodeLine(JsonValue json) {
    return new Line(json.field("text").asString(), json.field("amount").asBigDecimal());
  }

  private static Invoice decodeInvoice(JsonValue json) {
    return new Invoice(
        json.field("lines").asList(WiredInvoices::decodeLine),
        json.field("total").asBigDecimal(),
        json.field("currency").asString());
  }

  private static void encodeLine(JsonWriter json, Line value) {
    json.beginObject();
    json.name("text").string(value.text());
    json.name("amount").number(value.amount());
    json.endObject();
  }
}
