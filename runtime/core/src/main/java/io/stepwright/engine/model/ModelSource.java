package io.stepwright.engine.model;

import io.stepwright.answer.AnswerSource;
import io.stepwright.call.Attempt;
import io.stepwright.call.AttemptObserver;
import io.stepwright.call.Backoff;
import io.stepwright.call.CallRequest;
import io.stepwright.call.DeadlinePassedException;
import io.stepwright.call.Dialogue;
import io.stepwright.call.ModelFailure;
import io.stepwright.call.Target;
import io.stepwright.call.UnusableReplyException;
import io.stepwright.event.RunEvents;
import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.RunEvent;
import io.stepwright.wiring.ModelStep;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models of one execution of a step as the cache uses them. For the step's thread. */
final class ModelSource<T> implements AnswerSource<T, ModelFailure>, AttemptObserver {

  private final AskingStep step;
  private final ModelStep<T> call;
  private final List<Target> targets;
  private final CallRequest request;
  private final Backoff backoff;
  private final AttemptEvents events;
  private final Dialogue dialogue;
  private @Nullable Attempt last;

  ModelSource(
      AskingStep step,
      ModelStep<T> call,
      List<Target> targets,
      CallRequest request,
      Backoff backoff,
      AttemptEvents events,
      Dialogue dialogue) {
    this.step = step;
    this.call = call;
    this.targets = targets;
    this.request = request;
    this.backoff = backoff;
    this.events = events;
    this.dialogue = dialogue;
  }

  @Override
  public Fresh<T> ask(CacheLookup lookup) throws ModelFailure, InterruptedException {
    lookedUp(lookup);
    return ask();
  }

  /** Asks the models. */
  Fresh<T> ask() throws ModelFailure, InterruptedException {
    try {
      ModelAnswer<T> answer =
          dialogue.hold(
              targets, request, backoff, reply -> checked(ModelAnswer.of(call, reply)), this);
      return fresh(answer);
    } catch (DeadlinePassedException e) {
      step.deadlinePassed();
      throw new InterruptedException("The time limit has passed.");
    }
  }

  private ModelAnswer<T> checked(ModelAnswer<T> answer)
      throws UnusableReplyException, InterruptedException {
    ResultChecks.Refusal refusal = ResultChecks.refusal(step.info(), call, answer.value());
    if (refusal != null) {
      throw UnusableReplyException.refused(refusal.check(), refusal.text(), answer.text());
    }
    return answer;
  }

  // The targets of the attempts are those of the list. A record's first equals costs much time.
  @SuppressWarnings("ReferenceEquality")
  private Fresh<T> fresh(ModelAnswer<T> answer) {
    Attempt answered = last;
    ModelReply reply = answered == null ? null : answered.reply();
    if (answered == null || reply == null) {
      throw new IllegalStateException("A value without an answer.");
    }
    // A fallback model answers differently, and half an answer is not an answer.
    boolean cacheable =
        answered.start().target() == targets.get(0)
            && reply.finish() == ModelReply.Finish.COMPLETE
            && dialogue.isRepeatable();
    return new Fresh<>(
        answer.value(), answer.text(), cacheable, reply.inputTokens(), reply.outputTokens());
  }

  @Override
  public @Nullable T read(String answer) {
    try {
      return ModelAnswer.of(call, answer).value();
    } catch (UnusableReplyException e) {
      return null;
    }
  }

  @Override
  public boolean accepts(T value) throws InterruptedException {
    return ResultChecks.refusal(step.info(), call, value) == null;
  }

  @Override
  public Duration attemptLimit() {
    return request.attemptLimit();
  }

  @Override
  public long remainingNanos() {
    return request.deadline().remaining();
  }

  /**
   * Failures of the models hold for all waiting runs, because a server would give them to every
   * caller. A deadline or an interrupt is this step's own, and so is a refusal by its checks, which
   * see values that are in no key.
   */
  @Override
  public boolean isShared(Exception failure) {
    return failure instanceof ModelFailure models && !models.hasRefusal();
  }

  @Override
  public boolean isAnswerShared() {
    return dialogue.isRepeatable();
  }

  @Override
  public void starting(Attempt.Start start) {
    events.starting(start);
  }

  @Override
  public void attempted(Attempt attempt) {
    last = attempt;
    events.attempted(attempt);
  }

  /** Emits the result of the cache look-up. */
  void lookedUp(CacheLookup lookup) {
    RunEvents listeners = step.events();
    RunEvent.StepKey key = step.key();
    if (listeners != null && key != null) {
      listeners.emit(new RunEvent.CacheLookedUp(listeners.run(), key, System.nanoTime(), lookup));
    }
  }
}
