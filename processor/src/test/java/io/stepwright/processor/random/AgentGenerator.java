package io.stepwright.processor.random;

import io.stepwright.processor.random.RandomAgent.Branch;
import io.stepwright.processor.random.RandomAgent.Condition;
import io.stepwright.processor.random.RandomAgent.Entry;
import io.stepwright.processor.random.RandomAgent.Input;
import io.stepwright.processor.random.RandomAgent.Parameter;
import io.stepwright.processor.random.RandomAgent.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes random agents, some of which have a step that can never run. */
final class AgentGenerator {

  private static final List<Input> INPUTS =
      List.of(
          new Input("text", ValueType.TEXT),
          new Input("flag", ValueType.FLAG),
          new Input("mood", ValueType.MOOD),
          new Input("items", ValueType.LIST),
          new Input("chat", ValueType.CHAT),
          new Input("photo", ValueType.PHOTO));

  /** The default, which is left out of the source. */
  static final int USUAL_AT_ONCE = 16;

  private final Random random;
  private final List<Step> steps = new ArrayList<>();
  private final Set<String> maybeAbsent = new HashSet<>();

  /** For each fan-out, the list that its items come from originally. */
  private final Map<String, String> origins = new HashMap<>();

  private AgentGenerator(Random random) {
    this.random = random;
  }

  /** Makes an agent. */
  static RandomAgent generate(String name, Random random) {
    return new AgentGenerator(random).agent(name);
  }

  private RandomAgent agent(String name) {
    int count = 2 + random.nextInt(9);
    for (int i = 0; i < count; i++) {
      add("s" + i);
    }
    List<Entry> entries = new ArrayList<>();
    entries.add(chance(80) ? all("run") : one("run"));
    if (chance(25)) {
      entries.add(chance(50) ? some("again") : one("again"));
    }
    RandomAgent whole = new RandomAgent(name, INPUTS, steps, entries);
    Set<Step> reached = new HashSet<>();
    entries.forEach(entry -> reached.addAll(whole.stepsOf(entry)));
    return new RandomAgent(
        name, INPUTS, steps.stream().filter(reached::contains).toList(), entries);
  }

  /** Makes an entry point whose result contains all steps that no other step takes. */
  private Entry all(String method) {
    Set<String> taken = new HashSet<>();
    steps.forEach(step -> taken.addAll(step.dependencies()));
    return assembled(
        method, steps.stream().filter(each -> !taken.contains(each.name()) || chance(20)).toList());
  }

  private Entry some(String method) {
    Set<Step> some = new LinkedHashSet<>(List.of(pick(steps), pick(steps)));
    return assembled(method, List.copyOf(some));
  }

  private Entry assembled(String method, List<Step> of) {
    boolean optional = chance(20);
    List<Parameter> components = new ArrayList<>();
    for (Step step : of) {
      components.add(component(step.name(), optional));
    }
    return new Entry(method, components, true, optional);
  }

  private Entry one(String method) {
    String last = steps.get(steps.size() - 1 - random.nextInt(2)).name();
    return new Entry(method, List.of(component(last, false)), false, false);
  }

  private Parameter component(String step, boolean optionalResult) {
    boolean optional = maybeAbsent.contains(step) ? !optionalResult || chance(50) : chance(5);
    return new Parameter(step, step, optional, 0);
  }

  private void add(String name) {
    int kind = random.nextInt(100);
    if (kind < 22) {
      addFanOut(name);
    } else if (kind < 40) {
      addChoice(name, plainType());
    } else {
      ValueType type = plainType();
      Branch branch = branch(name, type, conditions(), chance(25));
      finish(new Step(name, type, List.of(branch)));
    }
  }

  private ValueType plainType() {
    int kind = random.nextInt(100);
    if (kind >= 82) {
      return chance(50) ? ValueType.CHAT : ValueType.PHOTO;
    }
    return kind < 36
        ? ValueType.TEXT
        : kind < 56 ? ValueType.FLAG : kind < 70 ? ValueType.MOOD : ValueType.LIST;
  }

  private void finish(Step step) {
    steps.add(step);
    for (Branch branch : step.branches()) {
      boolean always =
          !branch.optional()
              && branch.parameters().stream()
                  .filter(parameter -> !parameter.optional() || parameter.atOnce() > 0)
                  .noneMatch(parameter -> maybeAbsent.contains(parameter.source()))
              && (step.isChoice() || branch.conditions().isEmpty());
      if (!always) {
        maybeAbsent.add(step.name());
      }
    }
  }

  private void addFanOut(String name) {
    List<String> lists = new ArrayList<>(sources(ValueType::isList));
    // Prefers a list that comes from a fan-out, which is the harder case.
    List<String> fanOuts = lists.stream().filter(list -> origins.containsKey(list)).toList();
    String list = pick(!fanOuts.isEmpty() && chance(60) ? fanOuts : lists);
    String origin = origins.getOrDefault(list, list);
    int atOnce = chance(30) ? 1 + random.nextInt(2) : USUAL_AT_ONCE;
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(new Parameter("item", list, false, atOnce));
    if (typeOf(list) == ValueType.OPTIONAL_ITEMS) {
      parameters.set(0, new Parameter("item", list, true, atOnce));
      parameters.add(new Parameter("other", origin, false, atOnce));
    } else if (chance(30)) {
      List<String> beside =
          lists.stream()
              .filter(each -> !each.equals(list))
              .filter(each -> origins.getOrDefault(each, each).equals(origin))
              .filter(each -> typeOf(each) != ValueType.OPTIONAL_ITEMS)
              .toList();
      if (!beside.isEmpty()) {
        parameters.add(new Parameter("other", pick(beside), false, atOnce));
      }
    }
    Set<String> lists2 = new HashSet<>();
    parameters.forEach(parameter -> lists2.add(parameter.source()));
    for (Parameter parameter : parameters(2)) {
      if (!lists2.contains(parameter.source())) {
        parameters.add(parameter);
      }
    }
    Collections.shuffle(parameters, random);
    ValueType type = chance(30) ? ValueType.OPTIONAL_ITEMS : ValueType.ITEMS;
    origins.put(name, origin);
    boolean model = isModel();
    List<Parameter> taken = model ? withOneChat(parameters) : parameters;
    finish(
        new Step(
            name, type, List.of(new Branch(name, taken, conditions(), after(), false, model))));
  }

  private void addChoice(String name, ValueType type) {
    List<List<Condition>> cases = cases();
    Collections.shuffle(cases, random);
    List<Branch> branches = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      branches.add(branch(name + (char) ('a' + i), type, cases.get(i), chance(10)));
    }
    boolean otherwise = cases.stream().anyMatch(List::isEmpty);
    boolean byPresence =
        cases.stream()
            .flatMap(List::stream)
            .allMatch(each -> each.constants().isEmpty() && typeOf(each.root()) != ValueType.FLAG);
    boolean deciderMayBeAbsent =
        cases.stream().flatMap(List::stream).anyMatch(each -> maybeAbsent.contains(each.root()));
    finish(new Step(name, type, branches));
    if (deciderMayBeAbsent && !otherwise && !byPresence) {
      maybeAbsent.add(name);
    }
  }

  /** Makes conditions that exclude each other and cover every case. */
  private List<List<Condition>> cases() {
    List<List<Condition>> cases = new ArrayList<>();
    List<String> moods = sources(type -> type == ValueType.MOOD);
    List<String> present =
        maybeAbsent.stream().filter(name -> typeOf(name) != ValueType.FLAG).sorted().toList();
    int kind = random.nextInt(100);
    if (kind < 40) {
      String mood = pick(moods);
      List<String> constants = new ArrayList<>(Outcomes.MOODS);
      Collections.shuffle(constants, random);
      int first = 1 + random.nextInt(2);
      cases.add(List.of(new Condition(mood, false, constants.subList(0, first))));
      if (chance(30)) {
        cases.add(List.of(new Condition(mood, true, constants.subList(0, first))));
      } else if (chance(50)) {
        cases.add(List.of());
      } else {
        constants
            .subList(first, constants.size())
            .forEach(each -> cases.add(List.of(new Condition(mood, false, List.of(each)))));
      }
      return cases;
    }
    boolean byPresence = kind < 60 && !present.isEmpty();
    String root = byPresence ? pick(present) : pick(sources(type -> type == ValueType.FLAG));
    boolean negated = chance(50);
    List<Condition> first = new ArrayList<>();
    first.add(new Condition(root, negated, List.of()));
    cases.add(first);
    if (chance(50)) {
      cases.add(List.of(new Condition(root, !negated, List.of())));
    } else {
      if (chance(40)) {
        first.add(condition());
      }
      cases.add(List.of());
    }
    return cases;
  }

  private Branch branch(
      String method, ValueType type, List<Condition> conditions, boolean optional) {
    boolean model = type.isAnswer() && isModel();
    List<Parameter> parameters = parameters(4);
    return new Branch(
        method, model ? withOneChat(parameters) : parameters, conditions, after(), optional, model);
  }

  /** Returns parameters for a model, which continues one conversation at most. */
  private List<Parameter> withOneChat(List<Parameter> parameters) {
    List<Parameter> kept = new ArrayList<>();
    boolean taken = false;
    for (Parameter parameter : parameters) {
      boolean chat = typeOf(parameter.source()) == ValueType.CHAT;
      if (!chat || !taken) {
        kept.add(parameter);
      }
      taken |= chat;
    }
    return kept;
  }

  private boolean isModel() {
    return chance(35);
  }

  private List<String> after() {
    return chance(8) && !steps.isEmpty() ? List.of(pick(steps).name()) : List.of();
  }

  private List<Parameter> parameters(int bound) {
    Set<String> sources = new LinkedHashSet<>();
    for (int i = random.nextInt(bound); i > 0; i--) {
      sources.add(steps.isEmpty() || chance(15) ? pick(INPUTS).name() : pick(steps).name());
    }
    List<Parameter> parameters = new ArrayList<>();
    for (String source : sources) {
      boolean isStep = INPUTS.stream().noneMatch(input -> input.name().equals(source));
      boolean optional = isStep && chance(maybeAbsent.contains(source) ? 50 : 5);
      String name = chance(10) ? source + "Value" : source;
      parameters.add(new Parameter(name, source, optional, 0));
    }
    return parameters;
  }

  private List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    if (chance(35)) {
      conditions.add(condition());
      if (chance(20)) {
        conditions.add(condition());
      }
    }
    return conditions;
  }

  private Condition condition() {
    List<String> present =
        maybeAbsent.stream().filter(name -> typeOf(name) != ValueType.FLAG).sorted().toList();
    int kind = random.nextInt(100);
    if (kind < 25 && !present.isEmpty()) {
      return new Condition(pick(present), chance(40), List.of());
    }
    if (kind < 60) {
      List<String> constants = new ArrayList<>(Outcomes.MOODS);
      Collections.shuffle(constants, random);
      return new Condition(
          pick(sources(type -> type == ValueType.MOOD)),
          chance(20),
          constants.subList(0, 1 + random.nextInt(2)));
    }
    return new Condition(pick(sources(type -> type == ValueType.FLAG)), chance(40), List.of());
  }

  private List<String> sources(java.util.function.Predicate<ValueType> fits) {
    List<String> names = new ArrayList<>();
    List<String> inputs = new ArrayList<>();
    INPUTS.stream().filter(each -> fits.test(each.type())).forEach(each -> inputs.add(each.name()));
    steps.stream().filter(each -> fits.test(each.type())).forEach(each -> names.add(each.name()));
    return !names.isEmpty() && chance(80) ? names : inputs;
  }

  private ValueType typeOf(String source) {
    return steps.stream()
        .filter(step -> step.name().equals(source))
        .map(Step::type)
        .findFirst()
        .orElseGet(
            () ->
                INPUTS.stream()
                    .filter(input -> input.name().equals(source))
                    .findFirst()
                    .orElseThrow()
                    .type());
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
