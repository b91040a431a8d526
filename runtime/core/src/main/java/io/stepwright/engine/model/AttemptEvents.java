package io.stepwright.engine.model;

import io.stepwright.call.Attempt;
import io.stepwright.call.AttemptObserver;
import io.stepwright.call.ServerAddress;
import io.stepwright.call.Target;
import io.stepwright.event.RunEvents;
import io.stepwright.runtime.ErrorType;
import io.stepwright.spi.AttemptReason;
import io.stepwright.spi.ModelAnswered;
import io.stepwright.spi.ModelAsked;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelContent;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.RunEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Emits the events of the attempts of one step. For the step's thread. */
public final class AttemptEvents implements AttemptObserver {

  private final AskingStep step;
  private final CountedModelNames answering;
  private final @Nullable RunEvents events;
  private final RunEvent.@Nullable StepKey key;
  private @Nullable ModelAsked asked;

  public AttemptEvents(AskingStep step, CountedModelNames answering) {
    this.step = step;
    this.answering = answering;
    events = step.events();
    key = step.key();
  }

  @Override
  public void starting(Attempt.Start start) {
    if (events != null && key != null) {
      asked = asked(start);
      events.emit(
          new RunEvent.AttemptStarted(
              events.run(),
              key,
              start.nanos(),
              start.number(),
              start.reason(),
              asked,
              start.waitedNanos()));
    }
  }

  @Override
  public void attempted(Attempt attempt) {
    if (events == null || key == null) {
      return;
    }
    Attempt.Start start = attempt.start();
    ModelReply reply = attempt.reply();
    Throwable failure = attempt.failure();
    RunEvent.Attempted event =
        new RunEvent.Attempted(
            events.run(),
            key,
            System.nanoTime(),
            start.number(),
            start.reason(),
            asked,
            reply == null ? null : answered(start, reply),
            start.waitedNanos(),
            start.nanos(),
            attempt.inputTokens(),
            attempt.outputTokens(),
            attempt.wireNanos(),
            failure instanceof ModelClientException e ? e.status() : ModelClientException.NO_STATUS,
            errorType(failure),
            failure);
    events.emit(event);
    if (events.wantContent()) {
      events.emit(
          event,
          new ModelContent(
              start.request().turns(),
              reply == null ? null : reply.text(),
              reply == null ? List.of() : reply.calls(),
              start.request().tools()));
    }
  }

  private ModelAnswered answered(Attempt.Start start, ModelReply reply) {
    Target target = start.target();
    String countedAs = answering.countedAs(target.provider().name(), target.model(), reply.model());
    return new ModelAnswered(
        reply.model(), reply.id(), reply.finish(), reply.finishReason(), countedAs);
  }

  /**
   * Returns the kind of failure. A deadline ends an attempt by an interrupt, as a cancellation
   * does.
   */
  private @Nullable String errorType(@Nullable Throwable failure) {
    String type = ErrorType.ofAny(failure);
    return ErrorType.CANCELLED.equals(type) && step.isTimedOut() ? ErrorType.TIMEOUT : type;
  }

  /** Emits the start of an execution of a code step. */
  public void executing(int number, long waitedNanos, long startNanos) {
    if (events != null && key != null) {
      events.emit(
          new RunEvent.AttemptStarted(
              events.run(), key, startNanos, number, reason(number), null, waitedNanos));
    }
  }

  /** Emits the end of an execution of a code step. */
  public void executed(int number, long waitedNanos, long startNanos, @Nullable Throwable failure) {
    if (events != null && key != null) {
      events.emit(
          new RunEvent.Attempted(
              events.run(),
              key,
              System.nanoTime(),
              number,
              reason(number),
              null,
              null,
              waitedNanos,
              startNanos,
              ModelReply.UNKNOWN,
              ModelReply.UNKNOWN,
              ModelReply.UNKNOWN,
              ModelClientException.NO_STATUS,
              errorType(failure),
              failure));
    }
  }

  private static AttemptReason reason(int number) {
    return number == 1 ? AttemptReason.FIRST : AttemptReason.RETRY;
  }

  private static ModelAsked asked(Attempt.Start start) {
    Target target = start.target();
    ServerAddress address = target.provider().address();
    ModelRequest request = start.request();
    return new ModelAsked(
        target.provider().name(),
        target.model(),
        address.host(),
        address.port(),
        request.options().temperature(),
        request.options().maxOutputTokens(),
        request.schema() != null);
  }
}
