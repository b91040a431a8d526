package io.stepwright.wiring;

import io.stepwright.spi.Attachment;
import io.stepwright.spi.History;
import io.stepwright.spi.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values that decide whether an answer may be served again: values that must be equal, and at
 * most one text that may differ a little. Not thread-safe.
 */
public final class CacheKey {

  private static final String ABSENT = "absent";
  private static final String TEXT = "text";
  private static final String JSON = "json";
  private static final String HISTORY = "history";
  private static final String MEDIA = "media";

  private final List<String> exact = new ArrayList<>();
  private @Nullable String text;

  /**
   * Sets the text that is compared by meaning.
   *
   * @throws NullSlotException if it is null
   */
  public CacheKey text(String path, @Nullable String value) {
    text = SlotText.present(path, value);
    return this;
  }

  /**
   * Adds a value that must be equal. An enum constant is added by its name, other values by their
   * {@code toString}.
   *
   * @throws NullSlotException if it is null
   */
  public CacheKey exact(String path, @Nullable Object value) {
    Object present = SlotText.present(path, value);
    return add(
        path, TEXT, present instanceof Enum<?> constant ? constant.name() : present.toString());
  }

  /**
   * Adds a value whose JSON must be equal.
   *
   * @throws NullSlotException if the value, or a value inside of it, is null
   */
  public <T> CacheKey exactJson(String path, @Nullable T value, JsonEncoder<? super T> encoder) {
    return add(path, JSON, JsonWriter.write(path, SlotText.present(path, value), encoder));
  }

  /**
   * Adds a conversation, all turns of which must be equal.
   *
   * @throws NullSlotException if it is null
   */
  public CacheKey history(String path, @Nullable History history) {
    for (Turn turn : SlotText.present(path, history).turns()) {
      TurnText.add(path, turn, this::add);
    }
    return add(path, HISTORY, "");
  }

  /**
   * Adds a medium, whose bytes must be equal.
   *
   * @throws NullSlotException if it is null
   */
  public CacheKey media(String path, @Nullable Attachment attachment) {
    TurnText.add(path, SlotText.present(path, attachment).part(), this::add);
    return this;
  }

  /**
   * Adds media, whose bytes and order must be equal.
   *
   * @throws NullSlotException if the list or an item is null
   */
  public CacheKey media(String path, @Nullable Iterable<? extends Attachment> attachments) {
    SlotText.present(path, attachments).forEach(each -> media(path, each));
    return add(path, MEDIA, "");
  }

  /**
   * Adds a conversation that may be absent, which equals one without turns.
   *
   * @throws NullSlotException if the optional is null
   */
  @SuppressWarnings("NullableOptional") // The callers of steps may give null.
  public CacheKey optionalHistory(String path, @Nullable Optional<? extends History> history) {
    Optional<? extends History> present = SlotText.present(path, history);
    return present.isPresent() ? history(path, present.get()) : add(path, HISTORY, "");
  }

  /** Adds a medium whose bytes must be equal in both keys, or which must be absent in both. */
  @SuppressWarnings("NullableOptional") // The accessors of users may return null.
  public CacheKey optionalMedia(String path, @Nullable Optional<? extends Attachment> attachment) {
    Optional<? extends Attachment> present = SlotText.present(path, attachment);
    return present.isPresent() ? media(path, present.get()) : add(path, ABSENT, "");
  }

  /** Adds a value that must be equal in both keys, or absent in both. */
  @SuppressWarnings("NullableOptional") // The accessors of users may return null.
  public CacheKey optional(String path, @Nullable Optional<?> value) {
    Optional<?> present = SlotText.present(path, value);
    return present.isEmpty() ? add(path, ABSENT, "") : exact(path, present.get());
  }

  /** Adds a value whose JSON must be equal in both keys, or which must be absent in both. */
  @SuppressWarnings("NullableOptional") // The accessors of users may return null.
  public <T> CacheKey optionalJson(
      String path, @Nullable Optional<? extends T> value, JsonEncoder<? super T> encoder) {
    Optional<? extends T> present = SlotText.present(path, value);
    return present.isEmpty()
        ? add(path, ABSENT, "")
        : this.<T>exactJson(path, present.get(), encoder);
  }

  /** The text that is compared by meaning, or null if there is none. */
  public @Nullable String text() {
    return text;
  }

  /**
   * Returns the parts that must be equal, as an immutable list: for each value its path, its form
   * and the value itself.
   */
  public List<String> exact() {
    return List.copyOf(exact);
  }

  private CacheKey add(String path, String form, String value) {
    exact.add(path);
    exact.add(form);
    exact.add(value);
    return this;
  }

  /** Omits the values, which may be personal. */
  @Override
  public String toString() {
    return "CacheKey[" + exact.size() / 3 + " exact" + (text == null ? "" : ", a text") + "]";
  }
}
