package io.stepwright.it.errors;

import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Completion;
import io.stepwright.openai.testing.Received;
import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.ModelCallException;
import io.stepwright.runtime.ModelOutputException;
import java.util.List;
import java.util.function.UnaryOperator;

/** Faults of a server, and the message that a user must read for each. */
enum Misbehaviour {
  BAD_REQUEST(error(400, "unsupported_parameter"), 400, false, "does not accept", "temperature"),
  UNAUTHORIZED(error(401, "invalid_api_key"), 401, false, "refused the API key", "OPENAI_API_KEY"),
  FORBIDDEN(error(403, "no_access"), 403, false, "does not allow", "OPENAI_API_KEY"),
  UNKNOWN_MODEL(error(404, "model_not_found"), 404, false, "does not know model tiny", "base URL"),
  UNPROCESSABLE(error(422, "x"), 422, false, "does not accept", "the schema"),
  TOO_MANY(error(429, "rate_limit_exceeded"), 429, true, "limits the rate", "Send fewer requests"),
  QUOTA_SPENT(error(429, "insufficient_quota"), 429, false, "quota is spent", "billing"),
  BROKEN_SERVER(error(500, "server_error"), 500, true, "failed"),
  OVERLOADED(Answer.raw(503, "<html>busy</html>"), 503, true, "failed"),
  REDIRECT(
      Answer.raw(302, "").header("Location", "http://example.com/"),
      302,
      false,
      "Set the base URL"),
  NO_JSON(Answer.raw(200, "<html>Welcome</html>"), 200, false, "not a chat completion", "base URL"),
  NO_MESSAGE(chat(c -> c.without("choices")), 200, false, "without a message", "a chat model"),
  DROPPED(Answer.chat().dropped(), 0, true, "broke the connection"),

  NOT_JSON("I think it is a bug.", "not JSON"),
  HALF_JSON("{\"kind\": \"BUG\", ", "not JSON"),
  EMPTY("", "empty"),
  ANOTHER_CONSTANT("{\"kind\": \"PRAISE\", \"urgency\": 1}", "'kind'", "constant of Kind"),
  MISSING("{\"kind\": \"BUG\"}", "'urgency' is missing"),
  NULL("{\"kind\": null, \"urgency\": 1}", "'kind' is null"),
  TEXT_FOR_A_NUMBER("{\"kind\": \"BUG\", \"urgency\": \"1\"}", "'urgency'", "whole number"),
  TOO_LARGE("{\"kind\": \"BUG\", \"urgency\": 3000000000}", "'urgency'", "2147483647"),
  TWO_VALUES("{\"kind\": \"BUG\", \"urgency\": 1} {}", "goes on"),
  CUT(chat(c -> c.text("{\"ki").finish("length")), "{\"ki", "token limit", "maxOutputTokens"),
  FILTERED(chat(c -> c.text("").finish("content_filter")), "", "filter", "Change the prompt"),
  REFUSED(chat(c -> c.refusal("I will not.")), "I will not.", "refused", "Change the prompt");

  private static final int OK = 200;
  private static final int ALL_ATTEMPTS = 3;

  final Answer answer;
  final Class<? extends AgentException> exception;
  final int status;
  final boolean retryable;
  final String rawText;

  /** The number of requests before the runtime gives up. */
  final int requests;

  final List<String> said;

  Misbehaviour(Answer answer, int status, boolean retryable, String... said) {
    this.answer = answer;
    this.exception = ModelCallException.class;
    this.status = status;
    this.retryable = retryable;
    this.requests = retryable ? ALL_ATTEMPTS : 1;
    this.rawText = "";
    this.said = List.of(said);
  }

  Misbehaviour(String text, String said, String... more) {
    // The model is asked once more, with the reason.
    this(Answer.text(text), text, join(said, more), 2);
  }

  Misbehaviour(Answer answer, String rawText, String said, String more) {
    this(answer, rawText, List.of(said, more), 1);
  }

  Misbehaviour(Answer answer, String rawText, List<String> said, int requests) {
    this.answer = answer;
    this.exception = ModelOutputException.class;
    this.status = OK;
    this.retryable = false;
    this.requests = requests;
    this.rawText = rawText;
    this.said = said;
  }

  private static Answer error(int status, String code) {
    return Answer.error(status, "some_error", code);
  }

  private static Answer chat(UnaryOperator<Completion> change) {
    return Answer.chat((Received request) -> change.apply(Completion.of(request)));
  }

  private static List<String> join(String first, String... more) {
    List<String> all = new java.util.ArrayList<>(List.of(more));
    all.add(first);
    return all;
  }
}
