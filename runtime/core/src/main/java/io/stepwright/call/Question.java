package io.stepwright.call;

import io.stepwright.spi.ToolChoice;
import io.stepwright.spi.ToolSpec;
import io.stepwright.spi.Turn;
import java.util.ArrayList;
import java.util.List;

/**
 * The question to one model, which all attempts share, with its key. A server that knows the key
 * may answer a repeated request from memory, so a different question has a different key.
 *
 * @param idempotencyKey the key of all attempts
 * @param turns the conversation that the model is asked to continue
 * @param tools the tools that the model may call
 * @param choice the freedom to call them
 * @param mostTokens the maximum number of output tokens that are left, 0 if there is no limit
 */
record Question(
    String idempotencyKey,
    List<Turn> turns,
    List<ToolSpec> tools,
    ToolChoice choice,
    int mostTokens) {

  private Question(String idempotencyKey, List<Turn> turns) {
    this(idempotencyKey, turns, List.of(), ToolChoice.AUTO, 0);
  }

  /** Makes the first question to a model, whose index is 0 for the first model of the call. */
  static Question first(CallRequest request, int model) {
    return new Question(
        model == 0 ? request.key() : request.key() + "-" + (model + 1), request.turns());
  }

  /**
   * Makes the question that follows an unusable answer to the first one: the model sees what it
   * wrote, but not the answers before.
   *
   * @param first the turns of the first question
   * @param json true if the answer has to be JSON
   */
  Question repairing(List<Turn> first, UnusableReplyException unfit, boolean json) {
    return new Question(idempotencyKey + "-repair", repaired(first, unfit, json));
  }

  /** Returns the smaller one of two limits of output tokens, of which 0 stands for none. */
  int limited(int maxOutputTokens) {
    return mostTokens == 0 || maxOutputTokens == 0
        ? Math.max(mostTokens, maxOutputTokens)
        : Math.min(mostTokens, maxOutputTokens);
  }

  /** Returns turns that are followed by an unusable answer and the complaint about it. */
  static List<Turn> repaired(List<Turn> before, UnusableReplyException unfit, boolean json) {
    String complaint =
        "This answer cannot be used. "
            + unfit.complaint()
            + (json
                ? " Answer again, in full: only the JSON, exactly as the schema demands."
                : " Answer again, in full.");
    List<Turn> more = new ArrayList<>(before.size() + 2);
    more.addAll(before);
    more.add(new Turn.Model(unfit.text()));
    more.add(new Turn.User(complaint));
    return more;
  }
}
