package io.stepwright.engine.tool;

import io.stepwright.call.AttemptObserver;
import io.stepwright.call.Backoff;
import io.stepwright.call.CallRequest;
import io.stepwright.call.DeadlinePassedException;
import io.stepwright.call.Dialogue;
import io.stepwright.call.ModelFailure;
import io.stepwright.call.ReplyReader;
import io.stepwright.call.Target;
import io.stepwright.wiring.StepTools;
import java.util.List;

/** The dialogue of one execution of a step with a model that may call tools. For one thread. */
public final class ToolLoop implements Dialogue {

  private final ToolSite site;
  private final StepTools tools;
  private final TurnTools turnTools;

  public ToolLoop(ToolSite site, StepTools tools, StepTools.Handler handler) {
    this.site = site;
    this.tools = tools;
    this.turnTools = new TurnTools(site, tools, handler);
  }

  @Override
  public <T> T hold(
      List<Target> targets,
      CallRequest request,
      Backoff backoff,
      ReplyReader<T> reader,
      AttemptObserver observer)
      throws ModelFailure, DeadlinePassedException, InterruptedException {
    return new ToolTurns<>(
            site.info(), tools, turnTools, targets, request, backoff, reader, observer)
        .hold();
  }

  @Override
  public boolean isRepeatable() {
    return turnTools.haveAllReturned();
  }
}
