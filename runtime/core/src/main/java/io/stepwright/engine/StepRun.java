package io.stepwright.engine;

import io.stepwright.background.Alarms;
import io.stepwright.call.Deadline;
import io.stepwright.call.Dialogue;
import io.stepwright.engine.graph.ItemFailures;
import io.stepwright.engine.graph.Node;
import io.stepwright.engine.graph.Outcome;
import io.stepwright.engine.graph.Work;
import io.stepwright.engine.message.Interruptions;
import io.stepwright.engine.message.Messages;
import io.stepwright.engine.model.AskingStep;
import io.stepwright.engine.model.ResultChecks;
import io.stepwright.engine.model.StepMessages;
import io.stepwright.event.RunEvents;
import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.StepFailedException;
import io.stepwright.spi.History;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptMessage;
import io.stepwright.wiring.Step;
import io.stepwright.wiring.StepBody;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.StepTools;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One execution of the body of a step, on the thread that made this object. */
public final class StepRun extends Body implements Step, AskingStep, Outcome {

  /** The thread and manner in which the step is executed. */
  enum Place {
    /** On the caller thread of the run. */
    CALLER,
    /** On another thread. */
    WORKER,
    /** As a method that user code called, nested in another step. */
    DIRECT
  }

  private static final ThreadLocal<@Nullable StepRun> CURRENT = new ThreadLocal<>();

  private final RunLife life;
  private final StepInfo info;
  private final @Nullable StepKey key;
  private final Place place;
  private final @Nullable Node<?> node;
  private final int item;
  private final Deadline deadline;
  private final Alarms.@Nullable Alarm alarm;

  private final boolean tools;

  private @Nullable Object value;
  private @Nullable Throwable thrown;
  private @Nullable AgentException failure;
  private boolean left;

  StepRun(RunLife life, StepInfo info, @Nullable StepKey key, Place place) {
    this(life, info, key, place, null, StepKey.NO_ITEM, CURRENT.get());
  }

  StepRun(RunLife life, Work work, Place place) {
    this(life, work.node().info(), work.key(), place, work.node(), work.item(), CURRENT.get());
  }

  private StepRun(
      RunLife life,
      StepInfo info,
      @Nullable StepKey key,
      Place place,
      @Nullable Node<?> node,
      int item,
      @Nullable StepRun enclosing) {
    super(enclosing);
    this.life = life;
    this.info = info;
    this.key = key;
    this.place = place;
    this.node = node;
    this.item = item;
    Deadline outer =
        enclosing != null && enclosing.life == life ? enclosing.deadline : life.deadline();
    Deadline own = StepLimit.of(info, startNanos());
    deadline = own.isBefore(outer) ? own : outer;
    alarm = own.isBefore(outer) ? new StepLimit(this) : null;
    tools = false;
  }

  /** Makes a body that executes tools of a step on the calling thread. */
  StepRun(StepRun step) {
    super(step, new BodyThread(null));
    life = step.life;
    info = step.info;
    key = step.key;
    place = Place.DIRECT;
    node = step.node;
    item = step.item;
    deadline = step.deadline;
    alarm = null;
    tools = true;
  }

  /** Executes tasks on the calling thread, which this body was made on and is registered for. */
  void executeTools(Runnable tasks) {
    StepRun before = CURRENT.get();
    CURRENT.set(this);
    try {
      tasks.run();
    } finally {
      CURRENT.set(before);
    }
  }

  /** Returns the step whose body the calling thread executes, or null. */
  static @Nullable StepRun current() {
    return CURRENT.get();
  }

  /**
   * Returns the innermost step that the calling thread executes, if it runs on the engine; else
   * null.
   */
  public static @Nullable StepRun insideOf(Engine engine) {
    StepRun current = CURRENT.get();
    return current != null && current.life.engine().equals(engine) ? current : null;
  }

  RunLife life() {
    return life;
  }

  @Override
  public StepInfo info() {
    return info;
  }

  @Override
  public @Nullable StepKey key() {
    return key;
  }

  @Override
  public @Nullable RunEvents events() {
    return life.events();
  }

  /**
   * Tells whether the result no longer needs the step. Steps on the caller thread and direct calls
   * have no node and are always needed.
   */
  @Override
  boolean isNotNeeded() {
    return node != null && node.isNotNeeded();
  }

  @Override
  boolean isOfTools() {
    return tools;
  }

  /** Tells whether this step or a step around it was stopped. Under the lock of the run. */
  boolean isStopped() {
    StepRun around = around();
    return stopped() != null || (around != null && around.isStopped());
  }

  int item() {
    return item;
  }

  @Override
  String label() {
    return item == StepKey.NO_ITEM
        ? info.label()
        : info.name() + "[" + item + "]" + info.label().substring(info.name().length());
  }

  /** Returns the name of the step for the beginning of a message. */
  String what() {
    return Messages.name(info, item);
  }

  @Override
  public Deadline deadline() {
    return deadline;
  }

  @Override
  public @Nullable Object value() {
    return value;
  }

  /** Returns the exception of the body, or null. */
  @Nullable Throwable thrown() {
    return thrown;
  }

  /** Returns the failure of the step, or null. */
  @Nullable AgentException failure() {
    return failure;
  }

  @Override
  public @Nullable AgentException itemFailure() {
    return left ? failure : null;
  }

  @Override
  public boolean isTimedOut() {
    StepRun around = around();
    return life.isTimedOut(this) || (around != null && around.isTimedOut());
  }

  @Override
  public void deadlinePassed() {
    if (alarm != null) {
      life.state().stop(this, StopReason.TIMED_OUT);
      return;
    }
    StepRun around = around();
    if (around != null) {
      around.deadlinePassed();
    } else {
      life.deadlinePassed();
    }
  }

  /** Returns the step of the same run that called this one as a method, or null. */
  private @Nullable StepRun around() {
    StepRun outer = outer();
    return outer != null && outer.life == life ? outer : null;
  }

  private @Nullable StepRun outer() {
    return (StepRun) enclosing();
  }

  /** Runs the body, which is registered with the run already. */
  StepEnd execute(StepBody<?> body) {
    try {
      RunEvents events = life.events();
      if (events != null && key != null) {
        events.emit(new RunEvent.Started(events.run(), key, System.nanoTime()));
      }
      if (alarm != null) {
        life.engine().alarms().set(alarm, deadline.nanoTime());
      }
      CURRENT.set(this);
      if (info.sideEffect()) {
        life.sideEffect();
      }
      boolean again = info.model() == null && info.attempts() > 1;
      value = again ? new CodeAttempts(this).execute(body) : body.run(this);
    } catch (Throwable e) {
      thrown = e;
    } finally {
      // Set rather than removed if it is null: the next step of this thread would make the entry
      // again, and an entry with a null value retains nothing.
      CURRENT.set(outer());
    }
    return finish();
  }

  /** Ends a step whose body could not begin. */
  void abort(Throwable reason) {
    thrown = reason;
    finish();
  }

  private StepEnd finish() {
    if (info.sideEffect()) {
      life.sideEffect();
    }
    StopReason stop = life.state().leave(this);
    if (alarm != null) {
      life.engine().alarms().cancel(alarm);
    }
    StepEnd end = end(stop);
    if (end != StepEnd.VALUE && end != StepEnd.ABSENT) {
      value = null;
    }
    left = failure != null && ItemFailures.isLeft(info, item, thrown, stop == StopReason.TIMED_OUT);
    if (failure != null && !left && stop != StopReason.NOT_NEEDED && place != Place.DIRECT) {
      life.state().fail(failure, failure.equals(thrown));
    }
    RunEvents events = life.events();
    if (events != null && key != null) {
      end.emit(events, key, failure);
    } else if (failure != null && stop == StopReason.NOT_NEEDED) {
      StepEnd.logNotNeeded(failure);
    }
    return end;
  }

  private StepEnd end(@Nullable StopReason stop) {
    if (stop == StopReason.TIMED_OUT) {
      failure = StepLimit.exceeded(this, thrown);
      return StepEnd.FAILED;
    }
    if (thrown == null) {
      if (value != null) {
        return value instanceof Optional<?> optional && optional.isEmpty()
            ? StepEnd.ABSENT
            : StepEnd.VALUE;
      }
      failure = new StepFailedException(agent(), info.name(), Messages.returnedNull(what()), null);
      return StepEnd.FAILED;
    }
    if (stop != null && Interruptions.isOne(thrown)) {
      return stop == StopReason.NOT_NEEDED ? StepEnd.NOT_NEEDED : StepEnd.CANCELLED;
    }
    if (thrown instanceof InterruptedException && place != Place.DIRECT) {
      // The interrupt came from outside and is kept for the code around the step.
      Thread.currentThread().interrupt();
      if (place == Place.CALLER) {
        life.cancel(Interruptions.OF_CALLER);
        return StepEnd.CANCELLED;
      }
    }
    failure =
        thrown instanceof AgentException own && own.step() != null && agent().equals(own.agent())
            ? own
            : new StepFailedException(
                agent(), info.name(), Messages.failed(what(), thrown), thrown);
    return StepEnd.FAILED;
  }

  private String agent() {
    return info.agent().name();
  }

  @Override
  public <T> T ask(ModelStep<T> call, PromptMessage prompt) throws InterruptedException {
    return ask(call, null, new StepMessages(null, null, prompt), Dialogue.ONE_QUESTION);
  }

  @Override
  public <T> T ask(ModelStep<T> call, PromptMessage system, PromptMessage prompt)
      throws InterruptedException {
    return ask(call, null, new StepMessages(system, null, prompt), Dialogue.ONE_QUESTION);
  }

  <T> T ask(
      ModelStep<T> call, @Nullable CacheKey cacheKey, StepMessages messages, Dialogue dialogue)
      throws InterruptedException {
    return life.engine().models().ask(this, call, cacheKey, messages, dialogue);
  }

  @Override
  public <T> boolean accepts(ModelStep<T> call, T value) throws InterruptedException {
    return ResultChecks.refusal(info, call, value) == null;
  }

  @Override
  public Step cached(CacheKey key) {
    return PreparedStep.of(this).cached(key);
  }

  @Override
  public Step continuing(String path, @Nullable History history) {
    return PreparedStep.of(this).continuing(path, history);
  }

  @Override
  public Step tools(StepTools offered, StepTools.Handler handler) {
    return PreparedStep.of(this).tools(offered, handler);
  }

  @Override
  @SuppressWarnings("NullableOptional") // The callers of steps may give null.
  public Step continuingOptional(String path, @Nullable Optional<? extends History> history) {
    return PreparedStep.of(this).continuingOptional(path, history);
  }

  @Override
  public <T> @Nullable T await(@Nullable CompletionStage<? extends @Nullable T> future)
      throws Exception {
    return Futures.await(future);
  }
}
