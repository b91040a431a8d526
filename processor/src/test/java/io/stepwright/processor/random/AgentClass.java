package io.stepwright.processor.random;

import io.stepwright.processor.random.RandomAgent.Entry;
import io.stepwright.processor.random.RandomAgent.Input;
import io.stepwright.processor.random.RandomAgent.Parameter;
import io.stepwright.runtime.AgentRuntime;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The generated class of a random agent. */
final class AgentClass {

  private final RandomAgent agent;
  private final Class<?> type;
  private final Class<?> mood;

  AgentClass(RandomAgent agent, ClassLoader loader) throws ClassNotFoundException {
    this.agent = agent;
    this.type = Class.forName("app.Wired" + agent.name(), true, loader);
    this.mood = Class.forName("app.Mood", true, loader);
  }

  /** Runs the agent; returns the components of its result, or empty if the result is absent. */
  Optional<List<Object>> run(
      Entry entry, AgentRuntime runtime, Recorder recorder, Map<String, Object> inputs)
      throws Exception {
    Object wired =
        type.getConstructor(AgentRuntime.class, BiFunction.class).newInstance(runtime, recorder);
    Method run =
        List.of(type.getDeclaredMethods()).stream()
            .filter(method -> method.getName().equals(entry.method()) && !method.isBridge())
            .findFirst()
            .orElseThrow();
    List<Object> arguments = new ArrayList<>();
    for (Input input : agent.inputs()) {
      Object value = inputs.get(input.name());
      arguments.add(input.type() == ValueType.MOOD ? constant(String.valueOf(value)) : value);
    }
    try {
      return components(entry, run.invoke(wired, arguments.toArray()));
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private Object constant(String name) {
    for (Object constant : mood.getEnumConstants()) {
      if (constant.toString().equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static Optional<List<Object>> components(Entry entry, Object result)
      throws ReflectiveOperationException {
    if (!entry.assembled()) {
      return Optional.of(List.of(result));
    }
    Object value = result;
    if (entry.optionalResult()) {
      if (((Optional<?>) result).isEmpty()) {
        return Optional.empty();
      }
      value = ((Optional<?>) result).get();
    }
    List<Object> components = new ArrayList<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      components.add(component.getAccessor().invoke(value));
    }
    List<Parameter> expected = entry.components();
    if (components.size() != expected.size()) {
      throw new IllegalStateException(components + " are not " + expected);
    }
    return Optional.of(components);
  }
}
