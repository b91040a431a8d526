package io.stepwright.engine.tool;

import io.stepwright.engine.message.Messages;
import io.stepwright.runtime.StepFailedException;
import io.stepwright.spi.ToolCall;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.StepTools;
import io.stepwright.wiring.ToolInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Executes the calls of a turn: those without side effect at once, then the others one after
 * another in the order in which the model asked for them. For the thread of the step.
 */
final class TurnTools {

  private final ToolSite site;
  private final StepTools tools;
  private final StepTools.Handler handler;
  private final ToolCounts counts = new ToolCounts();
  private final ToolEvents events;
  private final ReceivedCalls received;
  private boolean allReturned = true;

  TurnTools(ToolSite site, StepTools tools, StepTools.Handler handler) {
    this.site = site;
    this.tools = tools;
    this.handler = handler;
    this.events = new ToolEvents(site);
    this.received = new ReceivedCalls(tools);
  }

  /** Makes the calls of a turn safe. */
  List<ReceivedCall> received(List<ToolCall> calls) {
    return received.read(calls);
  }

  /** Tells whether every call so far has brought a result. */
  boolean haveAllReturned() {
    return allReturned;
  }

  /**
   * Executes calls.
   *
   * @return the outcomes in the order of the calls
   * @throws InterruptedException if the step was stopped; no further call has begun then
   * @throws RuntimeException the failure of a tool that fails the step
   */
  List<ToolOutcome> execute(int turn, List<ReceivedCall> calls) throws InterruptedException {
    ToolOutcome[] outcomes = new ToolOutcome[calls.size()];
    try {
      atOnce(turn, calls, outcomes);
      for (int i = 0; i < outcomes.length; i++) {
        if (calls.get(i).isAlone()) {
          outcomes[i] = one(turn, calls.get(i));
        }
      }
      // A tool may have returned in spite of the stop; no further turn is sent then.
      site.checkNotStopped();
    } catch (InterruptedException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      StepInfo step = site.info();
      throw new StepFailedException(
          step.agent().name(), step.name(), Messages.failed(Messages.name(step), e), e);
    }
    List<ToolOutcome> list = Arrays.asList(outcomes);
    allReturned &= list.stream().allMatch(ToolOutcome::isResult);
    return list;
  }

  private void atOnce(int turn, List<ReceivedCall> calls, ToolOutcome[] outcomes) throws Exception {
    List<ToolSite.Task> tasks = new ArrayList<>(calls.size());
    Map<String, Integer> first = new HashMap<>();
    int[] same = new int[outcomes.length];
    for (int i = 0; i < outcomes.length; i++) {
      ReceivedCall call = calls.get(i);
      ToolInfo tool = call.tool();
      int index = i;
      same[i] = i;
      if (tool != null && tool.isReadOnly()) {
        same[i] = first.computeIfAbsent(call.equality(), key -> index);
      }
      if (!call.isAlone() && same[i] == i) {
        tasks.add(() -> outcomes[index] = one(turn, call));
      }
    }
    site.atOnce(tasks);
    for (int i = 0; i < outcomes.length; i++) {
      if (same[i] != i) {
        ToolOutcome outcome = outcomes[same[i]].again();
        outcomes[i] = events.around(turn, calls.get(i), notes -> outcome);
      }
    }
  }

  private ToolOutcome one(int turn, ReceivedCall call) throws Exception {
    site.checkNotStopped();
    return events.around(turn, call, notes -> outcome(call, notes));
  }

  private ToolOutcome outcome(ReceivedCall call, CallNotes notes) throws Exception {
    ToolInfo tool = call.tool();
    if (tool == null) {
      return ToolOutcome.invalid(
          "there is no such tool. The tools are: "
              + tools.tools().stream().map(ToolInfo::name).collect(Collectors.joining(", "))
              + ".");
    }
    if (call.arguments() == null) {
      return ToolOutcome.invalid(BadArgumentsException.NO_OBJECT);
    }
    try {
      Object done = handler.handle(new UsedTool(site, tool, call.arguments(), counts, notes));
      if (done instanceof ToolOutcome outcome) {
        return outcome;
      }
      throw new IllegalStateException("The handler of tool %s ran nothing.".formatted(tool));
    } catch (BadArgumentsException e) {
      return ToolOutcome.invalid(e.complaint(tool.spec().parameters()));
    }
  }
}
