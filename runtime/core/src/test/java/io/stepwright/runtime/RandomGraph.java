package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ForkedEach;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.Starts;
import io.stepwright.wiring.StepInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A random run of conditions, choices and fan-outs, with the expected result. */
final class RandomGraph {

  /** A step with its expected value, null if it has to be absent. */
  private record Made(Forked<Integer> step, @Nullable Integer value) {}

  /** A fan-out with its expected values, null if it has to be absent. */
  private record MadeEach(ForkedEach<Integer> step, @Nullable List<Integer> values) {}

  private final Run run;
  private final Random random;
  private final int faults;
  private final AtomicInteger inBodies;
  private final List<Made> made = new ArrayList<>();
  private final List<MadeEach> fanOuts = new ArrayList<>();
  private int names;

  /**
   * Creates a graph.
   *
   * @param faults one of this many bodies throws; 0 for none
   * @param inBodies counts the threads inside of bodies
   */
  RandomGraph(Run run, Random random, int faults, AtomicInteger inBodies) {
    this.run = run;
    this.random = random;
    this.faults = faults;
    this.inBodies = inBodies;
  }

  /** Runs the graph to its result, and checks the result. */
  void run() {
    add(run.fork(name(), step -> body(1)), 1);
    int nodes = 3 + random.nextInt(10);
    for (int i = 0; i < nodes; i++) {
      switch (random.nextInt(8)) {
        case 0 -> conditional();
        case 1 -> choice();
        case 2 -> listed();
        case 3, 4 -> piped();
        case 5 -> zipped();
        case 6 -> optional();
        default -> joined();
      }
    }
    boolean all = random.nextBoolean();
    for (Made one : made) {
      if (all || random.nextInt(4) == 0) {
        assertThat(one.step.joinOptional()).isEqualTo(Optional.ofNullable(one.value));
      }
    }
    for (MadeEach one : fanOuts) {
      if (all || random.nextInt(4) == 0) {
        assertThat(one.step.joinOptional()).isEqualTo(Optional.ofNullable(one.values));
      }
    }
    if (random.nextBoolean()) {
      run.result(1);
    } else {
      run.finish();
    }
  }

  private StepInfo name() {
    return StepInfo.code(AGENT, "s" + names++);
  }

  private Made any() {
    return made.get(random.nextInt(made.size()));
  }

  private void add(Forked<Integer> step, @Nullable Integer value) {
    made.add(new Made(step, value));
  }

  private int body(int value) {
    inBodies.incrementAndGet();
    try {
      if (faults > 0 && Integer.hashCode(value * 31 + names) % faults == 0) {
        throw new IllegalStateException("fault");
      }
      if (value % 3 == 0) {
        Thread.yield();
      }
      return value;
    } finally {
      inBodies.decrementAndGet();
    }
  }

  private void joined() {
    Made a = any();
    Made b = any();
    Forked<Integer> step =
        run.after(a.step)
            .settled(b.step)
            .fork(name(), s -> body(a.step.get() + b.step.getOptional().orElse(5)));
    add(step, a.value == null ? null : a.value + (b.value == null ? 5 : b.value));
  }

  private void optional() {
    Made a = any();
    boolean there = random.nextInt(3) > 0;
    add(
        run.after(a.step)
            .forkOptional(
                name(),
                s -> there ? Optional.of(body(a.step.get() + 1)) : Optional.<Integer>empty()),
        there && a.value != null ? a.value + 1 : null);
  }

  private void conditional() {
    Made a = any();
    Made root = any();
    Made other = any();
    boolean even = random.nextBoolean();
    boolean absent = random.nextBoolean();
    Starts starts =
        run.after(a.step).onlyIf(root.step, n -> (n % 2 == 0) == even, "it does not hold");
    boolean holds = a.value != null && root.value != null && (root.value % 2 == 0) == even;
    if (absent) {
      starts = starts.onlyIfAbsent(other.step);
      holds &= other.value == null;
    }
    if (random.nextInt(4) == 0) {
      Optional<Integer> here =
          starts.callOptional(name(), s -> Optional.of(body(a.step.get() + 2)));
      assertThat(here.isPresent()).isEqualTo(holds);
      return;
    }
    add(
        starts.fork(name(), s -> body(a.step.get() + root.step.get())),
        holds && a.value != null && root.value != null ? a.value + root.value : null);
  }

  private void choice() {
    Made on = any();
    Made a = any();
    StepInfo name = name();
    Forked<Integer> chosen =
        run.after(on.step)
            .choose(
                name,
                branch ->
                    switch (Math.floorMod(on.step.get(), 3)) {
                      case 0 -> branch.after(a.step).fork(name, s -> body(a.step.get() * 2));
                      case 1 -> branch.fork(name, s -> body(7));
                      default -> branch.absent(name, "it is not asked for");
                    });
    Integer value = null;
    if (on.value != null) {
      value =
          switch (Math.floorMod(on.value, 3)) {
            case 0 -> a.value == null ? null : Integer.valueOf(a.value * 2);
            case 1 -> 7;
            default -> null;
          };
    }
    add(chosen, value);
  }

  private void listed() {
    Made a = any();
    int size = random.nextInt(25);
    ForkedEach<Integer> step =
        run.after(a.step)
            .each(
                name().atOnce(1 + random.nextInt(6)),
                () -> IntStream.range(0, size).boxed().toList(),
                (s, n) -> body(n + a.step.get()));
    Integer plus = a.value;
    fanOuts.add(
        new MadeEach(
            step,
            plus == null ? null : IntStream.range(0, size).map(n -> n + plus).boxed().toList()));
  }

  private void piped() {
    if (fanOuts.isEmpty()) {
      listed();
      return;
    }
    MadeEach source = fanOuts.get(random.nextInt(fanOuts.size()));
    List<Integer> values = source.values;
    if (random.nextBoolean()) {
      ForkedEach<Integer> step =
          run.each(name().atOnce(1 + random.nextInt(6)), source.step, (s, n) -> body(n + 1));
      fanOuts.add(
          new MadeEach(step, values == null ? null : values.stream().map(n -> n + 1).toList()));
    } else {
      add(
          run.after(source.step).fork(name(), s -> body(source.step.get().size())),
          values == null ? null : values.size());
    }
  }

  private void zipped() {
    Made a = any();
    int size = random.nextInt(10);
    List<Integer> list = IntStream.range(0, size).boxed().toList();
    ForkedEach<Integer> left =
        run.each(name().atOnce(1 + random.nextInt(4)), () -> list, (s, n) -> body(n));
    ForkedEach<Integer> right =
        run.each(name().atOnce(1 + random.nextInt(4)), left, (s, n) -> body(-n));
    ForkedEach<Integer> zip =
        run.onlyIf(a.step, n -> n % 2 != 0, "it does not hold")
            .eachIndex(
                name().atOnce(1 + random.nextInt(4)),
                list::size,
                (s, i) -> body(left.item(i) + right.item(i)),
                left,
                right);
    boolean holds = a.value != null && a.value % 2 != 0;
    fanOuts.add(new MadeEach(zip, holds ? list.stream().map(n -> 0).toList() : null));
  }
}
