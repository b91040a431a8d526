package io.stepwright.engine.conversation;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.stepwright.spi.ConversationStore;
import io.stepwright.spi.ConversationStoreException;
import io.stepwright.spi.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Conversations in the memory of this process. If there are too many, those are dropped that were
 * not used for the longest time, which is logged once. Thread-safe.
 */
final class MemoryConversations implements ConversationStore {

  static final int MOST_CONVERSATIONS = 10_000;
  static final long MOST_BYTES = 64L << 20;

  /** Estimates of the memory beside the characters of texts, in bytes. */
  private static final long BYTES_OF_CONVERSATION = 512;

  private static final long BYTES_OF_TURN = 128;

  private record Kept(List<Turn> turns, long bytes, long sinceNanos) {}

  private final long lifeNanos;
  private final int mostConversations;
  private final long mostBytes;
  private final LongSupplier nanos;

  private final Object lock = new Object();

  /** The least recently used conversation comes first, so the first ones expire first. */
  @GuardedBy("lock")
  private final Map<String, Kept> kept = new LinkedHashMap<>();

  @GuardedBy("lock")
  private long bytes;

  @GuardedBy("lock")
  private boolean told;

  @GuardedBy("lock")
  private boolean closed;

  MemoryConversations(Duration timeToLive) {
    this(timeToLive, MOST_CONVERSATIONS, MOST_BYTES, System::nanoTime);
  }

  /**
   * Makes an empty store.
   *
   * @param mostBytes the maximum of the estimated memory of all conversations
   * @param nanos a clock like {@link System#nanoTime}
   */
  MemoryConversations(
      Duration timeToLive, int mostConversations, long mostBytes, LongSupplier nanos) {
    this.lifeNanos = nanos(timeToLive);
    this.mostConversations = mostConversations;
    this.mostBytes = mostBytes;
    this.nanos = nanos;
  }

  private static long nanos(Duration duration) {
    // Half of the range of the clock: a longer time could not be told from a negative one.
    Duration longest = Duration.ofNanos(Long.MAX_VALUE / 2);
    return (duration.compareTo(longest) < 0 ? duration : longest).toNanos();
  }

  @Override
  public List<Turn> load(String id) throws ConversationStoreException {
    synchronized (lock) {
      long now = begin();
      Kept one = take(id);
      if (one == null) {
        return List.of();
      }
      keep(id, new Kept(one.turns(), one.bytes(), now));
      return one.turns();
    }
  }

  @Override
  public boolean append(String id, List<Turn> expected, List<Turn> more)
      throws ConversationStoreException {
    List<Turn> longer = new ArrayList<>(expected);
    longer.addAll(more);
    Kept next = new Kept(List.copyOf(longer), bytes(longer), 0);
    if (next.bytes() > mostBytes) {
      throw new ConversationStoreException("It is larger than the memory for conversations.", null);
    }
    synchronized (lock) {
      long now = begin();
      Kept present = kept.get(id);
      if (!expected.equals(present == null ? List.of() : present.turns())) {
        return false;
      }
      take(id);
      keep(id, new Kept(next.turns(), next.bytes(), now));
      dropOldest();
      return true;
    }
  }

  @Override
  public void remove(String id) throws ConversationStoreException {
    synchronized (lock) {
      begin();
      take(id);
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      kept.clear();
    }
  }

  /** Removes expired conversations, and returns the time. */
  @GuardedBy("lock")
  private long begin() throws ConversationStoreException {
    if (closed) {
      throw new ConversationStoreException("The runtime is closed.", null);
    }
    long now = nanos.getAsLong();
    Iterator<Kept> oldest = kept.values().iterator();
    while (oldest.hasNext()) {
      Kept one = oldest.next();
      if (now - one.sinceNanos() < lifeNanos) {
        break;
      }
      bytes -= one.bytes();
      oldest.remove();
    }
    return now;
  }

  @GuardedBy("lock")
  private @Nullable Kept take(String id) {
    Kept one = kept.remove(id);
    if (one != null) {
      bytes -= one.bytes();
    }
    return one;
  }

  @GuardedBy("lock")
  private void keep(String id, Kept one) {
    kept.put(id, one);
    bytes += one.bytes();
  }

  @GuardedBy("lock")
  private void dropOldest() {
    Iterator<Kept> oldest = kept.values().iterator();
    while (kept.size() > mostConversations || bytes > mostBytes) {
      bytes -= oldest.next().bytes();
      oldest.remove();
      if (!told) {
        told = true;
        logger()
            .log(
                System.Logger.Level.WARNING,
                String.format(
                    Locale.ROOT,
                    "The memory for conversations is full, with %d of them: those that were not used for the longest time are dropped. Keep conversations in a store: stepwright.conversations.store=redis.",
                    kept.size()));
      }
    }
  }

  private static long bytes(List<Turn> turns) {
    long sum = BYTES_OF_CONVERSATION;
    for (Turn turn : turns) {
      sum += BYTES_OF_TURN + 2L * turn.display().length();
    }
    return sum;
  }

  /** Omits identifiers and texts, which may be personal. */
  @Override
  public String toString() {
    return "MemoryConversations";
  }

  /** Looks the logger up when it is needed, because the first one loads the logging of the JDK. */
  private static System.Logger logger() {
    return System.getLogger("io.stepwright.conversations");
  }
}
