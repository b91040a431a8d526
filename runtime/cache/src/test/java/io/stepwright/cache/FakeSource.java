package io.stepwright.cache;

import io.stepwright.answer.AnswerSource;
import io.stepwright.runtime.Await;
import io.stepwright.spi.CacheLookup;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Answers with a text that contains the number of calls. */
final class FakeSource implements AnswerSource<String, IOException> {

  final AtomicInteger asked = new AtomicInteger();
  final List<CacheLookup> lookups = new CopyOnWriteArrayList<>();
  final CountDownLatch asking = new CountDownLatch(1);
  volatile @Nullable CountDownLatch gate;
  volatile @Nullable Exception failure;
  volatile @Nullable Error error;
  volatile boolean isShared;
  volatile boolean isCacheable = true;
  volatile boolean isReadable = true;
  volatile long tokens = 7;

  @Override
  public Fresh<String> ask(CacheLookup lookup) throws IOException, InterruptedException {
    int times = asked.incrementAndGet();
    lookups.add(lookup);
    asking.countDown();
    CountDownLatch closed = gate;
    if (closed != null) {
      Await.latch(closed);
    }
    if (error != null) {
      throw error;
    }
    if (failure instanceof IOException checked) {
      throw checked;
    }
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    String answer = "answer " + times;
    return new Fresh<>(answer, answer, isCacheable, tokens, 2 * tokens);
  }

  @Override
  public @Nullable String read(String answer) {
    return isReadable ? answer : null;
  }

  @Override
  public boolean isShared(Exception failure) {
    return isShared;
  }
}
