package io.stepwright.openai.client;

import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Completion;
import io.stepwright.openai.testing.Received;
import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.ModelCallException;
import io.stepwright.runtime.ModelOutputException;
import java.time.Duration;
import java.util.List;

/**
 * A fault of a server, with Stepwright's reaction: a line of the documentation and the data of a
 * test.
 *
 * @param what the fault, in words
 * @param answer the server's behaviour
 * @param again the next request of the step: none, the same one again, or a repair
 * @param fallback whether a fallback model is asked
 * @param exception the resulting exception if there is no fallback
 * @param status its HTTP status, if it has one
 */
record FailureRow(
    String what,
    Answer answer,
    Again again,
    boolean fallback,
    Class<? extends AgentException> exception,
    int status) {

  enum Again {
    NO("no", 1),
    YES("yes", 3),
    REPAIRED("once, with what is wrong", 2);

    final String word;
    final int requests;

    Again(String word, int requests) {
      this.word = word;
      this.requests = requests;
    }
  }

  private static final Class<? extends AgentException> CALL = ModelCallException.class;
  private static final Class<? extends AgentException> OUTPUT = ModelOutputException.class;

  static final List<FailureRow> ALL =
      List.of(
          lasting("400", error(400, "invalid_request_error", "unsupported_value"), false),
          lasting(
              "400, the prompt is too long",
              error(400, "invalid_request_error", "context_length_exceeded"),
              true),
          lasting(
              "400, the provider's filter refused the prompt",
              error(400, "invalid_request_error", "content_filter"),
              true),
          lasting(
              "400, the API key is wrong",
              Answer.raw(
                  400,
                  "[{\"error\":{\"code\":400,\"message\":\"API key not valid.\",\"status\":\"INVALID_ARGUMENT\"}}]"),
              true),
          lasting("401", error(401, "invalid_request_error", "invalid_api_key"), true),
          lasting("402", error(402, "billing", "payment_required"), true),
          lasting("403", error(403, "forbidden", "no_access"), true),
          lasting("404", error(404, "not_found", "model_not_found"), true),
          passing("408", error(408, "timeout", "request_timeout")),
          passing("409", error(409, "conflict", "conflict")),
          lasting("413", error(413, "invalid_request_error", "too_large"), false),
          lasting("422", error(422, "invalid_request_error", "invalid"), false),
          passing("429", rateLimited().header("retry-after-ms", "1")),
          lasting(
              "429 with a `Retry-After` beyond the deadline",
              rateLimited().header("Retry-After", "3600"),
              true),
          lasting(
              "429 with `insufficient_quota`",
              error(429, "insufficient_quota", "insufficient_quota"),
              true),
          passing("500", error(500, "server_error", "server_error")),
          passing("501", error(501, "server_error", "not_implemented")),
          passing("502, a page of HTML", Answer.raw(502, "<html>Bad Gateway</html>")),
          passing("503", error(503, "overloaded", "overloaded")),
          passing(
              "503 with a `Retry-After`",
              error(503, "overloaded", "overloaded").header("Retry-After", "0.01")),
          passing("504", error(504, "timeout", "upstream_timeout")),
          passing("529", error(529, "overloaded_error", "overloaded_error")),
          lasting(
              "a redirect", Answer.raw(307, "").header("Location", "http://127.0.0.1:1/v1"), true),
          passing("a connection that breaks", Answer.chat().dropped(), 0),
          passing("200 that ends within its JSON", Answer.raw(200, "{\"choices\":[{"), 0),
          passing(
              "nothing within the limit of an attempt",
              Answer.chat().delay(Duration.ofMinutes(10)),
              0),
          passing(
              "200 with an `error` inside, of status 429 or 5xx",
              Answer.raw(200, "{\"error\":{\"message\":\"Rate limit exceeded\",\"code\":429}}"),
              429),
          lasting(
              "200 with an `error` inside, of another status",
              Answer.raw(200, "{\"error\":{\"code\":402},\"user_id\":\"u\"}"),
              true,
              402),
          passing(
              "200 with an `error` inside, without a status",
              Answer.raw(200, "{\"choices\":null,\"error\":{\"message\":\"overloaded\"}}")),
          passing("200 with an empty or blank body", Answer.raw(200, "\n\n \n")),
          passing(
              "200 that stopped by `error`, `abort`, `aborted`, `cancelled`, `failed`, `interrupted`, `in_progress`, `network_error`, `timeout`, `malformed_function_call` or `insufficient_system_resource`",
              Answer.chat(r -> done(r, "error"))),
          lasting("200, but no chat completion", Answer.raw(200, "<html></html>"), true),
          new FailureRow(
              "200 that calls a tool: none was offered",
              Answer.raw(
                  200,
                  "{\"choices\":[{\"message\":{\"content\":\"Let me look\",\"tool_calls\":[{\"id\":\"1\",\"function\":{\"name\":\"look\"}}]}}]}"),
              Again.NO,
              true,
              OUTPUT,
              0),
          lasting(
              "200 that calls a tool without its name",
              Answer.raw(
                  200,
                  "{\"choices\":[{\"message\":{\"content\":\"Let me look\",\"tool_calls\":[{\"id\":\"1\"}]}}]}"),
              true),
          lasting("200 without a message", Answer.chat(r -> done(r).without("choices")), true),
          new FailureRow(
              "an answer that is no JSON", Answer.text("Five."), Again.REPAIRED, true, OUTPUT, 0),
          new FailureRow(
              "an answer of the wrong shape",
              Answer.text("{\"value\":\"five\"}"),
              Again.REPAIRED,
              true,
              OUTPUT,
              0),
          unusable(
              "an answer cut at the limit of tokens, or none but `length`",
              Answer.chat(r -> done(r, "MAX_TOKENS"))),
          unusable(
              "an answer cut by the content filter, or none but `content_filter`",
              Answer.raw(200, "{\"choices\":[{\"finish_reason\":\"SAFETY\"}]}")),
          unusable("a refusal", Answer.chat(r -> done(r).refusal("I cannot help with that."))));

  private static Completion done(Received request) {
    return Completion.of(request);
  }

  private static Completion done(Received request, String finish) {
    return done(request).finish(finish);
  }

  private static Answer error(int status, String type, String code) {
    return Answer.error(status, type, code);
  }

  private static Answer rateLimited() {
    return error(429, "requests", "rate_limit_exceeded");
  }

  private static FailureRow lasting(String what, Answer answer, boolean fallback) {
    return lasting(what, answer, fallback, statusOf(what));
  }

  private static FailureRow lasting(String what, Answer answer, boolean fallback, int status) {
    return new FailureRow(what, answer, Again.NO, fallback, CALL, status);
  }

  private static FailureRow passing(String what, Answer answer) {
    return passing(what, answer, statusOf(what));
  }

  private static FailureRow passing(String what, Answer answer, int status) {
    return new FailureRow(what, answer, Again.YES, true, CALL, status);
  }

  private static FailureRow unusable(String what, Answer answer) {
    return new FailureRow(what, answer, Again.NO, true, OUTPUT, 0);
  }

  private static int statusOf(String what) {
    return what.startsWith("a redirect") ? 307 : Integer.parseInt(what.substring(0, 3));
  }

  @Override
  public String toString() {
    return what;
  }
}
