package io.stepwright.opentelemetry;

import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import java.util.concurrent.atomic.AtomicInteger;

/** A model client that answers by a function of the test. */
final class Script implements ModelClient {

  interface Turn {
    ModelReply answer(ModelRequest request, int number)
        throws ModelClientException, InterruptedException;
  }

  private final AtomicInteger calls = new AtomicInteger();
  private final Turn turn;

  Script(Turn turn) {
    this.turn = turn;
  }

  static Script always(String text) {
    return new Script((request, number) -> reply(text));
  }

  static ModelReply reply(String text) {
    return new ModelReply(text, "gpt-real", ModelReply.Finish.COMPLETE, 7, 3).named("chatcmpl-1");
  }

  static ModelClientException status(int status) {
    return new ModelClientException("Status " + status + ".", status, status >= 500, null, null);
  }

  @Override
  public ModelReply call(ModelRequest request) throws ModelClientException, InterruptedException {
    return turn.answer(request, calls.incrementAndGet());
  }

  @Override
  public String endpoint() {
    return "https://llm.example.com:8443/v1";
  }

  @Override
  public void close() {}
}
