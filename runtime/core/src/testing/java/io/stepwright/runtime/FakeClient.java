package io.stepwright.runtime;

import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client in memory that records its requests. */
public class FakeClient implements ModelClient {

  public interface Answer {
    ModelReply to(ModelRequest request) throws ModelClientException, InterruptedException;
  }

  public final List<ModelRequest> requests = new CopyOnWriteArrayList<>();
  volatile boolean closed;
  private final Answer answer;

  public FakeClient(Answer answer) {
    this.answer = answer;
  }

  public static FakeClient of(String text) {
    return new FakeClient(request -> reply(text));
  }

  public static ModelReply reply(String text) {
    return new ModelReply(text, "gpt-real", ModelReply.Finish.COMPLETE, 7, 3);
  }

  @Override
  public ModelReply call(ModelRequest request) throws ModelClientException, InterruptedException {
    requests.add(request);
    return answer.to(request);
  }

  @Override
  public void close() {
    closed = true;
  }
}
