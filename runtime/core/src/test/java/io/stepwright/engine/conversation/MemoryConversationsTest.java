package io.stepwright.engine.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.runtime.CapturedLog;
import io.stepwright.spi.ConversationStoreException;
import io.stepwright.spi.Turn;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MemoryConversationsTest {

  private static final Turn HELLO = new Turn.User("hello");
  private static final Turn REPLY = new Turn.Model("good day");

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);

  private MemoryConversations store(int conversations, long bytes) {
    return new MemoryConversations(Duration.ofMinutes(10), conversations, bytes, nanos::get);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void aConversationExpiresAfterItsLastUse() throws Exception {
    MemoryConversations store = store(10, 1 << 20);
    store.append("a", List.of(), List.of(HELLO));
    pass(Duration.ofMinutes(6));
    store.append("b", List.of(), List.of(HELLO));
    assertThat(store.load("a")).containsExactly(HELLO);
    pass(Duration.ofMinutes(6));
    assertThat(store.load("a")).containsExactly(HELLO);
    assertThat(store.append("b", List.of(HELLO), List.of(REPLY))).isTrue();
    pass(Duration.ofMinutes(10).minusNanos(1));
    assertThat(store.load("b")).containsExactly(HELLO, REPLY);
    pass(Duration.ofNanos(1));
    assertThat(store.load("a")).isEmpty();
    pass(Duration.ofMinutes(10));
    assertThat(store.append("b", List.of(HELLO, REPLY), List.of(HELLO))).isFalse();
    assertThat(store.load("b")).isEmpty();
  }

  @Test
  void theLongestTimeDoesNotOverflow() throws Exception {
    MemoryConversations store =
        new MemoryConversations(Duration.ofSeconds(Long.MAX_VALUE), 10, 1 << 20, nanos::get);
    store.append("a", List.of(), List.of(HELLO));
    pass(Duration.ofDays(36_500));
    assertThat(store.load("a")).containsExactly(HELLO);
  }

  @Test
  void otherTurnsThanExpectedAreLeftAlone() throws Exception {
    MemoryConversations store = store(10, 1 << 20);
    assertThat(store.append("a", List.of(HELLO), List.of(REPLY))).isFalse();
    assertThat(store.append("a", List.of(), List.of(HELLO))).isTrue();
    assertThat(store.append("a", List.of(), List.of(REPLY))).isFalse();
    assertThat(store.append("a", List.of(REPLY), List.of(REPLY))).isFalse();
    assertThat(store.load("a")).containsExactly(HELLO);
  }

  @Test
  void theLeastRecentlyUsedAreDroppedAndThatIsToldOnce() throws Exception {
    try (CapturedLog log = new CapturedLog("io.stepwright.conversations", message -> {})) {
      MemoryConversations store = store(2, 1 << 20);
      store.append("a", List.of(), List.of(HELLO));
      store.append("b", List.of(), List.of(HELLO));
      store.load("a");
      store.append("c", List.of(), List.of(HELLO));
      assertThat(store.load("b")).isEmpty();
      assertThat(store.load("a")).containsExactly(HELLO);
      store.append("d", List.of(), List.of(HELLO));
      assertThat(store.load("c")).isEmpty();
      assertThat(log.messages())
          .singleElement()
          .asString()
          .contains("memory for conversations is full")
          .doesNotContain("hello");
    }
  }

  @Test
  void textsAreBoundedToo() throws Exception {
    MemoryConversations store = store(1_000, 10_000);
    Turn large = new Turn.User("x".repeat(2_000));
    for (int i = 0; i < 10; i++) {
      store.append("c" + i, List.of(), List.of(large));
      assertThat(store.load("c" + i)).hasSize(1);
    }
    assertThat(store.load("c7")).isEmpty();
    Turn huge = new Turn.User("x".repeat(5_000));
    assertThatThrownBy(() -> store.append("huge", List.of(), List.of(huge)))
        .isInstanceOf(ConversationStoreException.class);
    assertThat(store.load("c9")).hasSize(1);
    store.remove("c9");
    store.remove("c8");
    Turn fitting = new Turn.User("x".repeat(4_000));
    assertThat(store.append("all", List.of(), List.of(fitting))).isTrue();
    assertThat(store.load("all")).hasSize(1);
  }

  @Test
  void itsDescriptionHasNoTexts() throws Exception {
    MemoryConversations store = store(1, 10_000);
    store.append("a", List.of(), List.of(HELLO));
    assertThat(store).hasToString("MemoryConversations");
  }
}
