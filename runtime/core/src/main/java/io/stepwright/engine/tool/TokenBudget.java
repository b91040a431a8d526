package io.stepwright.engine.tool;

import io.stepwright.call.Attempt;
import io.stepwright.call.AttemptObserver;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.Part;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.ToolSpec;
import io.stepwright.spi.Turn;
import java.util.List;

/**
 * The tokens that the turns of one dialogue have used, as servers reported them, else a third of
 * the bytes. For one thread.
 */
final class TokenBudget implements AttemptObserver {

  private static final int BYTES_PER_TOKEN = 3;

  /** The tokens that one image, document or recording is taken for. */
  private static final int TOKENS_OF_MEDIA = 1_000;

  private final int most;
  private final AttemptObserver observer;
  private long used;

  /** The tokens of the first {@link #knownTurns} turns of the conversation. */
  private long knownTokens;

  private int knownTurns;

  /**
   * Makes an unused budget.
   *
   * @param most the maximum number of tokens; 0 if there is none
   * @param observer receives the attempts, too
   */
  TokenBudget(int most, long overheadBytes, AttemptObserver observer) {
    this.most = most;
    this.observer = observer;
    this.knownTokens = overheadBytes / BYTES_PER_TOKEN;
  }

  /** Returns the bytes of the tools and the schema, which are part of every request. */
  static long overhead(List<ToolSpec> tools, ModelRequest.Schema schema) {
    return overhead(tools) + bytes(schema.json());
  }

  /** Returns the bytes of the tools, which are part of every request. */
  static long overhead(List<ToolSpec> tools) {
    long bytes = 0;
    for (ToolSpec tool : tools) {
      bytes += bytes(tool.name()) + bytes(tool.description()) + bytes(tool.parameters());
    }
    return bytes;
  }

  /** Tells whether there is a budget. */
  boolean isLimited() {
    return most > 0;
  }

  /** Returns the tokens that are left for the answer to a question; zero or less if none are. */
  long left(List<Turn> question) {
    return most - used - expected(question);
  }

  /** Tells whether no tokens will be left for another turn after the one with this question. */
  boolean isLast(List<Turn> question) {
    return isLimited() && left(question) <= expected(question);
  }

  /** Returns the tokens of a question: those known of its beginning, and the others by bytes. */
  private long expected(List<Turn> question) {
    long tokens = knownTokens;
    long bytes = 0;
    for (int i = Math.min(knownTurns, question.size()); i < question.size(); i++) {
      bytes += bytes(question.get(i));
    }
    return tokens + bytes / BYTES_PER_TOKEN;
  }

  @Override
  public void starting(Attempt.Start start) {
    observer.starting(start);
  }

  @Override
  public void attempted(Attempt attempt) {
    observer.attempted(attempt);
    ModelReply reply = attempt.reply();
    long input = attempt.inputTokens();
    long output = attempt.outputTokens();
    if (reply != null) {
      List<Turn> question = attempt.start().request().turns();
      input = input == ModelReply.UNKNOWN ? expected(question) : input;
      output = output == ModelReply.UNKNOWN ? bytes(reply) / BYTES_PER_TOKEN : output;
      knownTokens = input + output;
      knownTurns = question.size() + 1;
    }
    used += Math.max(0, input) + Math.max(0, output);
  }

  private static long bytes(ModelReply reply) {
    return bytes(new Turn.Model(reply.text(), reply.calls()));
  }

  private static long bytes(Turn turn) {
    long bytes = 0;
    if (turn instanceof Turn.User user) {
      for (Part part : user.parts()) {
        bytes +=
            part instanceof Part.Text text
                ? bytes(text.text())
                : (long) TOKENS_OF_MEDIA * BYTES_PER_TOKEN;
      }
    } else if (turn instanceof Turn.Model model) {
      bytes = bytes(model.text());
      for (ToolCall call : model.calls()) {
        bytes += bytes(call.name()) + bytes(call.arguments());
      }
    } else {
      bytes = bytes(turn.display());
    }
    return bytes;
  }

  /** Returns the length of a text in UTF-8. */
  private static long bytes(String text) {
    long bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Each half of a surrogate pair stands for two of four bytes.
      bytes += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
    }
    return bytes;
  }
}
