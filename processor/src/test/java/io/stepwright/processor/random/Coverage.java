package io.stepwright.processor.random;

import io.stepwright.processor.random.RandomAgent.Branch;
import io.stepwright.processor.random.RandomAgent.Condition;
import io.stepwright.processor.random.RandomAgent.Entry;
import io.stepwright.processor.random.RandomAgent.Parameter;
import io.stepwright.processor.random.RandomAgent.Step;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts how often random agents and their runs had the features under test. */
final class Coverage {

  /** The features under test. */
  enum Kind {
    CODE_STEP,
    MODEL_STEP,
    MODEL_STEP_WITH_TOOLS,
    FAN_OUT_OF_MODEL_STEPS_WITH_TOOLS,
    CONVERSATION,
    PICTURE,
    OPTIONAL_CONVERSATION_OR_PICTURE,
    OPTIONAL_PARAMETER,
    STEP_THAT_RETURNS_OPTIONAL,
    BOOLEAN_CONDITION,
    PRESENCE_CONDITION,
    ENUM_CONDITION,
    NEGATED_CONDITION,
    SEVERAL_CONDITIONS,
    ALTERNATIVES_BY_BOOLEAN,
    ALTERNATIVES_BY_ENUM,
    ALTERNATIVES_BY_PRESENCE,
    OTHERWISE_BRANCH,
    FAN_OUT,
    FAN_OUT_WITH_AT_ONCE,
    FAN_OUT_OVER_FAN_OUT,
    FAN_OUT_OVER_SEVERAL_LISTS,
    FAN_OUT_UNDER_CONDITION,
    FAN_OUT_OF_MODEL_STEPS,
    FAN_OUT_OF_OPTIONAL_ITEMS,
    AFTER,
    ASSEMBLED_RECORD,
    OPTIONAL_COMPONENT,
    OPTIONAL_RESULT,
    SEVERAL_ENTRY_POINTS,
    HELD_RUN,
    HELD_RUN_OF_SEVERAL_AT_ONCE,
    HELD_RUN_WITH_SKIPPED_STEPS,
    HELD_RUN_WITH_ABSENT_RESULT
  }

  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

  /** Counts the features of an agent. */
  void add(RandomAgent agent) {
    count(Kind.SEVERAL_ENTRY_POINTS, agent.entries().size() > 1);
    agent.entries().forEach(this::add);
    agent.steps().forEach(step -> add(agent, step));
  }

  /** Counts the features of a run. */
  void add(ReferenceRun run) {
    count(Kind.HELD_RUN, true);
    count(Kind.HELD_RUN_OF_SEVERAL_AT_ONCE, run.mostRunning() > 1);
    count(Kind.HELD_RUN_WITH_SKIPPED_STEPS, !run.skipped().isEmpty());
    count(Kind.HELD_RUN_WITH_ABSENT_RESULT, run.isAbsent());
  }

  /** Returns the features that did not occur. */
  List<Kind> missing() {
    return Stream.of(Kind.values()).filter(kind -> !counts.containsKey(kind)).toList();
  }

  @Override
  public String toString() {
    return counts.entrySet().stream()
        .map(
            count ->
                count.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + " "
                    + count.getValue())
        .collect(Collectors.joining(", "));
  }

  private void add(Entry entry) {
    count(Kind.ASSEMBLED_RECORD, entry.assembled());
    count(Kind.OPTIONAL_RESULT, entry.optionalResult());
    count(
        Kind.OPTIONAL_COMPONENT,
        entry.assembled() && entry.components().stream().anyMatch(Parameter::optional));
  }

  private void add(RandomAgent agent, Step step) {
    for (Branch branch : step.branches()) {
      count(Kind.CODE_STEP, !branch.model());
      count(Kind.MODEL_STEP, branch.model());
      boolean tools = !branch.tools(agent).isEmpty();
      count(Kind.MODEL_STEP_WITH_TOOLS, tools);
      count(Kind.FAN_OUT_OF_MODEL_STEPS_WITH_TOOLS, tools && step.type().isFanOut());
      count(Kind.STEP_THAT_RETURNS_OPTIONAL, branch.optional());
      count(Kind.SEVERAL_CONDITIONS, branch.conditions().size() > 1);
      count(Kind.AFTER, !branch.after().isEmpty());
      branch
          .parameters()
          .forEach(each -> count(Kind.OPTIONAL_PARAMETER, each.optional() && each.atOnce() == 0));
      if (branch.model()) {
        branch.parameters().forEach(each -> addPart(agent.type(each.source()), each.optional()));
      }
      for (Condition condition : branch.conditions()) {
        count(kind(agent, condition, step.isChoice()), true);
        count(Kind.NEGATED_CONDITION, condition.negated());
      }
    }
    count(
        Kind.OTHERWISE_BRANCH,
        step.isChoice()
            && step.branches().stream().anyMatch(branch -> branch.conditions().isEmpty()));
    if (step.type().isFanOut()) {
      addFanOut(agent, step, step.branches().get(0));
    }
  }

  private void addPart(ValueType type, boolean optional) {
    count(Kind.CONVERSATION, type == ValueType.CHAT);
    count(Kind.PICTURE, type == ValueType.PHOTO);
    count(Kind.OPTIONAL_CONVERSATION_OR_PICTURE, optional && !type.isAnswer());
  }

  private static Kind kind(RandomAgent agent, Condition condition, boolean choice) {
    if (!condition.constants().isEmpty()) {
      return choice ? Kind.ALTERNATIVES_BY_ENUM : Kind.ENUM_CONDITION;
    }
    if (agent.type(condition.root()) == ValueType.FLAG) {
      return choice ? Kind.ALTERNATIVES_BY_BOOLEAN : Kind.BOOLEAN_CONDITION;
    }
    return choice ? Kind.ALTERNATIVES_BY_PRESENCE : Kind.PRESENCE_CONDITION;
  }

  private void addFanOut(RandomAgent agent, Step step, Branch branch) {
    List<Parameter> lists =
        branch.parameters().stream().filter(parameter -> parameter.atOnce() > 0).toList();
    count(Kind.FAN_OUT, true);
    count(Kind.FAN_OUT_WITH_AT_ONCE, lists.get(0).atOnce() < AgentGenerator.USUAL_AT_ONCE);
    count(
        Kind.FAN_OUT_OVER_FAN_OUT,
        lists.stream().anyMatch(each -> agent.type(each.source()).isFanOut()));
    count(Kind.FAN_OUT_OVER_SEVERAL_LISTS, lists.size() > 1);
    count(Kind.FAN_OUT_UNDER_CONDITION, !branch.conditions().isEmpty());
    count(Kind.FAN_OUT_OF_MODEL_STEPS, branch.model());
    count(Kind.FAN_OUT_OF_OPTIONAL_ITEMS, step.type() == ValueType.OPTIONAL_ITEMS);
  }

  private void count(Kind kind, boolean there) {
    if (there) {
      counts.merge(kind, 1, Integer::sum);
    }
  }
}
