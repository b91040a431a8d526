package io.stepwright.engine.graph;

import io.stepwright.engine.message.Messages;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ForkedEach;
import io.stepwright.wiring.ItemFailure;
import io.stepwright.wiring.StepInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step that runs once per item.
 *
 * <p>A waiting item takes a bit or less, and an item that has ended is stored as its value; only
 * items in flight are objects. An item is in flight from the moment a thread claims it until it
 * ends, which lets another item start.
 */
public final class FanOut<T> extends Claimable<List<T>> implements ForkedEach<T> {

  private static final Object[] NO_RESULTS = {};

  private final int atOnce;
  private final Items items;

  /** Upstream fan-outs: item i of this one waits for item i of each of them. */
  private final FanOut<?>[] sources;

  private final BitSet arrived = new BitSet(0);
  private @Nullable List<FanOut<?>> followers;
  private @Nullable Object[] results = NO_RESULTS;
  private int next;
  private int waiting;
  private int running;
  private int ended;
  private int threads;

  public FanOut(
      Awaiter awaiter, StepInfo info, @Nullable StepKey key, Items items, FanOut<?>[] sources) {
    super(awaiter, info, key);
    int atOnce = info.atOnce();
    if (atOnce < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has atOnce = %d; at least 1 is needed.",
              Messages.name(info),
              atOnce));
    }
    this.atOnce = atOnce;
    this.items = items;
    this.sources = sources;
    // For searches of the steps that must end before this one; the fan-out itself does not wait for
    // all of its sources.
    this.settled = sources;
  }

  /** Returns the fan-outs among the sources that generated code names. */
  public static FanOut<?>[] of(Forked<?>[] itemwise) {
    List<FanOut<?>> sources = new ArrayList<>(itemwise.length);
    for (Forked<?> each : itemwise) {
      if (each instanceof FanOut<?> source) {
        sources.add(source);
      }
    }
    return sources.toArray(new FanOut<?>[0]);
  }

  /** Returns the sources that have no items, because they are absent. */
  public static Node<?>[] absentOf(Forked<?>[] itemwise) {
    List<Node<?>> absent = new ArrayList<>(0);
    for (Forked<?> each : itemwise) {
      if (!(each instanceof FanOut<?>)) {
        absent.add((Node<?>) each);
      }
    }
    return absent.toArray(NONE);
  }

  /** Returns the inline nodes that get the lists of fan-outs. */
  public static Node<?>[] listNodes(FanOut<?>[] fanOuts) {
    Node<?>[] nodes = new Node<?>[fanOuts.length];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = fanOuts[i].required[0];
    }
    return nodes;
  }

  public void listedBy(ItemListNode list) {
    required = new Node<?>[] {list};
  }

  Items items() {
    return items;
  }

  /** Items start one by one, when their own sources have ended. */
  @Override
  public boolean waitsForSettled() {
    return false;
  }

  /** Determines the number of items. Must not be called under a lock. */
  void open() {
    items.open();
    for (FanOut<?> source : sources) {
      if (source.size() != items.size()) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "The list has %d items, but step '%s', which it comes from, has %d.",
                items.size(),
                source.info().name(),
                source.size()));
      }
    }
  }

  /** Returns the number of items, once it is known. */
  int size() {
    return results.length;
  }

  /** Starts the fan-out, whose list is available. */
  @Override
  public void inputsReady(Effects effects) {
    int size = items.size();
    results = new @Nullable Object[size];
    effects.ready(this);
    if (size == 0) {
      complete(effects);
      return;
    }
    if (sources.length == 0) {
      waiting = size;
      return;
    }
    for (FanOut<?> source : sources) {
      source.follow(this);
    }
    for (int i = 0; i < size; i++) {
      sourceEnded(i);
    }
  }

  private void follow(FanOut<?> follower) {
    followers = followers == null ? new ArrayList<>(1) : followers;
    followers.add(follower);
  }

  /**
   * Records that an item of a source has ended. Returns true if the item with this index can start.
   */
  private boolean sourceEnded(int index) {
    for (FanOut<?> source : sources) {
      if (source.results[index] == null) {
        return false;
      }
    }
    arrived.set(index);
    waiting++;
    return true;
  }

  void itemEnded(int index, Object result, Effects effects) {
    if (notNeeded) {
      return;
    }
    results[index] = result;
    running--;
    ended++;
    if (ended == results.length) {
      complete(effects);
    } else {
      // First, so that the thread continues with this fan-out: otherwise an executor that runs
      // tasks on the calling thread would nest deeper with every item.
      effects.more(this);
    }
    if (followers != null) {
      for (FanOut<?> follower : followers) {
        if (follower.sourceEnded(index)) {
          effects.more(follower);
        }
      }
    }
  }

  @SuppressWarnings("NullAway")
  private void complete(Effects effects) {
    value = items.haveValues() ? Collections.unmodifiableList(Arrays.asList(results)) : DONE;
    state = State.VALUE;
    effects.finished(this);
    effects.ended(this);
  }

  // ---------------------------------------------------------------- threads

  @Override
  public @Nullable Work claim() {
    if (!hasWork()) {
      return null;
    }
    int index = next;
    if (sources.length == 0) {
      next++;
    } else {
      index = arrived.nextSetBit(0);
      arrived.clear(index);
    }
    waiting--;
    running++;
    return new Item(this, index);
  }

  @Override
  public boolean hasWork() {
    return ready() > 0;
  }

  private int ready() {
    return state == State.READY ? Math.min(waiting, atOnce - running) : 0;
  }

  @Override
  public int startThreads(int most) {
    int more = Math.max(0, Math.min(most, ready() - threads));
    threads += more;
    return more;
  }

  @Override
  public boolean isTaken() {
    return false;
  }

  @Override
  public boolean hasThreadsComing() {
    return threads > 0;
  }

  @Override
  public void threadComes() {
    threads++;
  }

  @Override
  public void threadArrived() {
    threads--;
  }

  // ---------------------------------------------------------------- generated code

  @Override
  @SuppressWarnings("unchecked")
  public T item(int index) {
    Object result = index >= 0 && index < results.length ? results[index] : null;
    if (result == null) {
      throw new IllegalStateException(
          "%s has no value yet. A step that reads it must wait for it."
              .formatted(Messages.name(info(), index)));
    }
    return (T) result;
  }

  @Override
  @SuppressWarnings("unchecked")
  public ForkedEach<Optional<T>> orEmpty() {
    if (info().itemFailure() != ItemFailure.LEAVE_EMPTY) {
      throw new IllegalStateException(
          "%s does not leave failed items empty.".formatted(Messages.name(info())));
    }
    return (ForkedEach<Optional<T>>) (ForkedEach<?>) this;
  }
}
