package io.stepwright.openai.client;

import io.stepwright.openai.reply.ServerError;
import io.stepwright.openai.reply.ServerError.Category;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelClientException.Kind;
import java.time.Clock;

/** Interprets errors of a server: the message, and whether a retry or another model may succeed. */
final class ErrorAnswers {

  private final StatusMessages messages;

  ErrorAnswers(Endpoint endpoint) {
    this.messages = new StatusMessages(endpoint);
  }

  ModelClientException of(ErrorAnswerException answered, String model, Secrets secrets) {
    ServerError error = answered.error();
    boolean within = WireResponse.isAnswer(answered.status());
    int status =
        within && error.status() != ServerError.NO_STATUS ? error.status() : answered.status();
    Category category = category(status, error);
    String told = error.message();
    ModelClientException failure =
        new ModelClientException(
                messages.of(status, category, error, model),
                status,
                mayPass(status, category),
                RetryAfter.of(answered.headers(), Clock.systemUTC()),
                RateLimits.of(answered.headers()),
                TextlessCause.of(answered))
            .saying(told == null ? null : secrets.masked(told))
            .counted(answered.inputTokens(), answered.outputTokens());
    if (WireResponse.isAnswer(status)) {
      failure.as(Kind.INVALID_RESPONSE);
    }
    return category == Category.OTHER ? failure : failure.passingElsewhere();
  }

  private static boolean mayPass(int status, Category category) {
    if (category != Category.OTHER) {
      return category == Category.MISSHAPEN;
    }
    return status == 408
        || status == 409
        || status == 429
        || (status >= 500 && status < 600)
        // An answer that broke off; only the error's own status could tell that it will again.
        || WireResponse.isAnswer(status);
  }

  /** Returns the category of an error; its words count if the status is ambiguous. */
  private static Category category(int status, ServerError error) {
    Category named = error.category();
    return switch (status) {
      case 401 -> Category.KEY;
      case 403 -> named == Category.FILTERED ? named : Category.OTHER;
      case 400, 413, 422 -> named == Category.SPENT ? Category.OTHER : named;
      case 429 -> named == Category.SPENT ? named : Category.OTHER;
      default -> WireResponse.isAnswer(status) ? named : Category.OTHER;
    };
  }
}
