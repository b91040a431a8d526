package io.stepwright.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.runtime.Await;
import io.stepwright.runtime.LackingThreads;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MailboxTest {

  private static final long LONG = TimeUnit.SECONDS.toNanos(50);

  private final List<Integer> delivered = new CopyOnWriteArrayList<>();
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch entered = new CountDownLatch(1);

  private Mailbox mailbox(int mostWaiting) {
    return new Mailbox(DaemonThreads::daemon, "mail", mostWaiting);
  }

  private void hold() {
    entered.countDown();
    try {
      held.await();
    } catch (InterruptedException e) {
      delivered.add(-1);
    }
  }

  @Test
  void deliversAllInTheirOrderOnOneDaemonThreadOfItsName() {
    Mailbox mailbox = mailbox(100);
    List<Thread> threads = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 100; i++) {
      int number = i;
      mailbox.offer(
          () -> {
            threads.add(Thread.currentThread());
            delivered.add(number);
          });
    }
    mailbox.close();
    assertThat(mailbox.await(LONG)).isTrue();
    assertThat(delivered).isEqualTo(IntStream.range(0, 100).boxed().toList());
    assertThat(threads.stream().distinct())
        .singleElement()
        .matches(thread -> thread.isDaemon() && thread.getName().equals("mail"));
  }

  @Test
  void refusesMoreThanMayWaitAndWhatComesAfterItsEnd() throws Exception {
    Mailbox mailbox = mailbox(2);
    assertThat(mailbox.offer(this::hold)).isTrue();
    Await.latch(entered);
    assertThat(mailbox.offer(() -> delivered.add(1))).isTrue();
    assertThat(mailbox.offer(() -> delivered.add(2))).isTrue();
    assertThat(mailbox.offer(() -> delivered.add(3))).isFalse();
    assertThat(mailbox.waiting()).isEqualTo(2);
    mailbox.close();
    held.countDown();
    assertThat(mailbox.await(LONG)).isTrue();
    assertThat(mailbox.offer(() -> delivered.add(4))).isFalse();
    assertThat(delivered).containsExactly(1, 2);
  }

  @Test
  void abandonsWhatDoesNotEnd() throws Exception {
    Mailbox mailbox = mailbox(2);
    mailbox.offer(this::hold);
    mailbox.offer(() -> delivered.add(1));
    Await.latch(entered);
    mailbox.close();
    assertThat(mailbox.await(1)).isFalse();
    assertThat(mailbox.abandon()).isEqualTo(1);
    assertThat(mailbox.await(LONG)).isTrue();
    assertThat(delivered).containsExactly(-1);
  }

  @Test
  void anInterruptEndsTheWaitAndStays() {
    Mailbox mailbox = mailbox(1);
    mailbox.offer(this::hold);
    Thread.currentThread().interrupt();
    assertThat(mailbox.await(LONG)).isFalse();
    assertThat(Thread.interrupted()).isTrue();
    held.countDown();
  }

  @Test
  void withoutAThreadTheNextMessageTriesAgain() {
    LackingThreads lacking = new LackingThreads("");
    Mailbox mailbox = new Mailbox(lacking, "stepwright-listener", 1);
    assertThatThrownBy(() -> mailbox.offer(() -> delivered.add(1)))
        .isInstanceOf(LackingThreads.LackError.class);
    lacking.end();
    assertThat(mailbox.offer(() -> delivered.add(2))).isTrue();
    mailbox.close();
    assertThat(mailbox.await(LONG)).isTrue();
    assertThat(delivered).containsExactly(2);
  }
}
