package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An interrupt while the head of a streamed answer arrives. */
@Timeout(120)
class OpenInterruptTest {

  private static final int TIMES = 60;

  private final AtomicInteger cancelled = new AtomicInteger();
  private final Subscription subscription =
      new Subscription() {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {
          cancelled.incrementAndGet();
        }
      };

  @Test
  void aBodyThatNobodyReadsIsAborted() {
    OpenBodies bodies = new OpenBodies(System.nanoTime() + 60_000_000_000L);
    bodies.apply(null).onSubscribe(subscription);
    assertThat(cancelled).hasValue(0);
    bodies.abandon();
    assertThat(cancelled).hasValue(1);
  }

  @Test
  void aBodyThatComesTooLateIsAborted() {
    OpenBodies bodies = new OpenBodies(System.nanoTime() + 60_000_000_000L);
    bodies.abandon();
    bodies.apply(null).onSubscribe(subscription);
    assertThat(cancelled).hasValue(1);
  }

  /** However the interrupt and the head meet, the connection ends. */
  @Test
  void noConnectionIsLost() throws Exception {
    CountDownLatch aborted = new CountDownLatch(TIMES);
    AtomicReference<Thread> caller = new AtomicReference<>();
    try (RawServer server =
            new RawServer(
                (path, out) -> {
                  try {
                    respond(out, caller.get());
                  } finally {
                    aborted.countDown();
                  }
                });
        OpenAiModelClient client = Calls.client(server.url("/v1"))) {
      for (int i = 0; i < TIMES; i++) {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread =
            new Thread(
                () -> {
                  try {
                    client.stream(Calls.request("Hello"), piece -> {});
                  } catch (Throwable e) {
                    thrown.set(e);
                  }
                });
        caller.set(thread);
        thread.start();
        thread.join();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
      }
      assertThat(aborted.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** Sends the head, interrupts the caller, and sends comments until the connection ends. */
  private static void respond(OutputStream out, Thread caller)
      throws java.io.IOException, InterruptedException {
    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
    caller.interrupt();
    while (true) {
      out.write(": x\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      Thread.sleep(20);
    }
  }

  /** A client that does not end by itself, as one with a lost exchange. */
  @Test
  void closingIsBounded() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    ClientEnd.of(
        () -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            interrupted.countDown();
            never.await();
          }
        });
    assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
    never.countDown();
  }
}
