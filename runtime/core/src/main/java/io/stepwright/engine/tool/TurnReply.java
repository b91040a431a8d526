package io.stepwright.engine.tool;

import io.stepwright.call.ReplyReader;
import io.stepwright.call.UnusableReplyException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reply that was read: calls of tools, or the value of the step.
 *
 * @param text the text beside the calls; empty if there is a value
 * @param calls the calls, none if there is a value
 * @param value the value, or null if there are calls
 */
record TurnReply<T>(String text, List<ToolCall> calls, @Nullable T value) {

  /**
   * Reads a reply. A reply that was cut calls no tool.
   *
   * @throws UnusableReplyException if it cannot be used
   * @throws InterruptedException if the thread was interrupted
   */
  static <T> TurnReply<T> of(ModelReply reply, ReplyReader<T> reader)
      throws UnusableReplyException, InterruptedException {
    boolean whole =
        switch (reply.finish()) {
          // Some servers say that they stopped as usual, or in words of their own.
          case TOOL_CALLS, COMPLETE, OTHER -> true;
          case LENGTH, CONTENT_FILTER, REFUSAL -> false;
        };
    int calls = reply.calls().size();
    if (calls > ReceivedCalls.MOST_CALLS) {
      throw unusable("it calls more than " + ReceivedCalls.MOST_CALLS + " tools at once.", reply);
    }
    if (whole && calls > 0) {
      return new TurnReply<>(reply.text(), reply.calls(), null);
    }
    if (reply.finish() == ModelReply.Finish.TOOL_CALLS) {
      throw unusable("it says that it calls tools, and calls none.", reply);
    }
    return new TurnReply<>("", List.of(), reader.read(reply));
  }

  private static UnusableReplyException unusable(String problem, ModelReply reply) {
    return new UnusableReplyException(problem, reply.text(), true, null);
  }

  /** Omits the text and the value, which may be personal. */
  @Override
  public String toString() {
    return "TurnReply[" + calls.size() + " calls]";
  }
}
