package io.stepwright.runtime;

import io.stepwright.spi.ConversationStore;
import io.stepwright.spi.ConversationStoreException;
import io.stepwright.spi.Turn;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The conversations that are kept from one request to the next, in the memory of this process or in
 * a store that several processes share: {@code stepwright.conversations.store}. Thread-safe.
 *
 * <pre>{@code
 * Conversation before = runtime.conversations().load(id);
 * String answer = bot.answer(before.within(4_000), question);
 * runtime.conversations().save(id, before, before.user(question).model(answer));
 * }</pre>
 *
 * <p>An identifier has 1 to 128 characters: letters of ASCII, digits, dots, colons, underscores and
 * dashes. Whoever knows it can go on with the conversation, so make it of random characters or
 * check whose it is. Every method throws an {@link IllegalArgumentException} that does not quote it
 * if it has another form.
 *
 * <p>A conversation expires if it is neither loaded nor saved for the time of {@code
 * stepwright.conversations.ttl}.
 */
public final class Conversations {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  private final ConversationStore store;
  private final int mostTurns;
  private final int mostCharacters;

  Conversations(ConversationStore store, int mostTurns, int mostCharacters) {
    this.store = store;
    this.mostTurns = mostTurns;
    this.mostCharacters = mostCharacters;
  }

  /**
   * Returns a conversation; an empty one if it is not known or has expired.
   *
   * @throws ConversationAccessException if the store cannot be reached, or what it holds is damaged
   */
  public Conversation load(String id) {
    checkId(id);
    return call("be loaded", () -> loaded(id));
  }

  private Conversation loaded(String id) throws ConversationStoreException {
    List<Turn> turns = Objects.requireNonNull(store.load(id), "the store returned null");
    if (!turns.stream().allMatch(Conversation::isText)) {
      throw new ConversationStoreException("It has turns that are no texts.", null);
    }
    return Conversation.of(turns);
  }

  /**
   * Saves the turns that a conversation has gained since it was loaded, if nobody else has saved
   * others meanwhile. Saving the same turns once more has no effect, so this may be repeated after
   * a {@link ConversationAccessException}.
   *
   * @param before the conversation as it was loaded, whole; {@link Conversation#empty()} for a new
   *     one
   * @param after the same conversation with further turns
   * @return the conversation as it is in the store now
   * @throws ConversationConflictException if the conversation in the store is another one than
   *     {@code before}, because somebody else has saved turns, it has expired or was removed, or
   *     because {@code before} is only its newest part; nothing is saved then
   * @throws ConversationTooLongException if {@code after} has more turns or characters than {@code
   *     stepwright.conversations.turns} and {@code …characters} allow; nothing is saved then
   * @throws ConversationAccessException if the store cannot be reached; the turns may have been
   *     saved nevertheless
   * @throws IllegalArgumentException if {@code after} does not begin with {@code before}
   */
  public Conversation save(String id, Conversation before, Conversation after) {
    checkId(id);
    if (!after.beginsWith(before)) {
      throw new IllegalArgumentException(
          "The conversation to save does not begin with the one that was loaded. Add turns to the whole conversation that load(id) returned, not to a part such as last(10).");
    }
    checkLength(after);
    List<Turn> more = after.turns().subList(before.size(), after.size());
    return call("be saved", () -> saved(id, before, after, List.copyOf(more)));
  }

  private Conversation saved(String id, Conversation before, Conversation after, List<Turn> more)
      throws ConversationStoreException {
    if (!more.isEmpty() && store.append(id, before.turns(), more)) {
      return after;
    }
    Conversation stored = loaded(id);
    if (stored.beginsWith(after)) {
      return stored; // An earlier attempt was successful, although its caller was not told.
    }
    throw stored.endsWith(before)
        ? ConversationConflictException.ofPart(stored, before)
        : new ConversationConflictException(stored);
  }

  /**
   * Removes a conversation, if it is there.
   *
   * @throws ConversationAccessException if it may still be there
   */
  public void remove(String id) {
    checkId(id);
    call(
        "be removed",
        () -> {
          store.remove(id);
          return Conversation.empty();
        });
  }

  private interface Access {
    Conversation run() throws ConversationStoreException;
  }

  private static Conversation call(String what, Access access) {
    try {
      return access.run();
    } catch (ConversationConflictException e) {
      throw e;
    } catch (ConversationStoreException e) {
      throw new ConversationAccessException(
          "The conversation cannot " + what + ". " + e.getMessage(), e);
    } catch (RuntimeException e) {
      // Without the message, which may quote a text.
      throw new ConversationAccessException(
          "The conversation cannot "
              + what
              + ". The store has failed with "
              + e.getClass().getName()
              + ".",
          e);
    }
  }

  private void checkLength(Conversation conversation) {
    long characters = 0;
    for (Turn turn : conversation.turns()) {
      characters += turn.display().length();
    }
    if (conversation.size() > mostTurns || characters > mostCharacters) {
      throw new ConversationTooLongException(
          String.format(
              Locale.ROOT,
              "The conversation has %d turns and %d characters, more than stepwright.conversations.turns (%d) or stepwright.conversations.characters (%d) allow. Raise them, or remove the conversation and save its newest turns as a new one.",
              conversation.size(),
              characters,
              mostTurns,
              mostCharacters));
    }
  }

  private static void checkId(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "The identifier of a conversation has 1 to 128 letters of ASCII, digits, dots, colons, underscores and dashes; this one does not.");
    }
  }
}
