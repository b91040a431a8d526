package io.stepwright.openai.client;

import io.stepwright.openai.reply.StreamedReply;
import io.stepwright.openai.reply.UnreadableBodyException;
import io.stepwright.spi.DeltaSink;
import io.stepwright.spi.ModelReply;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the response to a request for a streamed answer. For one thread. */
final class StreamedAnswer {

  /** The maximum size of a stream in bytes: each token comes with some hundred bytes around it. */
  static final int LARGEST_STREAM = 32 * WireResponse.LARGEST_BODY;

  /** The wait in nanoseconds for more of an answer that has ended, such as its tokens. */
  private static final long QUIET = 2_000_000_000;

  /** The wait in nanoseconds for more of an answer that has ended and told its tokens. */
  private static final long COUNTED_QUIET = 250_000_000;

  private static final byte[] DONE = {'[', 'D', 'O', 'N', 'E', ']'};

  private final ChatReplies replies;
  private final String asked;
  private final ByteBudget.Lease lease;
  private final long deadline;

  /**
   * Makes a reader.
   *
   * @param asked the model that was asked
   * @param lease the account of the text
   * @param deadline the end of all reading, as {@link System#nanoTime}
   */
  StreamedAnswer(ChatReplies replies, String asked, ByteBudget.Lease lease, long deadline) {
    this.replies = replies;
    this.asked = asked;
    this.lease = lease;
    this.deadline = deadline;
  }

  /**
   * Reads a response to its end.
   *
   * @throws ErrorAnswerException if it is an error
   * @throws NoCompletionException if it is no answer
   * @throws IOException if it breaks off or is too large
   * @throws InterruptedException if the sink wants no more
   */
  ModelReply read(OpenResponse response, DeltaSink sink) throws IOException, InterruptedException {
    int status = response.status();
    Headers headers = response.headers();
    if (!WireResponse.isAnswer(status)) {
      Blocks body = new Blocks();
      body.addAll(response.body(), WireResponse.LARGEST_ERROR, false, lease);
      throw new ErrorAnswerException(status, headers, ErrorBodies.read(body, headers, deadline));
    }
    ReadGuard guard = new ReadGuard(deadline);
    List<String> codings = ContentCodings.of(headers.values("content-encoding"));
    Deltas deltas = new Deltas(sink);
    ModelReply reply;
    try (InputStream decoded =
        ContentCodings.decoded(response.body(), codings, LARGEST_STREAM, guard, null)) {
      EventStream events = new EventStream(decoded, WireResponse.LARGEST_BODY);
      if (beginsEvent(events.first())) {
        reply = replies.of(status, headers, events(events, response, deltas).reply(), asked);
        response.linger();
      } else {
        // A server that does not stream sends the whole answer.
        InputStream whole =
            new GuardedInput(events.rest(), WireResponse.LARGEST_BODY, guard, lease);
        reply = replies.of(status, headers, whole, asked);
      }
    }
    deltas.end(reply.text());
    return reply;
  }

  /** Tells whether a byte begins a field of an event, or a comment. */
  private static boolean beginsEvent(int first) {
    return switch (first) {
      case 'd', 'e', 'i', 'r', ':' -> true;
      default -> false;
    };
  }

  private StreamedReply events(EventStream events, OpenResponse response, Deltas deltas)
      throws IOException, InterruptedException {
    StreamedReply reply = new StreamedReply();
    byte[] data = next(events, reply);
    while (data != null && !Arrays.equals(data, DONE)) {
      long before = reply.characters();
      String text = data.length == 0 ? "" : added(reply, data);
      int more = (int) (reply.characters() - before);
      if (reply.characters() > WireResponse.LARGEST_BODY) {
        throw new BoundedBody.TooLargeException();
      }
      lease.take(2 * more);
      deltas.add(text);
      if (reply.isFailed()) {
        return reply;
      }
      if (reply.isEnded()) {
        response.within(reply.isCounted() ? COUNTED_QUIET : QUIET);
      }
      data = next(events, reply);
    }
    if (data == null && !reply.isEnded()) {
      throw new EOFException("the stream ends within the answer");
    }
    return reply;
  }

  /** Returns the next event, or null at the end of the stream or if an ended answer stays open. */
  private static byte @Nullable [] next(EventStream events, StreamedReply reply)
      throws IOException {
    try {
      return events.next();
    } catch (HttpTimeoutException e) {
      if (reply.isEnded()) {
        return null;
      }
      throw e;
    }
  }

  private static String added(StreamedReply reply, byte[] data) throws IOException {
    try {
      return reply.add(data);
    } catch (UnreadableBodyException e) {
      throw new NoCompletionException(e);
    }
  }
}
