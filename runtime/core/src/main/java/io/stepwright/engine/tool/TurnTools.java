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
    int[] first = firstOfEqual(calls);
    try {
      List<PreparedCall> prepared = prepared(calls, first);
      atOnce(turn, calls, prepared, first, outcomes);
      for (int i = 0; i < outcomes.length; i++) {
        if (calls.get(i).isAlone()) {
          outcomes[i] = one(turn, calls.get(i), prepared.get(i));
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

  /**
   * Returns for each call the index of the first call of a read-only tool that is equal to it; its
   * own index if there is none before it.
   */
  private static int[] firstOfEqual(List<ReceivedCall> calls) {
    int[] first = new int[calls.size()];
    Map<String, Integer> known = new HashMap<>();
    for (int i = 0; i < first.length; i++) {
      ToolInfo tool = calls.get(i).tool();
      int index = i;
      first[i] =
          tool != null && tool.isReadOnly()
              ? known.computeIfAbsent(calls.get(i).equality(), key -> index)
              : i;
    }
    return first;
  }

  /**
   * Reads the arguments of all calls and counts them, in their order, before the first one is
   * executed: which calls are too many does not depend on threads.
   */
  private List<PreparedCall> prepared(List<ReceivedCall> calls, int[] first) throws Exception {
    List<PreparedCall> prepared = new ArrayList<>(first.length);
    for (int i = 0; i < first.length; i++) {
      prepared.add(first[i] == i ? prepared(calls.get(i)) : prepared.get(first[i]));
    }
    return prepared;
  }

  private PreparedCall prepared(ReceivedCall call) throws Exception {
    site.checkNotStopped();
    ToolInfo tool = call.tool();
    if (tool == null) {
      return PreparedCall.of(
          ToolOutcome.invalid(
              "there is no such tool. The tools are: "
                  + tools.tools().stream().map(ToolInfo::name).collect(Collectors.joining(", "))
                  + "."));
    }
    if (call.arguments() == null) {
      return PreparedCall.of(ToolOutcome.invalid(BadArgumentsException.NO_OBJECT));
    }
    try {
      if (handler.handle(new UsedTool(site, tool, call.arguments(), counts))
          instanceof PreparedCall prepared) {
        return prepared;
      }
      throw new IllegalStateException("The handler of tool %s ran nothing.".formatted(tool));
    } catch (BadArgumentsException e) {
      return PreparedCall.of(ToolOutcome.invalid(e.complaint(tool.spec().parameters())));
    }
  }

  private void atOnce(
      int turn,
      List<ReceivedCall> calls,
      List<PreparedCall> prepared,
      int[] first,
      ToolOutcome[] outcomes)
      throws Exception {
    List<ToolSite.Task> tasks = new ArrayList<>(calls.size());
    for (int i = 0; i < outcomes.length; i++) {
      int index = i;
      if (!calls.get(i).isAlone() && first[i] == i) {
        tasks.add(() -> outcomes[index] = one(turn, calls.get(index), prepared.get(index)));
      }
    }
    site.atOnce(tasks);
    for (int i = 0; i < outcomes.length; i++) {
      if (first[i] != i) {
        ToolOutcome outcome = outcomes[first[i]].again();
        outcomes[i] = events.around(turn, calls.get(i), notes -> outcome);
      }
    }
  }

  private ToolOutcome one(int turn, ReceivedCall call, PreparedCall prepared) throws Exception {
    site.checkNotStopped();
    return events.around(turn, call, prepared.execution());
  }
}
