package io.stepwright.engine.tool;

import io.stepwright.engine.message.Messages;
import io.stepwright.runtime.StepFailedException;
import io.stepwright.runtime.ToolRefusal;
import io.stepwright.wiring.JsonDecoder;
import io.stepwright.wiring.JsonEncoder;
import io.stepwright.wiring.JsonMismatchException;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.PromptMessage;
import io.stepwright.wiring.RefusedValueException;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.ToolInfo;
import io.stepwright.wiring.ToolUse;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call of a tool that a step offers, while the handler of the step reads its arguments. For one
 * thread; the call that it prepares may be executed on another.
 */
final class UsedTool implements ToolUse {

  private static final String DONE = "\"done\"";

  private final ToolSite site;
  private final ToolInfo tool;
  private final JsonValue given;
  private final ToolCounts counts;
  private final AllArguments arguments;
  private @Nullable PromptMessage question;
  private boolean run;

  UsedTool(ToolSite site, ToolInfo tool, JsonValue arguments, ToolCounts counts) {
    this.site = site;
    this.tool = tool;
    this.given = arguments;
    this.counts = counts;
    this.arguments = new AllArguments(arguments);
  }

  @Override
  public String tool() {
    return tool.name();
  }

  @Override
  public <T> T bound(String name, @Nullable T value, JsonEncoder<? super T> encoder) {
    return arguments.bound(tool.name() + "." + name, name, value, encoder);
  }

  @Override
  public <T> T argument(String name, JsonDecoder<? extends T> decoder) {
    return read(name, () -> given.field(name, decoder));
  }

  @Override
  public <T> Optional<T> optionalArgument(String name, JsonDecoder<? extends T> decoder) {
    return read(name, () -> given.optionalField(name, decoder));
  }

  private <T> T read(String name, Supplier<T> reading) {
    arguments.read(name);
    try {
      return reading.get();
    } catch (JsonMismatchException e) {
      throw new BadArgumentsException(String.valueOf(e.getMessage()));
    } catch (RefusedValueException e) {
      // The text of the exception behind it may hold anything.
      throw new BadArgumentsException("'" + name + "' is refused: " + e.getMessage() + ".");
    }
  }

  @Override
  public ToolUse asking(PromptMessage question) {
    this.question = question;
    return this;
  }

  @Override
  public IllegalStateException unknown() {
    return new IllegalStateException("The generated class has no tool %s.".formatted(tool));
  }

  @Override
  public Done perform(Action method) {
    return once(
        () -> {
          method.run();
          return DONE;
        });
  }

  @Override
  public <T> Done run(Body<T> method, JsonEncoder<? super T> encoder) {
    return once(() -> written(method.run(), encoder));
  }

  private <T> String written(@Nullable T result, JsonEncoder<? super T> encoder) {
    if (result == null) {
      return "null";
    }
    try {
      return ResultText.of(tool.name(), result, encoder);
    } catch (RuntimeException e) {
      throw tool.hasSideEffect() ? new LostResultException(e) : e;
    }
  }

  private PreparedCall once(Callable<String> method) {
    if (run) {
      throw new IllegalStateException("The handler runs tool %s twice.".formatted(tool));
    }
    run = true;
    arguments.checkAllRead();
    String all = arguments.canonical();
    String call = tool + all;
    String known = tool.isReadOnly() ? site.run().memo().find(call) : null;
    if (known != null) {
      return prepared(all, notes -> ToolOutcome.remembered(known));
    }
    if (!counts.add(tool)) {
      String refusal = "no further call of this tool is allowed, of at most " + tool.calls() + ".";
      return prepared(all, notes -> ToolOutcome.refused(refusal));
    }
    return prepared(all, notes -> outcome(call, all, method, notes));
  }

  private static PreparedCall prepared(String all, ToolEvents.Execution execution) {
    return new PreparedCall(
        notes -> {
          notes.arguments(all);
          return execution.run(notes);
        });
  }

  private ToolOutcome outcome(String call, String all, Callable<String> method, CallNotes notes)
      throws Exception {
    String refusal =
        tool.needsApproval() ? Approval.refusal(site, tool, all, question, notes) : null;
    if (refusal != null) {
      counts.remove(tool);
      return ToolOutcome.refused(refusal);
    }
    ToolMemo memo = site.run().memo();
    long version = memo.version();
    ToolOutcome outcome = tool.hasSideEffect() ? effect(memo, method) : executed(method);
    if (tool.isReadOnly() && outcome.isResult()) {
      memo.keep(call, outcome.text(), version);
    }
    return outcome;
  }

  private ToolOutcome effect(ToolMemo memo, Callable<String> method) throws Exception {
    memo.sideEffect();
    try {
      return executed(method);
    } finally {
      memo.sideEffect();
    }
  }

  private ToolOutcome executed(Callable<String> method) throws Exception {
    site.checkNotStopped();
    try {
      return ToolOutcome.returned(method.call());
    } catch (InterruptedException e) {
      throw e;
    } catch (ToolRefusal e) {
      return ToolOutcome.refused(String.valueOf(e.getMessage()));
    } catch (Exception e) {
      // Code that wraps its interrupt has been stopped as well.
      if (Thread.currentThread().isInterrupted() || site.isStopped()) {
        InterruptedException stopped = new InterruptedException("The step was stopped.");
        stopped.addSuppressed(e);
        throw stopped;
      }
      if (e instanceof LostResultException lost) {
        throw failure(lost.failure());
      }
      if (tool.failsStep()) {
        throw failure(e);
      }
      return ToolOutcome.failed(e);
    }
  }

  /**
   * Thrown if the result of a side effect cannot be written. The effect has happened, and a model
   * that is told of a failure may ask for it again, so the step fails.
   */
  private static final class LostResultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RuntimeException failure;

    LostResultException(RuntimeException failure) {
      super(null, failure, false, false);
      this.failure = failure;
    }

    RuntimeException failure() {
      return failure;
    }
  }

  private StepFailedException failure(Exception cause) {
    StepInfo step = site.info();
    return new StepFailedException(
        step.agent().name(),
        step.name(),
        "%s failed: its tool '%s' threw %s; see the cause."
            .formatted(Messages.name(step), tool.name(), cause.getClass().getName()),
        cause);
  }
}
