package io.stepwright.runtime;

import io.stepwright.spi.History;
import io.stepwright.spi.Part;
import io.stepwright.spi.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The earlier turns of a conversation between a user and a model, oldest first. A model step that
 * takes a parameter of this type sends them between its instructions and its prompt.
 *
 * <pre>{@code
 * Conversation soon = Conversation.empty().user("Which orders are late?").model("7 and 9.");
 * }</pre>
 *
 * <p>A conversation holds texts only. A lone surrogate, which servers refuse, is replaced by
 * U+FFFD. Two conversations are equal if their turns are. Adding a turn copies the list of turns,
 * not their texts. Immutable and thread-safe.
 */
public final class Conversation implements History {

  private static final Conversation EMPTY = new Conversation(List.of());

  private static final int BYTES_PER_TOKEN = 3;

  private final List<Turn> turns;

  private Conversation(List<Turn> turns) {
    this.turns = turns;
  }

  /** Returns the conversation without turns. */
  public static Conversation empty() {
    return EMPTY;
  }

  /**
   * Reads a conversation from the text that {@link #toJson} writes: a JSON object of at most 16 Mi
   * characters, with at most 10,000 turns. Unknown members are refused.
   *
   * @throws ConversationFormatException if it is something else; the message quotes nothing of it
   */
  public static Conversation fromJson(String json) {
    return of(ConversationReader.read(Objects.requireNonNull(json, "json")));
  }

  /**
   * Makes a conversation of turns, such as those of a {@link History} that is kept elsewhere.
   *
   * @throws IllegalArgumentException if a turn is not of a user or a model, or not one text
   */
  public static Conversation of(List<? extends Turn> turns) {
    List<Turn> copy = List.copyOf(turns);
    if (!copy.stream().allMatch(Conversation::isText)) {
      throw new IllegalArgumentException(
          "A conversation has turns of a user and a model that consist of one text each, and no others.");
    }
    return copy.isEmpty() ? EMPTY : new Conversation(copy);
  }

  /** Returns true for a turn of a user or a model that consists of text. */
  static boolean isText(Turn turn) {
    if (turn instanceof Turn.User user) {
      return user.parts().size() == 1 && user.parts().get(0) instanceof Part.Text;
    }
    return turn instanceof Turn.Model model && model.calls().isEmpty();
  }

  /** Returns this conversation with one more turn, of the user. */
  public Conversation user(String text) {
    return with(new Turn.User(Objects.requireNonNull(text, "text")));
  }

  /** Returns this conversation with one more turn, of the model. */
  public Conversation model(String text) {
    return with(new Turn.Model(Objects.requireNonNull(text, "text")));
  }

  private Conversation with(Turn turn) {
    List<Turn> longer = new ArrayList<>(turns.size() + 1);
    longer.addAll(turns);
    longer.add(turn);
    return new Conversation(List.copyOf(longer));
  }

  /**
   * Returns the newest turns. If turns are left out, the first one that is kept is the user's,
   * since servers refuse a conversation that is cut within an exchange; so the result may have
   * fewer turns than asked for.
   *
   * @param turns the maximum number of turns, not negative
   */
  public Conversation last(int turns) {
    if (turns < 0) {
      throw new IllegalArgumentException("A number of turns is not negative, but it is " + turns);
    }
    return from(size() - turns);
  }

  /**
   * Returns as many of the newest turns as fit into a number of tokens by estimate. If turns are
   * left out, the first one that is kept is the user's, as with {@link #last}. Empty if the newest
   * turn alone is too long.
   *
   * <p>The number of tokens of a turn is estimated, because each model counts in its own way: the
   * bytes of its text in UTF-8, divided by three and rounded up. For English this is about a third
   * more than the usual models count; for other languages and program code it is nearer.
   *
   * @param tokens the maximum sum of the estimates, not negative
   */
  public Conversation within(int tokens) {
    if (tokens < 0) {
      throw new IllegalArgumentException("A number of tokens is not negative, but it is " + tokens);
    }
    long left = tokens;
    int start = size();
    while (start > 0) {
      left -= tokens(turns.get(start - 1).display());
      if (left < 0) {
        break;
      }
      start--;
    }
    return from(start);
  }

  /** Returns the turns from an index on, or from the next one of the user if that is a cut. */
  private Conversation from(int index) {
    if (index <= 0) {
      return this;
    }
    int start = index;
    while (start < size() && !(turns.get(start) instanceof Turn.User)) {
      start++;
    }
    return of(turns.subList(start, size()));
  }

  private static long tokens(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // A surrogate is half of a character of four bytes.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return (bytes + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
  }

  /** Returns the number of turns. */
  public int size() {
    return turns.size();
  }

  /** Returns true if there is no turn. */
  public boolean isEmpty() {
    return turns.isEmpty();
  }

  boolean beginsWith(Conversation other) {
    return size() >= other.size() && turns.subList(0, other.size()).equals(other.turns);
  }

  /** Tells whether the other one is the newest part of this one: some turns, but not all. */
  boolean endsWith(Conversation other) {
    return !other.isEmpty()
        && size() > other.size()
        && turns.subList(size() - other.size(), size()).equals(other.turns);
  }

  @Override
  public List<Turn> turns() {
    return turns;
  }

  /**
   * Writes this conversation as JSON, such as {@code
   * {"version":1,"turns":[{"role":"user","text":"Hello"},{"role":"model","text":"Good morning"}]}}.
   *
   * @throws IllegalStateException if it is longer than {@link #fromJson} would read
   */
  public String toJson() {
    return ConversationWriter.write(turns);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Conversation conversation && turns.equals(conversation.turns);
  }

  @Override
  public int hashCode() {
    return turns.hashCode();
  }

  /** Omits the texts, which may be personal. */
  @Override
  public String toString() {
    return "Conversation[" + size() + (size() == 1 ? " turn]" : " turns]");
  }
}
