package io.stepwright.engine.tool;

import io.stepwright.call.AttemptObserver;
import io.stepwright.call.Backoff;
import io.stepwright.call.CallRequest;
import io.stepwright.call.DeadlinePassedException;
import io.stepwright.call.ModelFailure;
import io.stepwright.call.ReplyReader;
import io.stepwright.call.Target;
import io.stepwright.call.TurnSender;
import io.stepwright.call.UnusableReplyException;
import io.stepwright.engine.message.Messages;
import io.stepwright.runtime.ToolBudgetException;
import io.stepwright.spi.AttemptReason;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.ToolChoice;
import io.stepwright.spi.Turn;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.StepTools;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The turns of one dialogue. A turn ends with the value of the step, with calls of tools, whose
 * results are the next question, or with an unusable answer, whose repair is the next question. If
 * a model gives no usable answer, the next one goes on with the conversation so far. For one
 * thread.
 */
final class ToolTurns<T> {

  private final StepInfo step;
  private final StepTools tools;
  private final TurnTools turnTools;
  private final List<Target> targets;
  private final CallRequest request;
  private final TurnSender<TurnReply<T>> sender;
  private final TokenBudget budget;
  private final List<ModelFailure> failures = new ArrayList<>(0);

  /** The prompt, and the calls of tools with their results. */
  private List<Turn> conversation;

  /** The conversation, and an unusable answer with the complaint about it if there is one. */
  private List<Turn> question;

  private int model;
  private int turn = 1;
  private int unusable;
  private boolean misshapen;

  ToolTurns(
      StepInfo step,
      StepTools tools,
      TurnTools turnTools,
      List<Target> targets,
      CallRequest request,
      Backoff backoff,
      ReplyReader<T> reader,
      AttemptObserver observer) {
    this.step = step;
    this.tools = tools;
    this.turnTools = turnTools;
    this.targets = targets;
    this.request = request;
    this.budget = new TokenBudget(tools.tokens(), overhead(tools, request), observer);
    this.sender = new TurnSender<>(request, backoff, reply -> TurnReply.of(reply, reader), budget);
    this.conversation = request.turns();
    this.question = conversation;
  }

  private static long overhead(StepTools tools, CallRequest request) {
    ModelRequest.Schema schema = request.schema();
    return schema == null
        ? TokenBudget.overhead(tools.specs())
        : TokenBudget.overhead(tools.specs(), schema);
  }

  /**
   * Asks until there is a value.
   *
   * @throws ModelFailure if no model gave a usable answer
   * @throws ToolBudgetException if the turns or the tokens are used up
   */
  T hold() throws ModelFailure, DeadlinePassedException, InterruptedException {
    AttemptReason reason = AttemptReason.FIRST;
    while (true) {
      boolean last = turn >= tools.turns() || budget.isLast(question);
      try {
        TurnReply<T> reply = sender.send(targets.get(model), content(last), reason);
        T value = reply.value();
        if (value != null) {
          return value;
        }
        if (last) {
          throw usedUp();
        }
        execute(reply);
        reason = AttemptReason.TURN;
        turn++;
      } catch (UnusableReplyException e) {
        if (!last && mayRepair(e)) {
          question = sender.repaired(conversation, e);
          reason = AttemptReason.REPAIR;
          turn++;
        } else {
          nextModel(sender.failure(targets.get(model), e));
          reason = AttemptReason.FALLBACK;
        }
      } catch (ModelFailure e) {
        nextModel(e);
        reason = AttemptReason.FALLBACK;
      }
    }
  }

  private TurnSender.Content content(boolean last) {
    long left = 0;
    if (budget.isLimited()) {
      left = budget.left(question);
      if (left < 1) {
        throw usedUp();
      }
    }
    String key = (model == 0 ? "turn-" : (model + 1) + "-turn-") + turn;
    return new TurnSender.Content(
        key,
        question,
        tools.specs(),
        last ? ToolChoice.NONE : ToolChoice.AUTO,
        (int) Math.min(left, Integer.MAX_VALUE));
  }

  /** Executes the calls of a reply. The next question is the conversation with their results. */
  private void execute(TurnReply<T> reply) throws InterruptedException {
    List<ReceivedCall> calls = turnTools.received(reply.calls());
    List<Turn> more = new ArrayList<>(question.size() + 1 + calls.size());
    more.addAll(question);
    more.add(new Turn.Model(reply.text(), calls.stream().map(ReceivedCall::call).toList()));
    List<ToolOutcome> outcomes = turnTools.execute(turn, calls);
    for (int i = 0; i < outcomes.size(); i++) {
      ToolOutcome outcome = outcomes.get(i);
      more.add(new Turn.ToolResult(calls.get(i).call().id(), outcome.text(), !outcome.isResult()));
    }
    conversation = List.copyOf(more);
    question = conversation;
  }

  /** Tells whether the model is asked again: once for a wrong shape, else as attempts allow. */
  private boolean mayRepair(UnusableReplyException answer) {
    unusable++;
    boolean again = answer.repairable() && (answer.isRefused() || !misshapen);
    misshapen |= !answer.isRefused();
    return again && unusable < request.maxAttempts();
  }

  /**
   * Goes on with the next model, which repeats the turn.
   *
   * @throws ModelFailure the given failure if no other model is to be asked
   */
  private void nextModel(ModelFailure failure) throws ModelFailure {
    if (model + 1 == targets.size() || !failure.mayPassElsewhere()) {
      failures.forEach(failure::addSuppressed);
      throw failure;
    }
    failures.add(failure);
    model++;
    unusable = 0;
    misshapen = false;
    question = conversation;
  }

  private ToolBudgetException usedUp() {
    boolean turns = turn >= tools.turns();
    @Nullable ModelFailure failure = failures.isEmpty() ? null : failures.get(failures.size() - 1);
    return new ToolBudgetException(
        step.agent().name(),
        step.name(),
        String.format(
            Locale.ROOT,
            turns
                ? "%s got no answer within the %d turns of its budget: the model called tools to"
                    + " the end. Raise turns of @Tools, or ask for less."
                : "%s got no answer within the %d tokens of its budget. Raise tokens of @Tools, or"
                    + " ask for less.",
            Messages.name(step),
            turns ? tools.turns() : tools.tokens()),
        failure);
  }
}
