package io.stepwright.it.load;

import io.stepwright.it.support.Waiting;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelReply.Finish;
import io.stepwright.spi.ModelRequest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A model in the process that holds all answers until it is opened. */
final class HeldModel implements ModelClient {

  private final CountDownLatch come;
  private final CountDownLatch opened = new CountDownLatch(1);
  private final AtomicInteger calls = new AtomicInteger();

  /** Creates a model that expects this many calls before it is opened. */
  HeldModel(int expected) {
    come = new CountDownLatch(expected);
  }

  @Override
  public ModelReply call(ModelRequest request) throws InterruptedException {
    calls.incrementAndGet();
    come.countDown();
    opened.await();
    return new ModelReply("<" + request.prompt() + ">", request.model(), Finish.COMPLETE, 1, 1);
  }

  /** Waits until all the expected calls are under way. */
  void awaitAll() throws InterruptedException {
    Waiting.on(come);
  }

  void open() {
    opened.countDown();
  }

  int calls() {
    return calls.get();
  }

  @Override
  public void close() {}
}
