package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.openai.reply.ChatReplyReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reading a body is part of the call: it can be stopped, and takes memory in proportion to the
 * body.
 */
class BodyReadingTest {

  private static final int PIECE = 64 * 1024;
  private static final long NEVER = System.nanoTime() + Long.MAX_VALUE / 4;

  /**
   * A JSON string without an end that interrupts its reader, or runs an action, while it is read.
   */
  private static final class Endless extends InputStream {

    private final long after;
    private final Runnable then;
    private long sent;

    Endless(long after, Runnable then) {
      this.after = after;
      this.then = then;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("read in pieces");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      for (int i = 0; i < length; i++) {
        bytes[offset + i] = (byte) (sent + i == 0 ? '{' : sent + i == 1 ? '"' : 'x');
      }
      if (sent <= after && sent + length > after) {
        then.run();
      }
      sent += length;
      return length;
    }
  }

  @Test
  void anInterruptIsHeardWithinAPiece() {
    Endless body = new Endless(1_000_000, () -> Thread.currentThread().interrupt());
    GuardedInput guarded = new GuardedInput(body, Integer.MAX_VALUE, new ReadGuard(NEVER), null);
    assertThatThrownBy(() -> ChatReplyReader.read(guarded))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(body.sent).isBetween(1_000_000L, 1_000_000L + PIECE);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void theDeadlineIsSeen() {
    Endless body = new Endless(Long.MAX_VALUE, () -> {});
    GuardedInput guarded =
        new GuardedInput(body, Integer.MAX_VALUE, new ReadGuard(System.nanoTime()), null);
    assertThatThrownBy(() -> ChatReplyReader.read(guarded))
        .isInstanceOf(HttpTimeoutException.class);
    assertThat(body.sent).isLessThanOrEqualTo(PIECE);
  }

  @Test
  void aLimitIsALimit() {
    Endless body = new Endless(Long.MAX_VALUE, () -> {});
    GuardedInput guarded = new GuardedInput(body, 1_000_000, new ReadGuard(NEVER), null);
    assertThatThrownBy(() -> ChatReplyReader.read(guarded))
        .isInstanceOf(BoundedBody.TooLargeException.class);
    assertThat(body.sent).isLessThanOrEqualTo(1_000_000 + PIECE);
  }

  @Test
  void whatIsDecodedIsTakenFromTheBudget() throws Exception {
    ByteBudget budget = new ByteBudget(100_000);
    Endless body = new Endless(Long.MAX_VALUE, () -> {});
    try (ByteBudget.Lease lease = budget.lease()) {
      GuardedInput guarded = new GuardedInput(body, 1_000_000, new ReadGuard(NEVER), lease);
      assertThatThrownBy(() -> ChatReplyReader.read(guarded))
          .isInstanceOf(ResourceShortageException.class);
      assertThat(budget.taken()).isBetween(100_000L - PIECE, 100_000L);
    }
    assertThat(budget.taken()).isZero();
  }

  @Test
  void nothingIsTakenForThoseWhoHaveGone() throws Exception {
    ByteBudget budget = new ByteBudget(100_000);
    ByteBudget.Lease lease = budget.lease();
    lease.take(10);
    lease.close();
    lease.close();
    assertThatThrownBy(() -> lease.take(10)).isInstanceOf(IOException.class);
    assertThat(budget.taken()).isZero();
  }

  /** Bytes that arrive in pieces of any size. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1_000, 100_000})
  void piecesAreJoined(int largest) throws Exception {
    Random random = new Random(largest);
    byte[] bytes = new byte[300_000];
    random.nextBytes(bytes);
    Blocks blocks = new Blocks();
    for (int sent = 0; sent < bytes.length; ) {
      int count = Math.min(bytes.length - sent, 1 + random.nextInt(largest));
      blocks.add(ByteBuffer.wrap(bytes, sent, count), count);
      sent += count;
    }
    assertThat(blocks.size()).isEqualTo(bytes.length);
    assertThat(blocks.input().readAllBytes()).isEqualTo(bytes);
  }
}
