package io.stepwright.runtime;

import io.stepwright.wiring.ForkedEach;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of an item of a step with {@code @Each(onFailure = GIVE_FAILURE)}: a value, or the
 * exception that it failed with. Immutable.
 *
 * @param <T> the type of the value
 */
public final class ItemResult<T> {

  private final @Nullable T value;
  private final @Nullable AgentException failure;

  private ItemResult(@Nullable T value, @Nullable AgentException failure) {
    this.value = value;
    this.failure = failure;
  }

  /** Makes the outcome of an item that has a value. */
  public static <T> ItemResult<T> of(T value) {
    return new ItemResult<>(Objects.requireNonNull(value, "value"), null);
  }

  /** Makes the outcome of an item that has failed. */
  public static <T> ItemResult<T> failed(AgentException failure) {
    return new ItemResult<>(null, Objects.requireNonNull(failure, "failure"));
  }

  /**
   * Returns the results of a fan-out whose items may fail. For generated code.
   *
   * @param items a fan-out of a step that gives failures
   */
  @SuppressWarnings("unchecked") // The runtime puts item results into such a fan-out.
  public static <T> ForkedEach<ItemResult<T>> of(ForkedEach<T> items) {
    return (ForkedEach<ItemResult<T>>) (ForkedEach<?>) items;
  }

  /** Returns the value; empty if the item has failed. */
  public Optional<T> value() {
    return Optional.ofNullable(value);
  }

  /**
   * Returns the exception that the item failed with after all of its attempts; empty if it has a
   * value. It names the step, and its message holds no prompt and no answer.
   */
  public Optional<AgentException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Returns true if the item has failed. */
  public boolean isFailure() {
    return failure != null;
  }

  /**
   * Returns the value.
   *
   * @throws AgentException the failure of the item, the same object each time
   */
  public T orElseThrow() {
    if (failure != null) {
      throw failure;
    }
    return Objects.requireNonNull(value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ItemResult<?> result
        && Objects.equals(value, result.value)
        && Objects.equals(failure, result.failure);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, failure);
  }

  /** Leaves out the value and the message: they may be personal. */
  @Override
  public String toString() {
    AgentException thrown = failure;
    return thrown == null ? "ItemResult[value]" : "ItemResult[" + ErrorType.of(thrown) + "]";
  }
}
