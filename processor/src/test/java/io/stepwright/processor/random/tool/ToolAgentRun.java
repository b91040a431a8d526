package io.stepwright.processor.random.tool;

import io.stepwright.processor.random.tool.RandomTool.Kind;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ToolRefusal;
import io.stepwright.spi.Approvals;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.PendingCall;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.Turn;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** One run of an agent by a dialogue, with everything that happens in it. */
final class ToolAgentRun implements AutoCloseable {

  final List<ModelRequest> requests = new CopyOnWriteArrayList<>();
  final List<ModelRequest> innerRequests = new CopyOnWriteArrayList<>();
  final List<String> reads = new CopyOnWriteArrayList<>();
  final List<String> effects = new CopyOnWriteArrayList<>();
  final List<PendingCall> approvals = new CopyOnWriteArrayList<>();
  final List<String> problems = new CopyOnWriteArrayList<>();
  final AtomicInteger inside = new AtomicInteger();

  private final ToolDialogue dialogue;
  private final Runnable point;
  private final AgentRuntime runtime;
  private final Object agent;

  /**
   * Makes the agent.
   *
   * @param point is called in everything that the run does
   */
  ToolAgentRun(
      ToolDialogue dialogue,
      ClassLoader loader,
      Runnable point,
      UnaryOperator<AgentRuntime.Builder> settings)
      throws ReflectiveOperationException {
    this.dialogue = dialogue;
    this.point = point;
    this.runtime =
        settings
            .apply(
                AgentRuntime.builder().modelClient("openai", new Model()).approvals(this::decide))
            .build();
    BiFunction<String, List<Object>, Object> body = this::body;
    this.agent =
        Class.forName("app.Wired" + dialogue.agent.name(), true, loader)
            .getConstructor(AgentRuntime.class, BiFunction.class)
            .newInstance(runtime, body);
  }

  /** Runs the agent on this thread. */
  String run() throws Throwable {
    try {
      return (String)
          agent.getClass().getMethod("run", String.class).invoke(agent, ToolDialogue.ID);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Starts the agent on a thread of its own. */
  CompletableFuture<?> later() throws ReflectiveOperationException {
    return (CompletableFuture<?>)
        agent.getClass().getMethod("later", String.class).invoke(agent, ToolDialogue.ID);
  }

  /** Waits until the run has ended. */
  @Override
  public void close() {
    runtime.close();
  }

  private <T> T at(java.util.function.Supplier<T> what) {
    inside.incrementAndGet();
    try {
      point.run();
      return what.get();
    } finally {
      inside.decrementAndGet();
    }
  }

  private Object body(String name, List<Object> arguments) {
    return at(() -> executed(dialogue.agent.tool(name), arguments));
  }

  private Object executed(RandomTool tool, List<Object> arguments) {
    List<Object> left = new ArrayList<>(arguments);
    int n = 0;
    StringBuilder text = new StringBuilder();
    for (Object argument : left) {
      if (argument instanceof Integer number) {
        n = number;
      }
    }
    text.append(tool.name()).append(' ').append(n);
    if (left.remove((Object) ToolDialogue.ID)) {
      text.append(' ').append(ToolDialogue.ID);
    }
    for (Object argument : left) {
      if (argument instanceof Optional<?> note) {
        text.append(' ').append(note.isPresent() ? note.get() : "-");
      }
    }
    (tool.isEffect() ? effects : reads).add(text.toString());
    return switch (ToolDialogue.outcome(tool.name(), n)) {
      case EXCEPTION -> throw new IllegalStateException("canary-message");
      case REFUSAL -> throw new ToolRefusal("no " + n);
      case RESULT ->
          tool.kind() == Kind.OPTIONAL_CODE
              ? ToolDialogue.optional(tool.name(), n)
              : tool.name() + " " + n;
    };
  }

  private Approvals.Decision decide(PendingCall call) {
    return at(
        () -> {
          approvals.add(call);
          int n = Integer.parseInt(call.question().replaceAll("\\D*\\d* (\\d+)\\?", "$1"));
          return ToolDialogue.approves(n)
              ? Approvals.Decision.approved(call)
              : n % 3 == 0
                  ? Approvals.Decision.refused(call)
                  : new Approvals.Decision(Approvals.Kind.APPROVED, "0".repeat(64), null);
        });
  }

  /** Answers by the script, and for tools that models answer. */
  private final class Model implements ModelClient {

    private final AtomicInteger next = new AtomicInteger();

    @Override
    public ModelReply call(ModelRequest request) {
      return at(() -> request.model().equals("main") ? scripted(request) : inner(request));
    }

    private ModelReply scripted(ModelRequest request) {
      requests.add(request);
      int number = next.getAndIncrement();
      if (number >= dialogue.replies.size()) {
        problems.add("one request too many");
        return reply("answer");
      }
      List<ToolCall> calls = dialogue.replies.get(number);
      return calls.isEmpty() ? reply("answer") : reply("").calling(calls);
    }

    private ModelReply inner(ModelRequest request) {
      innerRequests.add(request);
      RandomTool tool = dialogue.agent.tool(request.model().substring("inner-".length()));
      String[] words = request.turns().get(0).display().split(" ", -1);
      int n = Integer.parseInt(words[1]);
      if (tool.bound() >= 0 && !words[2].equals(ToolDialogue.ID)) {
        problems.add("a prompt without its bound argument");
      }
      if (request.turns().size() == 1) {
        reads.add(
            ToolDialogue.execution(tool, n, request.turns().get(0).display().endsWith(" {{id}}")));
      }
      if (tool.inner() == null) {
        return reply("answer " + tool.name() + " " + n);
      }
      if (request.turns().size() == 1) {
        String arguments = "{\"n\":%d}".formatted(n + 100);
        return reply("").calling(List.of(new ToolCall("inner", tool.inner(), arguments)));
      }
      Turn last = request.turns().get(request.turns().size() - 1);
      String told = last instanceof Turn.ToolResult result ? result.text() : "nothing";
      return reply("answer " + tool.name() + " " + n + " " + told.replace("\"", ""));
    }

    private static ModelReply reply(String text) {
      return new ModelReply(text, "m", ModelReply.Finish.COMPLETE, 1, 1);
    }

    @Override
    public void close() {}
  }
}
