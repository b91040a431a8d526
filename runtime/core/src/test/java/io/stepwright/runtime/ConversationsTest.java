package io.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.spi.ConversationStore;
import io.stepwright.spi.ConversationStoreException;
import io.stepwright.spi.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ConversationsTest {

  private static final Conversation HELLO = Conversation.empty().user("hello").model("good day");

  private final AgentRuntime runtime =
      AgentRuntime.builder()
          .configuration("stepwright.conversations.turns", "20")
          .configuration("stepwright.conversations.characters", "1000")
          .build();
  private final Conversations conversations = runtime.conversations();

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void whatIsSavedIsLoaded() {
    assertThat(conversations.load("a")).isSameAs(Conversation.empty());
    assertThat(conversations.save("a", Conversation.empty(), HELLO)).isEqualTo(HELLO);
    assertThat(runtime.conversations().load("a")).isEqualTo(HELLO);
    assertThat(conversations.load("b").isEmpty()).isTrue();
    conversations.remove("a");
    conversations.remove("a");
    assertThat(conversations.load("a").isEmpty()).isTrue();
  }

  @Test
  void theSecondOfTwoTabsIsToldWhatTheFirstHasSaved() {
    conversations.save("a", Conversation.empty(), HELLO);
    Conversation first = conversations.load("a");
    Conversation second = conversations.load("a");
    Conversation saved = conversations.save("a", first, first.user("one").model("1"));

    ConversationConflictException conflict =
        catchThrowableOfType(
            ConversationConflictException.class,
            () -> conversations.save("a", second, second.user("two").model("2")));
    assertThat(conflict.stored()).isEqualTo(saved);
    assertThat(conflict).hasMessageContaining("it has 4 turns now").hasMessageNotContaining("one");
    assertThat(conversations.load("a")).isEqualTo(saved);

    Conversation both = conflict.stored().user("two").model("2");
    assertThat(conversations.save("a", conflict.stored(), both)).isEqualTo(both);
    assertThat(conversations.load("a").size()).isEqualTo(6);
  }

  @Test
  void aConversationThatWasBegunAnewIsNotContinuedByALateTab() {
    conversations.save("a", Conversation.empty(), HELLO);
    Conversation late = conversations.load("a");
    conversations.remove("a");
    Conversation anew = Conversation.empty().user("other").model("topic");
    conversations.save("a", Conversation.empty(), anew);

    assertThatThrownBy(() -> conversations.save("a", late, late.user("more").model("turns")))
        .isInstanceOf(ConversationConflictException.class);
    assertThat(conversations.load("a")).isEqualTo(anew);
  }

  @Test
  void savingAgainHasNoEffect() {
    conversations.save("a", Conversation.empty(), HELLO);
    assertThat(conversations.save("a", Conversation.empty(), HELLO)).isEqualTo(HELLO);
    assertThat(conversations.save("a", HELLO, HELLO)).isEqualTo(HELLO);
    Conversation longer = conversations.save("a", HELLO, HELLO.user("more"));
    assertThat(conversations.save("a", Conversation.empty(), HELLO)).isEqualTo(longer);
    assertThat(conversations.save("new", Conversation.empty(), Conversation.empty()).isEmpty())
        .isTrue();
  }

  @Test
  void aPartOfAConversationIsNotMistakenForTheWhole() {
    Conversation whole = conversations.save("a", Conversation.empty(), HELLO.user("x").model("y"));
    Conversation part = whole.last(2);
    assertThatThrownBy(() -> conversations.save("a", whole, part.user("more")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Add turns to the whole conversation");
    assertThat(part).isEqualTo(whole.within(2)).isNotEqualTo(whole);
    for (Conversation given : List.of(part, whole.within(2))) {
      assertThatThrownBy(() -> conversations.save("a", given, given.user("more")))
          .isInstanceOfSatisfying(
              ConversationConflictException.class,
              conflict -> assertThat(conflict.stored()).isEqualTo(whole))
          .hasMessageContaining("has 4 turns, but save was given the newest 2")
          .hasMessageContaining("Give save the whole conversation that load(id) returned")
          .hasMessageNotContaining("changed since");
    }
    assertThat(conversations.load("a")).isEqualTo(whole);
    assertThatThrownBy(() -> conversations.save("a", Conversation.empty(), part))
        .as("a new conversation is not the newest part of another")
        .hasMessageContaining("was changed since it was loaded");
  }

  @Test
  void tooMuchIsNotSaved() {
    Conversation many = HELLO;
    while (many.size() < 20) {
      many = many.user("u").model("m");
    }
    Conversation full = conversations.save("a", Conversation.empty(), many);
    assertThatThrownBy(() -> conversations.save("a", full, full.user("secret")))
        .isInstanceOf(ConversationTooLongException.class)
        .hasMessageContaining("has 21 turns")
        .hasMessageContaining("stepwright.conversations.turns (20)")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(
            () -> conversations.save("b", Conversation.empty(), HELLO.user("x".repeat(1000))))
        .isInstanceOf(ConversationTooLongException.class);
    assertThat(conversations.load("a")).isEqualTo(full);
    assertThat(conversations.load("b").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "ä", "a/b", "a*", "a\n", "{a}", "a\0", "../a"})
  void anIdentifierIsAName(String id) {
    assertThatThrownBy(() -> conversations.load(id)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> conversations.remove(id)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> conversations.save(id, Conversation.empty(), HELLO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The identifier of a conversation has 1 to 128");
  }

  @Test
  void anIdentifierIsNotTooLong() {
    assertThat(conversations.load("A-z0.9:_" + "x".repeat(120)).isEmpty()).isTrue();
    assertThatThrownBy(() -> conversations.load("x".repeat(129)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("xxx");
  }

  @Test
  void tabsThatAppendAfterWhatIsThereLoseNothing() throws Exception {
    int tabs = 8;
    CyclicBarrier barrier = new CyclicBarrier(tabs);
    ExecutorService executor = Executors.newFixedThreadPool(tabs);
    try {
      List<Future<?>> futures = new ArrayList<>();
      for (int i = 0; i < tabs; i++) {
        String text = "tab " + i;
        futures.add(
            executor.submit(
                () -> {
                  Conversation before = conversations.load("a");
                  barrier.await();
                  while (true) {
                    try {
                      return conversations.save("a", before, before.user(text).model("re " + text));
                    } catch (ConversationConflictException e) {
                      before = e.stored();
                    }
                  }
                }));
      }
      for (Future<?> future : futures) {
        future.get(30, TimeUnit.SECONDS);
      }
    } finally {
      executor.shutdownNow();
    }
    List<Turn> turns = conversations.load("a").turns();
    assertThat(turns).hasSize(2 * tabs).doesNotHaveDuplicates();
    for (int i = 0; i < turns.size(); i += 2) {
      assertThat(turns.get(i + 1).display()).isEqualTo("re " + turns.get(i).display());
    }
  }

  @Test
  void aClosedRuntimeSaysSo() {
    runtime.close();
    assertThatThrownBy(() -> conversations.load("a"))
        .isInstanceOf(ConversationAccessException.class)
        .hasMessage("The conversation cannot be loaded. The runtime is closed.");
  }

  /** A store of a user. */
  private static final class OwnStore implements ConversationStore {

    @Nullable List<Turn> loaded = List.of();
    boolean losesReplies;
    boolean fails;
    @Nullable RuntimeException bug;
    boolean closed;

    @Override
    public List<Turn> load(String id) throws ConversationStoreException {
      trouble();
      return loaded;
    }

    @Override
    public boolean append(String id, List<Turn> expected, List<Turn> more)
        throws ConversationStoreException {
      trouble();
      if (!expected.equals(loaded)) {
        return false;
      }
      List<Turn> longer = new ArrayList<>(expected);
      longer.addAll(more);
      loaded = List.copyOf(longer);
      if (losesReplies) {
        losesReplies = false;
        throw new ConversationStoreException("The connection was lost.", null);
      }
      return true;
    }

    @Override
    public void remove(String id) throws ConversationStoreException {
      trouble();
    }

    private void trouble() throws ConversationStoreException {
      if (bug != null) {
        throw bug;
      }
      if (fails) {
        throw new ConversationStoreException("The server is away.", null);
      }
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static Conversations with(OwnStore store) {
    return new Conversations(store, 100, 1_000);
  }

  @Test
  void savingMayBeRepeatedAfterAFailureThatHidSuccess() {
    OwnStore store = new OwnStore();
    store.losesReplies = true;
    assertThatThrownBy(() -> with(store).save("a", Conversation.empty(), HELLO))
        .isInstanceOf(ConversationAccessException.class)
        .hasMessage("The conversation cannot be saved. The connection was lost.");
    assertThat(with(store).save("a", Conversation.empty(), HELLO)).isEqualTo(HELLO);
    assertThat(store.loaded).hasSize(2);
  }

  @Test
  void failuresAreTold() {
    OwnStore store = new OwnStore();
    store.fails = true;
    assertThatThrownBy(() -> with(store).load("a"))
        .isInstanceOf(ConversationAccessException.class)
        .hasMessage("The conversation cannot be loaded. The server is away.")
        .hasCauseInstanceOf(ConversationStoreException.class);
    assertThatThrownBy(() -> with(store).remove("a"))
        .hasMessage("The conversation cannot be removed. The server is away.");
  }

  @Test
  void aStoreThatIsWrongIsNotBelieved() {
    OwnStore store = new OwnStore();
    store.loaded = List.of(new Turn.Instructions("obey"));
    assertThatThrownBy(() -> with(store).load("a"))
        .isInstanceOf(ConversationAccessException.class)
        .hasMessageContaining("turns that are no texts")
        .hasMessageNotContaining("obey");
    store.loaded = null;
    assertThatThrownBy(() -> with(store).load("a")).isInstanceOf(ConversationAccessException.class);
    store.bug = new IllegalStateException("secret");
    assertThatThrownBy(() -> with(store).load("a"))
        .isInstanceOf(ConversationAccessException.class)
        .hasMessageContaining("java.lang.IllegalStateException")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aStoreThatIsGivenIsUsedAndNotClosed() {
    OwnStore store = new OwnStore();
    try (AgentRuntime given = AgentRuntime.builder().conversationStore(store).build()) {
      given.conversations().save("a", Conversation.empty(), HELLO);
      given.conversations().remove("a");
      assertThat(given.conversations().load("a")).isEqualTo(HELLO);
    }
    assertThat(store.loaded).hasSize(2);
    assertThat(store.closed).isFalse();
  }

  @Test
  void anUnknownStoreIsToldWhenTheRuntimeIsMade() {
    assertThatThrownBy(
            () ->
                AgentRuntime.builder()
                    .configuration("stepwright.conversations.store", "redis")
                    .build())
        .isInstanceOf(AgentConfigurationException.class)
        .hasMessageContaining("stepwright.conversations.store is 'redis'")
        .hasMessageContaining("Available: memory.")
        .hasMessageContaining("Add the dependency io.stepwright:stepwright-redis.");
    assertThatThrownBy(
            () ->
                AgentRuntime.builder()
                    .configuration("stepwright.conversations.turns", "10000")
                    .build())
        .isInstanceOf(AgentConfigurationException.class)
        .hasMessageContaining("Write a whole number from 1 to 9999.");
  }
}
