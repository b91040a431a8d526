package io.stepwright.spi.cache;

import io.stepwright.spi.ModelReply;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cached answer. Immutable.
 *
 * @param step the step that was answered, {@code <agent>.<step>}
 * @param partition a digest, in lower-case hexadecimal, of everything that is equal for all entries
 *     that may be compared with this one: prompt, model, schema and every exact value
 * @param id a digest, in lower-case hexadecimal, that is unique in the partition; texts that differ
 *     only in case, white space and outer punctuation have the same id
 * @param text the text that is compared by meaning, as it was asked; null if the step compares none
 * @param vector the text's vector, of length 1; null if nothing is compared by meaning, or if the
 *     text has no usable vector
 * @param answer the text that the model wrote, unchanged
 * @param createdMillis the time of creation, as {@link System#currentTimeMillis}
 * @param expiresMillis the time of expiry, as {@link System#currentTimeMillis}; never extended
 * @param inputTokens the tokens of the question, {@link ModelReply#UNKNOWN} if the server did not
 *     count
 * @param outputTokens the tokens of the answer, {@link ModelReply#UNKNOWN} if the server did not
 *     count
 */
@SuppressWarnings("ArrayRecordComponent") // Not copied: a search reads ten thousand of them.
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

  /** The largest expected difference between the clocks of two machines. */
  private static final long CLOCKS_MILLIS = 60_000;

  private static final int LONGEST_TEXT = 4 << 20;
  private static final long MOST_TOKENS = 1_000_000_000;
  private static final double UNIT_TOLERANCE = 0.01;

  /**
   * Tells whether the numbers of this entry are plausible. An entry that is read from a place where
   * others can write may hold anything. A plausible entry was made not later than now, plus a
   * minute for clocks that differ, and expires after its creation. It counts at most a thousand
   * million tokens each way, its text and answer have at most 4 Mi characters each, and its vector
   * has length 1. Expiry is not checked.
   *
   * @param nowMillis the current time, as {@link System#currentTimeMillis}
   */
  public boolean isPlausible(long nowMillis) {
    return createdMillis >= 0
        && createdMillis - CLOCKS_MILLIS <= nowMillis
        && expiresMillis >= createdMillis
        && isCount(inputTokens)
        && isCount(outputTokens)
        && answer.length() <= LONGEST_TEXT
        && (text == null || text.length() <= LONGEST_TEXT)
        && (vector == null || isUnit(vector));
  }

  private static boolean isCount(long tokens) {
    return tokens == ModelReply.UNKNOWN || (tokens >= 0 && tokens <= MOST_TOKENS);
  }

  private static boolean isUnit(float[] vector) {
    double square = 0;
    for (float number : vector) {
      square += (double) number * number;
    }
    // False also if a number is infinite or NaN.
    return Math.abs(square - 1) <= UNIT_TOLERANCE;
  }

  /** Compares the numbers of the vectors too. */
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

  /** Leaves out text, vector and answer, which may be personal. */
  @Override
  public String toString() {
    return "CacheEntry[step=" + step + ", partition=" + partition + ", id=" + id + "]";
  }
}
