package io.stepwright.processor.testing;

import io.stepwright.runtime.AgentRuntime;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/** A compiled agent that runs with a model in memory. Its types are accessed by name. */
public final class RunningAgent implements AutoCloseable {

  private final ClassLoader loader;
  private final String type;
  private final AgentRuntime runtime;
  private final Object agent;

  /** Creates the agent {@code app.<name>}, all of whose models are the given one. */
  public RunningAgent(Compiled compiled, String name, FakeModel model)
      throws ReflectiveOperationException {
    this(compiled.loader(), name, model);
  }

  /** Creates the agent {@code app.<name>} of a class loader. */
  public RunningAgent(ClassLoader loader, String name, FakeModel model)
      throws ReflectiveOperationException {
    this.loader = loader;
    this.type = "app." + name;
    this.runtime =
        AgentRuntime.builder()
            .modelClient("openai", model)
            .configuration("stepwright.cache.timeout", "20s") // Enough for a busy machine.
            .build();
    Constructor<?> constructor =
        loader.loadClass("app.Wired" + name).getConstructor(AgentRuntime.class);
    this.agent = constructor.newInstance(runtime);
  }

  /** Creates a record that the agent declares. */
  public Object make(String simpleName, Object... components) throws ReflectiveOperationException {
    Constructor<?> constructor =
        loader.loadClass(type + "$" + simpleName).getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return constructor.newInstance(components);
  }

  /** Returns a constant of an enum that the agent declares. */
  public Object constant(String simpleName, String constant) throws ReflectiveOperationException {
    return Arrays.stream(loader.loadClass(type + "$" + simpleName).getEnumConstants())
        .filter(each -> each.toString().equals(constant))
        .findFirst()
        .orElseThrow();
  }

  /** Calls a method of the agent. */
  public Object call(String method, Object... arguments) throws Throwable {
    Method found =
        Arrays.stream(agent.getClass().getDeclaredMethods())
            .filter(each -> each.getName().equals(method))
            .filter(each -> each.getParameterCount() == arguments.length)
            .filter(each -> Modifier.isPublic(each.getModifiers()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(method + List.of(arguments)));
    try {
      found.setAccessible(true);
      return found.invoke(agent, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() {
    runtime.close();
  }
}
