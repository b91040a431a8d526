package io.stepwright.spi;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A remembered answer. Immutable.
 *
 * @param step the step that was answered, {@code <agent>.<step>}
 * @param partition what was the same for all entries that may be compared with this one: a digest
 *     of prompt, model, schema and every exact value, in lower-case hexadecimal
 * @param id a digest that is unique in the partition, in lower-case hexadecimal: texts that differ
 *     only in case, white space and outer punctuation have the same
 * @param text the text that is compared by meaning, as it was asked; null if nothing is
 * @param vector the text's vector, of length 1; null if nothing is compared by meaning, or if the
 *     text has no usable vector
 * @param answer what the model wrote, as it wrote it
 * @param createdMillis when it was made, as {@link System#currentTimeMillis}
 * @param expiresMillis when it is to be forgotten, as {@link System#currentTimeMillis}; never
 *     extended
 * @param inputTokens what the question has cost, {@link ModelReply#UNKNOWN} if the server did not
 *     count
 * @param outputTokens what the answer has cost, {@link ModelReply#UNKNOWN} if the server did not
 *     count
 */
@SuppressWarnings("ArrayRecordComponent") // Copied nowhere: a search reads ten thousand of them.
public record CacheEntry(
    String step,
    String partition,
    String id,
    @Nullable String text,
    float @Nullable [] vector,
    String answer,
    long createdMillis,
    long expiresMillis,
    long inputTokens,
    long outputTokens) {

  /** Compares the vectors' numbers, too. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CacheEntry entry
        && step.equals(entry.step)
        && partition.equals(entry.partition)
        && id.equals(entry.id)
        && Objects.equals(text, entry.text)
        && Arrays.equals(vector, entry.vector)
        && answer.equals(entry.answer)
        && createdMillis == entry.createdMillis
        && expiresMillis == entry.expiresMillis
        && inputTokens == entry.inputTokens
        && outputTokens == entry.outputTokens;
  }

  @Override
  public int hashCode() {
    return Objects.hash(partition, id, createdMillis);
  }

  /** Leaves out text, vector and answer: they may be personal. */
  @Override
  public String toString() {
    return "CacheEntry[step=" + step + ", partition=" + partition + ", id=" + id + "]";
  }
}
