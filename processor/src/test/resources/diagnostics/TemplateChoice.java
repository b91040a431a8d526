package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface TemplateChoice {
  enum Intent { BUY, SELL }

  record Request(Intent intent, Optional<Intent> other) {}

  @EntryPoint("first")
  String run(Request request);

  @AgentStep
  @Template("templates/{request.intnt}.txt") // <- TemplateChoice: Did you mean 'intent'?
  String first(Request request);

  @AgentStep
  @Template("templates/{request.other}.txt") // <- TemplateChoice: it is of type Optional<Intent>
  String second(Request request);

  @EntryPoint("second")
  String other(Request request);
}
