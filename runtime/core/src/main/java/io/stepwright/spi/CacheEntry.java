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

  /** How far clocks of machines may differ. */
  private static final long CLOCKS_MILLIS = 60_000;

  private static final int LONGEST_TEXT = 4 << 20;
  private static final long MOST_TOKENS = 1_000_000_000;
  private static final double UNIT_TOLERANCE = 0.01;

  /**
   * Whether its numbers can be those of an entry that somebody has really made: one that is read
   * from where others can write may say anything. Made not later than now, with a minute for clocks
   * that differ, and expiring after that; at most a thousand million tokens each way; text and
   * answer of at most 4 Mi characters; a vector of length 1. Whether it has expired is another
   * question.
   *
   * @param nowMillis as {@link System#currentTimeMillis}
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
    // Also false if a number is infinite or none.
    return Math.abs(square - 1) <= UNIT_TOLERANCE;
  }

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
